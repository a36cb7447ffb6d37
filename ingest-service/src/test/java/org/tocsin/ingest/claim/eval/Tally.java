package org.tocsin.ingest.claim.eval;

import java.util.Locale;

/** Counts how often something was right. */
final class Tally {
    private final String name;
    private int right;
    private int asked;

    Tally(String name) {
        this.name = name;
    }

    boolean add(boolean isRight) {
        asked++;
        right += isRight ? 1 : 0;
        return isRight;
    }

    double share() {
        return asked == 0 ? 0 : right / (double) asked;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-42s %.3f  (%d of %d)", name, share(), right, asked);
    }
}
