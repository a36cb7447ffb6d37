package org.tocsin.service.wake;

import java.time.Duration;

/**
 * Lets a worker sleep until there may be work. A ring that comes while nobody waits is kept, so that a worker which looks for work, finds
 * none and then waits never misses what arrived in between.
 */
public final class Wakeup {
    private boolean rung;

    /** Wakes whoever waits, or the next who does. */
    public synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /**
     * Returns when rung or when the time is over.
     *
     * @return whether it was rung
     */
    public synchronized boolean await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!rung) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        rung = false;
        return true;
    }
}
