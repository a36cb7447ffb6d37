package org.tocsin.ingest.claim.eval;

import java.util.Locale;

/** Counts hits, false alarms and misses. */
final class Detection {
    private int hits;
    private int falseAlarms;
    private int misses;
    private int rightlyNone;

    void add(boolean expected, boolean found) {
        if (expected) {
            hits += found ? 1 : 0;
            misses += found ? 0 : 1;
        } else {
            falseAlarms += found ? 1 : 0;
            rightlyNone += found ? 0 : 1;
        }
    }

    double precision() {
        return hits + falseAlarms == 0 ? 0 : hits / (double) (hits + falseAlarms);
    }

    double recall() {
        return hits + misses == 0 ? 0 : hits / (double) (hits + misses);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  F1 %.3f  (%d hits, %d false, %d missed, %d rightly none)",
                precision(),
                recall(),
                f1(),
                hits,
                falseAlarms,
                misses,
                rightlyNone);
    }
}
