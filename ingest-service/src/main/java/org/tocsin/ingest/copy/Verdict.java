package org.tocsin.ingest.copy;

/**
 * Whether one story is a near copy of another.
 *
 * @param likeness what part of the shorter one stands in the other, 0 to 1
 * @param reason why it is none, in a few words; "copy" if it is one
 */
public record Verdict(boolean isCopy, double likeness, String reason) {
    static final String COPY = "copy";

    static Verdict copy(double likeness) {
        return new Verdict(true, likeness, COPY);
    }

    static Verdict no(double likeness, String reason) {
        return new Verdict(false, likeness, reason);
    }
}
