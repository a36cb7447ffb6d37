package org.tocsin.events.sanctions.screening;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/** The thread that reads new versions before anybody asks for them, and forgets records of screenings when their time is over. */
@Singleton
class ScreeningWorker {
    private static final Logger LOG = Logger.getLogger(ScreeningWorker.class);
    private static final Duration SLOW_POLL = Duration.ofMinutes(10);

    private final Indexes indexes;
    private final ScreeningRows rows;
    private final Clock clock;
    private final Duration kept;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean stopping;
    private @Nullable Thread worker;

    ScreeningWorker(
            Indexes indexes,
            ScreeningRows rows,
            Clock clock,
            @ConfigProperty(name = "tocsin.screening.keep-days", defaultValue = "3653") int keepDays) {
        this.indexes = indexes;
        this.rows = rows;
        this.clock = clock;
        this.kept = Duration.ofDays(keepDays);
    }

    void start(@Observes @Priority(20) StartupEvent event, Notifications notifications) {
        notifications.onNotify(SanctionsLists.CHANNEL, wakeup::ring);
        Thread thread = new Thread(this::work, "tocsin-screening");
        thread.setDaemon(true);
        thread.start();
        worker = thread;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                indexes.inForce(EnumSet.allOf(ListId.class), null);
                int forgotten = rows.forgetBefore(Instant.now(clock).minus(kept));
                if (forgotten > 0) {
                    LOG.infof("forgot %d screenings older than %d days", forgotten, kept.toDays());
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("the lists cannot be read for screening, trying again: %s", e.getMessage());
                }
            }
            try {
                wakeup.await(SLOW_POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
