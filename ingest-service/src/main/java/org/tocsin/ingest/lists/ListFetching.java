package org.tocsin.ingest.lists;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.tocsin.ingest.lists.Download.Failed;
import org.tocsin.ingest.lists.Download.Validator;
import org.tocsin.ingest.sql.DatabaseException;
import org.tocsin.ingest.work.Workers;

/** Fetches the lists that are due, one replica at a time, and passes their files on. */
@ApplicationScoped
class ListFetching {
    private static final Logger LOG = Logger.getLogger(ListFetching.class);
    /** Longer than five files may take. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int WORRYING = 3;

    private final ListSettings settings;
    private final FetchRows rows;
    private final Downloads downloads;
    private final ListsClient events;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Workers workers = new Workers("tocsin-lists", 1, this::fetchOne);

    ListFetching(
            ListSettings settings,
            FetchRows rows,
            Downloads downloads,
            @RestClient ListsClient events,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.downloads = downloads;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    void start(@Observes @Priority(30) StartupEvent event) {
        if (settings.isOn()) {
            workers.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (settings.isOn()) {
            workers.stop();
        }
    }

    private Duration fetchOne() {
        List<String> lists = settings.addresses().entrySet().stream()
                .filter(list -> !list.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        rows.know(lists);
        Optional<FetchRows.Row> due = rows.take(lists, LEASE);
        due.ifPresent(this::fetch);
        return due.isPresent() ? Duration.ZERO : least(LOOK, settings.every());
    }

    private void fetch(FetchRows.Row row) {
        try {
            List<String> addresses = settings.addresses().getOrDefault(row.list(), List.of());
            if (believable(row) && unchanged(row, addresses)) {
                rows.unchanged(row, settings.every());
                count(row.list(), "unchanged");
                return;
            }
            send(row, addresses);
        } catch (Failed e) {
            failed(row, String.valueOf(e.getMessage()));
        } catch (WebApplicationException e) {
            failed(row, "events-service answers status " + e.getResponse().getStatus());
        } catch (DatabaseException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(row, "events-service cannot be reached: " + e.getMessage());
        }
    }

    /** Whether the last files are new enough to ask only whether they have changed. */
    private boolean believable(FetchRows.Row row) {
        Instant sent = row.sentAt();
        return sent != null && sent.plus(settings.wholeEvery()).isAfter(Instant.now(clock));
    }

    private boolean unchanged(FetchRows.Row row, List<String> addresses) throws Failed {
        for (String address : addresses) {
            Validator known = row.validators().getOrDefault(address, Validator.NONE);
            if (known.equals(Validator.NONE) || !downloads.fetch(address, known).unchanged()) {
                return false;
            }
        }
        return true;
    }

    private void send(FetchRows.Row row, List<String> addresses) throws Failed {
        Map<String, Validator> validators = new LinkedHashMap<>();
        List<byte[]> files = new ArrayList<>();
        for (String address : addresses) {
            Download download;
            try {
                download = downloads.fetch(address, Validator.NONE);
            } catch (Failed e) {
                throw new Failed(shortName(address) + ": " + e.getMessage());
            }
            byte[] body = download.body();
            if (body == null) {
                throw new Failed(shortName(address) + ": status 304 to a request without conditions");
            }
            validators.put(address, download.validator());
            files.add(body);
        }
        byte[] file = files.size() == 1 ? files.get(0) : zip(addresses, files);
        ListsClient.Answer answer = events.send(row.list(), true, file);
        rows.sent(row, settings.every(), answer.id(), validators);
        count(row.list(), "sent");
        LOG.infof("list=%s fetched files=%d bytes=%d version=%s", row.list(), files.size(), file.length, answer.id());
    }

    /** The same files make the same bytes: no times in it. */
    static byte[] zip(List<String> addresses, List<byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files.size(); i++) {
                ZipEntry entry = new ZipEntry((i + 1) + "-" + shortName(addresses.get(i)));
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(files.get(i));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String shortName(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private void failed(FetchRows.Row row, String problem) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(row.failures(), 10));
        Duration next = least(pause, settings.every());
        rows.failed(row, next, problem);
        count(row.list(), "failed");
        int failures = row.failures() + 1;
        if (failures == WORRYING) {
            LOG.errorf("list=%s cannot be fetched, failed %d times, last: %s", row.list(), failures, problem);
        } else {
            LOG.warnf("list=%s not fetched, trying again in %s: %s", row.list(), next, problem);
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void count(String list, String outcome) {
        meters.counter("tocsin.lists.fetches", "list", list, "outcome", outcome).increment();
    }
}
