package org.tocsin.ingest.reading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.work.Workers;
import org.tocsin.service.wake.Notifications;

/** Threads that take reports from the queue, read them and store what they read. */
@ApplicationScoped
class ReadingWorkers {
    private static final Logger LOG = Logger.getLogger(ReadingWorkers.class);

    /** Reports of one transaction, unless they are slow to read. */
    private static final int BATCH = 16;

    /** A report that is read does not wait longer than this for the others of its batch. */
    private static final Duration STORE_AFTER = Duration.ofMillis(20);

    private final ReadingQueue queue;
    private final Readings readings;
    private final LoadedReader reader;
    private final FreshReports fresh;
    private final ReportReading reading;
    private final Workers workers;
    private final Timer readingTime;
    private final MeterRegistry metrics;

    ReadingWorkers(
            ReadingQueue queue,
            Readings readings,
            LoadedReader reader,
            FreshReports fresh,
            Notifications notifications,
            MeterRegistry metrics,
            @ConfigProperty(name = "tocsin.reading.workers", defaultValue = "2") int threads) {
        this.queue = queue;
        this.readings = readings;
        this.reader = reader;
        this.fresh = fresh;
        this.reading = new ReportReading(reader::read);
        this.metrics = metrics;
        this.readingTime = Timer.builder("tocsin.reading.time")
                .description("Time to read one report")
                .register(metrics);
        this.workers = new Workers("tocsin-reading", threads, this::readSome);
        notifications.onNotify(ReadingQueue.CHANNEL, workers::wake);
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent event) {
        workers.stop();
    }

    private Duration readSome() {
        reader.await();
        List<QueuedReport> taken = queue.take(BATCH);
        if (taken.isEmpty()) {
            taken = queue.takeAgain();
        }
        if (taken.isEmpty()) {
            return Workers.POLL;
        }
        fresh.begin();
        try {
            readAll(taken);
        } finally {
            fresh.end();
        }
        return Duration.ZERO;
    }

    private void readAll(List<QueuedReport> taken) {
        List<Outcome> outcomes = new ArrayList<>();
        long since = System.nanoTime();
        for (QueuedReport report : taken) {
            outcomes.add(readingTime.record(() -> reading.of(report)));
            if (System.nanoTime() - since > STORE_AFTER.toNanos()) {
                store(outcomes);
                outcomes.clear();
                since = System.nanoTime();
            }
        }
        store(outcomes);
    }

    private void store(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        readings.store(outcomes, ClaimReader.VERSION);
        for (Outcome outcome : outcomes) {
            counter(outcome.status()).increment();
            LOG.infof(
                    "report %s revision=%d id=%s language=%s claims=%d",
                    outcome.status().toLowerCase(Locale.ROOT),
                    outcome.report().revision(),
                    outcome.report().id(),
                    outcome.language(),
                    outcome.claims().size());
        }
    }

    private Counter counter(String status) {
        return metrics.counter("tocsin.reading.reports", "status", status);
    }
}
