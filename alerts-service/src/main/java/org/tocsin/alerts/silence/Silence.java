package org.tocsin.alerts.silence;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A silence as its owner sees it. */
@Schema(description = "What an owner does not want to be told for a while.")
public record Silence(
        @Schema(examples = "5d0c9b1e-2f0a-4a53-9a77-0a5c1f1f7e11")
        String id,

        @Schema(description = "PENDING before it starts, ACTIVE while it lasts, EXPIRED after it.")
        Status status,

        Matchers matchers,
        Instant startsAt,
        Instant endsAt,

        @Schema(examples = "Battle for Mosul: the desk reads the wire itself")
        String comment,

        @Schema(description = "Who made it.", examples = "anna")
        String createdBy,

        Instant createdAt,
        Instant updatedAt) {
    /** Where it stands in time. */
    @Schema(name = "SilenceStatus")
    public enum Status {
        PENDING,
        ACTIVE,
        EXPIRED;

        static Status of(Instant startsAt, Instant endsAt, Instant now) {
            if (!endsAt.isAfter(now)) {
                return EXPIRED;
            }
            return startsAt.isAfter(now) ? PENDING : ACTIVE;
        }
    }
}
