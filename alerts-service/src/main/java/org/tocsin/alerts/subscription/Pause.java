package org.tocsin.alerts.subscription;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a subscription is paused. */
@Schema(
        description =
                "While it lasts alerts are made and held back; what was sent before is still updated and taken back.")
public record Pause(
        Instant since,

        @Schema(nullable = true, description = "When it ends by itself; null: when somebody ends it.") @Nullable Instant until,

        @Schema(nullable = true, examples = "The desk moves house") @Nullable String reason,

        @Schema(description = "Who paused it.", examples = "anna")
        String by) {
    /** Null when the subscription is not paused at that time. */
    static @Nullable Pause of(SubscriptionEntity entity, Instant now) {
        boolean over = entity.pausedUntil != null && !entity.pausedUntil.isAfter(now);
        return entity.pausedAt == null || entity.pausedBy == null || over
                ? null
                : new Pause(entity.pausedAt, entity.pausedUntil, entity.pauseReason, entity.pausedBy);
    }
}
