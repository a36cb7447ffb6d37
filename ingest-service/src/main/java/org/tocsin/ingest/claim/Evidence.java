package org.tocsin.ingest.claim;

import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands in the report. All offsets count Unicode code points of the field named.
 *
 * @param field {@code title} or {@code text}
 */
public record Evidence(
        String field,
        Sentence sentence,
        Span trigger,
        @Nullable Span place,
        @Nullable Span actor) {
    /** From {@code start} up to but not including {@code end}. */
    public record Span(int start, int end) {
        public Span {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("not a span: " + start + " to " + end);
            }
        }
    }

    public record Sentence(int start, int end, String text) {}
}
