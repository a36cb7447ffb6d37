package org.tocsin.alerts.delivery;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attempt as the owner sees it. */
@Schema(description = "One attempt to deliver.")
public record Attempt(
        @Schema(description = "Counted from 1.", examples = "1")
        int number,

        Instant startedAt,

        @Schema(description = "How long it took.", examples = "37")
        int millis,

        @Schema(
                nullable = true,
                description = "The HTTP status of the answer; null when there was none.",
                examples = "503")
        @Nullable Integer status,

        @Schema(
                nullable = true,
                description = "null: delivered. STATUS: the status was not 2xx. TIMEOUT: not done within 15 s."
                        + " NOT_CONNECTED: no connection. TLS: no trusted connection. CONNECTION_CLOSED and NO_ANSWER: cut off"
                        + " before an answer. ADDRESS_REFUSED: the address must not be called. NOT_SIGNED: the secret cannot be"
                        + " opened with the present master key."
                        + " CHALLENGE_NOT_ANSWERED: a verification was answered without the challenge.",
                examples = "STATUS")
        @Nullable String error,

        @Schema(
                nullable = true,
                description = "The request's headers, names in lower case; of signatures only the scheme."
                        + " null when no request was sent.",
                examples = "{\"content-type\": \"application/cloudevents+json\", \"webhook-signature\": \"v1,...\"}")
        @Nullable Map<String, String> requestHeaders,

        @Schema(nullable = true, description = "When the next one was planned for; null when none was.") @Nullable Instant nextAttemptAt) {}
