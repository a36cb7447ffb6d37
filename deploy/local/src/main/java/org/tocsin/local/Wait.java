package org.tocsin.local;

import java.io.IOException;
import java.time.Duration;

/** Waiting for a condition. */
public final class Wait {
    private Wait() {}

    /** A condition that asks a service; one that cannot be reached just now counts as not yet. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException;
    }

    public static void until(String what, Duration atMost, Condition condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new Trouble("Waited " + atMost.toSeconds() + " s in vain for " + what + ".");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Stopped while waiting for " + what + ".", e);
            }
        }
    }

    private static boolean holds(Condition condition) {
        try {
            return condition.holds();
        } catch (IOException e) {
            return false;
        }
    }
}
