package org.tocsin.events.sanctions.list;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/** The thread that reads the versions that were received, one at a time and each list in the order of receipt. */
@Singleton
class IntakeWorker {
    private static final Logger LOG = Logger.getLogger(IntakeWorker.class);
    private static final Duration SLOW_POLL = Duration.ofSeconds(10);
    private static final int MOST_SECONDS = 900;
    private static final int MOST_ATTEMPTS = 3;

    private final VersionRows versions;
    private final Intake intake;
    private final ListMeters meters;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean stopping;
    private @Nullable Thread worker;

    IntakeWorker(VersionRows versions, Intake intake, ListMeters meters) {
        this.versions = versions;
        this.intake = intake;
        this.meters = meters;
    }

    void start(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(Receiving.CHANNEL, wakeup::ring);
        notifications.onNotify(SanctionsLists.CHANNEL, wakeup::ring);
        Thread thread = new Thread(this::work, "tocsin-sanctions-lists");
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
                boolean worked = false;
                for (Version version : QuarkusTransaction.requiringNew().call(versions::waiting)) {
                    worked |= settle(version);
                }
                meters.refresh();
                if (!worked) {
                    wakeup.await(SLOW_POLL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("sanctions lists cannot be worked on, trying again: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    /** Whether it was free to be worked on. */
    private boolean settle(Version version) {
        try {
            return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
                List<Version> free = versions.claim(version.list(), version.number()).stream()
                        .toList();
                free.forEach(claimed -> intake.settle(claimed, null));
                return !free.isEmpty();
            });
        } catch (RuntimeException e) {
            if (!stopping) {
                failed(version, e);
            }
            return false;
        }
    }

    private void failed(Version version, RuntimeException cause) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (versions.attempted(version.list(), version.number()) < MOST_ATTEMPTS) {
                LOG.warnf(cause, "list=%s version=%d failed, trying again", version.list(), version.number());
                return;
            }
            String log = UUID.randomUUID().toString();
            LOG.errorf(cause, "list=%s version=%d failed id=%s", version.list(), version.number(), log);
            versions.claim(version.list(), version.number()).ifPresent(claimed -> intake.giveUp(claimed, log));
        });
    }

    private void pause() {
        try {
            Thread.sleep(SLOW_POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
