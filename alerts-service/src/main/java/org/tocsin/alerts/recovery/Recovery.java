package org.tocsin.alerts.recovery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recovery as the owner of the subscription sees it. */
@Schema(description = "Deliveries that were given up, sent again.")
record Recovery(
        @Schema(examples = "9b1f1c5e-0c8e-4a0e-8a3c-64a7f0a3b911")
        String id,

        @Schema(examples = "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10")
        String subscription,

        @Schema(
                description =
                        "RUNNING: some are still to be sent. COMPLETED: each was delivered or given up again. CANCELLED.")
        State state,

        @Schema(nullable = true) @Nullable Instant madeFrom,
        @Schema(nullable = true) @Nullable Instant madeBefore,
        boolean includeDelivered,

        @Schema(description = "How many there were when it was started.", examples = "120")
        long total,

        @Schema(description = "Of these not yet taken up.", examples = "20")
        long left,

        @Schema(description = "Of these on their way, or behind another about the same place.", examples = "8")
        long underWay,

        @Schema(examples = "90") long delivered,

        @Schema(description = "Given up again, or not sent because the recovery was cancelled.", examples = "2")
        long dead,

        @Schema(examples = "a-subscriber") String startedBy,
        Instant startedAt,
        @Schema(nullable = true) @Nullable Instant finishedAt) {
    enum State {
        RUNNING,
        COMPLETED,
        CANCELLED
    }
}
