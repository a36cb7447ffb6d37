package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param status of the answer; null when there was none
 * @param error a word for what went wrong; null when nothing did
 * @param retryAfter what the endpoint asked for, else zero
 * @param allowed what the endpoint allowed by the handshake, if it consented by that
 */
record Outcome(
        Claimed delivery,
        Instant startedAt,
        Duration took,
        @Nullable Integer status,
        @Nullable String error,
        Duration retryAfter,
        Handshake.@Nullable Allowed allowed) {
    boolean delivered() {
        return error == null;
    }

    /** The endpoint is gone for good (410). */
    boolean gone() {
        return status != null && status == 410;
    }
}
