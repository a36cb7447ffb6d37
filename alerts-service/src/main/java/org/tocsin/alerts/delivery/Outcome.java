package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.endpoint.Answer;

/**
 * How one attempt ended.
 *
 * @param status of the answer; null when there was none
 * @param error a word for what went wrong; null when nothing did
 * @param retryAfter what the endpoint asked for, else zero
 * @param headers of the request, as a JSON object; null when none was sent
 * @param allowed what the endpoint allowed by the handshake, if it consented by that
 */
record Outcome(
        Claimed delivery,
        Instant startedAt,
        Duration took,
        @Nullable Integer status,
        @Nullable String error,
        Duration retryAfter,
        @Nullable String headers,
        Handshake.@Nullable Allowed allowed) {
    boolean delivered() {
        return error == null;
    }

    /** The endpoint is gone for good (410). */
    boolean gone() {
        return status != null && status == 410;
    }

    /** What it says of the endpoint. */
    Answer answer() {
        return new Answer(
                verdict(),
                delivery.failures() == 0,
                delivery.endpoint().epoch(),
                delivery.endpoint().calm(),
                retryAfter,
                took,
                status,
                error);
    }

    private Answer.Verdict verdict() {
        if (delivered()) {
            return Answer.Verdict.TAKEN;
        }
        if (gone() || "NOT_SIGNED".equals(error) || "CHALLENGE_NOT_ANSWERED".equals(error)) {
            return Answer.Verdict.NEITHER;
        }
        return status != null && (status == 429 || status == 503) ? Answer.Verdict.BUSY : Answer.Verdict.FAILED;
    }
}
