package org.tocsin.ingest.rereading;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.tocsin.ingest.reading.FreshReports;
import org.tocsin.ingest.reading.LoadedReader;
import org.tocsin.ingest.work.Workers;
import org.tocsin.service.wake.Notifications;

/** Threads that work re-readings off while no report that has just come in waits to be read. */
@ApplicationScoped
class ReReadingWorkers {
    private static final Logger LOG = Logger.getLogger(ReReadingWorkers.class);
    private static final int BATCH = 16;

    /** How long fresh reports are given before looking again. */
    private static final Duration YIELD = Duration.ofMillis(50);

    private final Progress progress;
    private final Selection selection;
    private final Previews previews;
    private final Application application;
    private final LoadedReader reader;
    private final FreshReports fresh;
    private final Rereader rereader;
    private final Workers workers;
    private final MeterRegistry metrics;

    ReReadingWorkers(
            Progress progress,
            Selection selection,
            Previews previews,
            Application application,
            LoadedReader reader,
            FreshReports fresh,
            Notifications notifications,
            MeterRegistry metrics,
            @ConfigProperty(name = "tocsin.re-readings.workers", defaultValue = "1") int threads) {
        this.progress = progress;
        this.selection = selection;
        this.previews = previews;
        this.application = application;
        this.reader = reader;
        this.fresh = fresh;
        this.metrics = metrics;
        this.rereader = new Rereader(reader::read, previews::claimsOf);
        this.workers = new Workers("tocsin-re-reading", threads, this::doSome);
        notifications.onNotify(ReReadings.CHANNEL, workers::wake);
    }

    void start(@Observes @Priority(30) StartupEvent event) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent event) {
        workers.stop();
    }

    private Duration doSome() {
        List<Task> tasks = progress.underWay(ClaimReader.VERSION);
        if (!tasks.isEmpty()) {
            reader.await();
            if (fresh.areThere()) {
                return YIELD;
            }
        }
        for (Task task : tasks) {
            if (someOf(task)) {
                return Duration.ZERO;
            }
        }
        return progress.clearSome() ? Duration.ZERO : Workers.POLL;
    }

    private boolean someOf(Task task) {
        return (task.state() == ReReadingState.APPLYING && applySomeOf(task))
                || (!task.allSelected() && selection.selectSome(task, ClaimReader.VERSION))
                || readSomeOf(task)
                || progress.moveOn(task);
    }

    private boolean applySomeOf(Task task) {
        Application.Applied applied = application.applySome(task, ClaimReader.VERSION);
        if (applied.equals(Application.Applied.NOTHING)) {
            return false;
        }
        count("applied", applied.switched());
        LOG.infof(
                "re-reading applied id=%s switched=%d same=%d again=%d gone=%d",
                task.id(), applied.switched(), applied.same(), applied.again(), applied.gone());
        return true;
    }

    private boolean readSomeOf(Task task) {
        List<Previews.Taken> taken = previews.take(task.id(), BATCH);
        List<Previews.Preview> done = new ArrayList<>();
        for (Previews.Taken report : taken) {
            if (fresh.areBeingRead()) {
                previews.giveBack(task.id(), taken.subList(done.size(), taken.size()));
                break;
            }
            done.add(rereader.previewOf(report));
        }
        if (!done.isEmpty()) {
            previews.store(task.id(), done, ClaimReader.VERSION);
            done.forEach(preview -> count(outcomeOf(preview), 1));
        }
        return !taken.isEmpty();
    }

    private static String outcomeOf(Previews.Preview preview) {
        return switch (preview.state()) {
            case READ -> preview.changed() ? "changed" : "unchanged";
            default -> preview.state().name().toLowerCase(Locale.ROOT);
        };
    }

    private void count(String outcome, int reports) {
        metrics.counter("tocsin.re-reading.reports", "outcome", outcome).increment(reports);
    }
}
