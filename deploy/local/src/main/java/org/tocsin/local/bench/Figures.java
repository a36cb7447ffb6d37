package org.tocsin.local.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Prints what was measured: a line for each figure, with the value that was wanted and where it was measured. */
final class Figures {
    private final String machine;

    /** @param machine cores, JDK, commit, date and load */
    Figures(String machine) {
        this.machine = machine;
    }

    /** A line that says what is being done. */
    void step(String what, Object... values) {
        System.out.println("    " + String.format(Locale.ROOT, what, values));
    }

    void tell(String what, String measured, String wanted) {
        System.out.println(what + ": " + measured + "; wanted " + wanted + " | " + machine);
    }

    /** Durations, sorted. */
    static final class Times {
        private final long[] nanos;

        Times(LongStream nanos) {
            this.nanos = nanos.sorted().toArray();
        }

        int count() {
            return nanos.length;
        }

        double millis(double quantile) {
            return nanos[Math.max(0, (int) Math.ceil(quantile * nanos.length) - 1)] / 1e6;
        }

        double meanMillis() {
            return Arrays.stream(nanos).average().orElse(0) / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d times)",
                    millis(0.5),
                    millis(0.99),
                    millis(1),
                    count());
        }
    }
}
