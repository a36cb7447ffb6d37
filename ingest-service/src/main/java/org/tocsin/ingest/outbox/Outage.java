package org.tocsin.ingest.outbox;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all senders quiet while events-service does not answer. One of them tries now and then, ever more slowly, up to every three
 * seconds. It is said once when it begins and once when it is over.
 */
final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private int failures;
    private @Nullable Thread prober;
    private long nextProbe;

    /**
     * Asks to send. Who may must say afterwards, on the same thread, whether it succeeded or failed, or that it was not tried.
     *
     * @return zero: go on; else how long to wait before asking again
     */
    synchronized Duration untilAllowed() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        long left = nextProbe - System.nanoTime();
        if (prober != null || left > 0) {
            return Duration.ofNanos(Math.max(left, 50_000_000));
        }
        prober = Thread.currentThread();
        return Duration.ZERO;
    }

    /** Whether there is an outage, in which only one report is to be tried. */
    synchronized boolean isOn() {
        return failures > 0;
    }

    synchronized void failed(String why) {
        notTried();
        if (failures == 0) {
            LOG.warnf("events-service does not take events, trying again until it does: %s", why);
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 6));
        failures++;
        nextProbe = System.nanoTime() + Duration.ofMillis(pause).toNanos();
    }

    synchronized void succeeded() {
        prober = null;
        if (failures > 0) {
            LOG.infof("events-service takes events again, after %d failed tries", failures);
            failures = 0;
        }
    }

    /** Nothing was tried after all. Who had leave before the outage began, or has told already, does not end the try of another. */
    synchronized void notTried() {
        if (prober == Thread.currentThread()) {
            prober = null;
        }
    }
}
