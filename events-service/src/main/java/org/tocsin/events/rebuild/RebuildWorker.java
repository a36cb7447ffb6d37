package org.tocsin.events.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/** The thread that works rebuilds off. */
@Singleton
class RebuildWorker {
    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
    private static final Duration SLOW_POLL = Duration.ofSeconds(5);
    /** How long to leave it to another replica that works on it. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Batches batches;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean stopping;
    private @Nullable Thread worker;

    RebuildWorker(Batches batches) {
        this.batches = batches;
    }

    void start(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(Rebuilds.CHANNEL, wakeup::ring);
        Thread thread = new Thread(this::work, "tocsin-rebuilds");
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
                Duration pause = some();
                if (!pause.isZero()) {
                    wakeup.await(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("rebuilds cannot be worked on, trying again: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private Duration some() {
        Optional<Batches.Task> task = batches.next();
        if (task.isEmpty()) {
            return SLOW_POLL;
        }
        try {
            return batches.some(task.get()) ? Duration.ZERO : BUSY;
        } catch (RuntimeException e) {
            if (!stopping) {
                batches.failed(task.get(), e);
            }
            return BUSY;
        }
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
