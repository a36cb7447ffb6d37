package org.tocsin.alerts.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as the owner of its subscription sees it. */
@Schema(description = "A webhook on its way to an endpoint.")
public record Delivery(
        @Schema(description = "Also its webhook-id.", examples = "635ce839-40af-30ea-862c-ecbe19638624")
        String id,

        @Schema(examples = "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10")
        String subscription,

        DeliveryKind kind,

        @Schema(nullable = true, description = "The alert that it carries; null for a verification or a ping.")
        @Nullable String alert,

        @Schema(
                description =
                        "WAITING: behind an earlier one about the same place, or for the subscription to be active."
                                + " READY: to be sent when due. SENDING: under way. DELIVERED: answered with 2xx. DEAD: given up."
                                + " HELD: by a pause or a silence. SKIPPED: out of date when that ended.")
        DeliveryState state,

        @Schema(description = "How often it was tried.", examples = "1")
        int attempts,

        Instant createdAt,

        @Schema(nullable = true, description = "When it is tried next; null when nothing is planned.") @Nullable Instant nextAttemptAt,

        @Schema(nullable = true, description = "When it was delivered or given up.") @Nullable Instant finishedAt,

        @Schema(nullable = true, description = "The HTTP status of the last answer.", examples = "204") @Nullable Integer lastStatus,

        @Schema(nullable = true, description = "What was wrong at the last attempt, as in its attempts.") @Nullable String lastError) {}
