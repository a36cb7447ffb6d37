package org.tocsin.alerts.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt says of its endpoint.
 *
 * @param fresh whether it was the first attempt of its delivery: one delivery that fails on and on says nothing new
 * @param epoch of the endpoint when the attempt was begun
 * @param calm whether the endpoint was well when the attempt was begun
 * @param retryAfter what the endpoint asked for, else zero
 */
public record Answer(
        Verdict verdict,
        boolean fresh,
        int epoch,
        boolean calm,
        Duration retryAfter,
        Duration took,
        @Nullable Integer status,
        @Nullable String error) {
    /** TAKEN: 2xx. FAILED: no answer, or another one. BUSY: 429 or 503, it wants less. NEITHER: nothing about the endpoint's health. */
    public enum Verdict {
        TAKEN,
        FAILED,
        BUSY,
        NEITHER
    }

    /** A success of an endpoint that was well: the most frequent of all, and not worth a look at its row. */
    boolean changesNothing() {
        return verdict == Verdict.NEITHER || (calm && verdict == Verdict.TAKEN);
    }

    boolean bad() {
        return verdict == Verdict.FAILED || verdict == Verdict.BUSY;
    }
}
