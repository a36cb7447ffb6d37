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
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Reading;
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

    /** A report that stopped its worker this often is given up. */
    private static final int MOST_ATTEMPTS = 3;

    private final ReadingQueue queue;
    private final Readings readings;
    private final LoadedReader reader;
    private final Workers workers;
    private final Timer readingTime;
    private final MeterRegistry metrics;

    ReadingWorkers(
            ReadingQueue queue,
            Readings readings,
            LoadedReader reader,
            Notifications notifications,
            MeterRegistry metrics,
            @ConfigProperty(name = "tocsin.reading.workers", defaultValue = "2") int threads) {
        this.queue = queue;
        this.readings = readings;
        this.reader = reader;
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
        List<Outcome> outcomes = new ArrayList<>();
        long since = System.nanoTime();
        for (QueuedReport report : taken) {
            outcomes.add(outcomeOf(report));
            if (System.nanoTime() - since > STORE_AFTER.toNanos()) {
                store(outcomes);
                outcomes.clear();
                since = System.nanoTime();
            }
        }
        store(outcomes);
        return taken.isEmpty() ? Workers.POLL : Duration.ZERO;
    }

    private void store(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        readings.store(outcomes, LoadedReader.VERSION);
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

    private Outcome outcomeOf(QueuedReport report) {
        if (report.attempts() > MOST_ATTEMPTS) {
            return Outcome.unreadable(report, "The reading did not come to an end " + MOST_ATTEMPTS + " times.");
        }
        Timer.Sample sample = Timer.start();
        try {
            Reading reading = reader.read(report.asText());
            String prefix = report.id() + "-" + report.revision() + "-";
            List<ClaimBody> claims = new ArrayList<>();
            for (Claim claim : reading.claims()) {
                claims.add(ClaimBody.of(claim, prefix));
            }
            return Outcome.read(report, reading.language(), claims);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "reading failed id=%s revision=%d", report.id(), report.revision());
            return Outcome.unreadable(
                    report, "The reading failed: " + e.getClass().getSimpleName() + ".");
        } finally {
            sample.stop(readingTime);
        }
    }

    private Counter counter(String status) {
        return metrics.counter("tocsin.reading.reports", "status", status);
    }
}
