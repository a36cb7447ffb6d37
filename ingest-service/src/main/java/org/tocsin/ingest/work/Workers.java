package org.tocsin.ingest.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tocsin.service.wake.Wakeup;

/**
 * Threads that do the same piece of work again and again: at once while there is some, else when woken, and every second for safety. A
 * failure (the database is away) is said once, then tried again ever more slowly, up to every two seconds.
 */
public final class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    /** What a piece of work returns when there was none. */
    public static final Duration POLL = Duration.ofSeconds(1);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Work work;
    private final List<Worker> workers = new ArrayList<>();
    private volatile boolean stopping;

    /** A piece of work. */
    @FunctionalInterface
    public interface Work {
        /** @return how long to wait for a call before looking again; zero when there may be more to do */
        Duration doSome();
    }

    public Workers(String name, int threads, Work work) {
        this.work = work;
        for (int i = 1; i <= threads; i++) {
            workers.add(new Worker(name + "-" + i));
        }
    }

    public void start() {
        workers.forEach(w -> w.thread.start());
    }

    /** Says that there may be work. Every thread looks, for there may be enough for all. */
    public void wake() {
        workers.forEach(w -> w.wakeup.ring());
    }

    /** Lets each thread end the piece it is at, for a few seconds. */
    public void stop() {
        stopping = true;
        wake();
        for (Worker worker : workers) {
            try {
                worker.thread.join(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private final class Worker {
        private final Wakeup wakeup = new Wakeup();
        private final Thread thread;
        private int failures;

        Worker(String name) {
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
        }

        private void run() {
            while (!stopping) {
                try {
                    Duration wait = work.doSome();
                    if (failures > 0) {
                        LOG.infof("%s works again", thread.getName());
                        failures = 0;
                    }
                    if (!wait.isZero()) {
                        wakeup.await(wait);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException | Error e) {
                    failed(e);
                }
            }
        }

        private void failed(Throwable e) {
            if (failures++ == 0 && !stopping) {
                LOG.warnf("%s cannot work and tries again: %s", thread.getName(), e);
                LOG.debug("the cause", e);
            }
            try {
                // not the wake-up, which may ring all the time
                TimeUnit.MILLISECONDS.sleep(
                        Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 6)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                stopping = true;
            }
        }
    }
}
