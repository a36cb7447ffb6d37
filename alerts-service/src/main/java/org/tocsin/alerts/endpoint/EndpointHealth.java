package org.tocsin.alerts.endpoint;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an endpoint is faring, as the owner of a subscription to it sees it. All his subscriptions with this address are in it. */
@Schema(
        name = "EndpointHealth",
        description = "How the endpoint is faring. All subscriptions of the owner with this address are counted.")
record EndpointHealth(
        @Schema(examples = "https://hooks.example.org/tocsin")
        String endpoint,

        @Schema(
                description =
                        "CLOSED: all is well. OPEN: it failed several times in a row; one request at a time probes it."
                                + " HALF_OPEN: it answers again, and more and more are sent at once.",
                examples = "CLOSED")
        Breaker.State breaker,

        @Schema(description = "How many may be in flight to it at once.", examples = "8")
        int allowedInFlight,

        @Schema(examples = "1") long inFlight,

        @Schema(nullable = true, description = "When the next probe may go; null unless OPEN.") @Nullable Instant nextProbeAt,

        @Schema(nullable = true, description = "Until when it asked not to be called; null when it did not.") @Nullable Instant pausedUntil,

        @Schema(nullable = true, description = "Since when every attempt failed; null when the last one succeeded.")
        @Nullable Instant failingSince,

        @Schema(
                nullable = true,
                description =
                        "At the first failure after this its subscriptions are DISABLED; null when it does not fail.")
        @Nullable Instant disablesAt,

        @Schema(nullable = true, description = "When it last answered with 2xx, in the last 90 days.") @Nullable Instant deliveredAt,

        @Schema(description = "Deliveries that are to be sent, or sent again, when due.", examples = "3")
        long ready,

        @Schema(
                description =
                        "Deliveries that wait: behind another one about the same place, or for the subscription to be active.",
                examples = "1")
        long waiting,

        @Schema(description = "Deliveries that were given up.", examples = "0")
        long dead,

        @Schema(nullable = true, description = "Since when the oldest that is due has been due.") @Nullable Instant oldestDueAt,

        Day lastDay) {
    /** Attempts that began in the last 24 whole hours and this one. */
    @Schema(name = "EndpointDay", description = "Attempts in this hour and the 24 before it.")
    record Day(
            @Schema(examples = "118") long delivered,
            @Schema(examples = "2") long failed,

            @Schema(nullable = true, description = "How long they took on average.", examples = "41") @Nullable Long meanMillis,

            @Schema(nullable = true, description = "How long the slowest took.", examples = "380") @Nullable Integer slowestMillis) {}
}
