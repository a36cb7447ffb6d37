package org.tocsin.alerts.recovery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be sent again. */
@RegisterForReflection
@Schema(description = "What is to be sent again; an empty object: all that is DEAD.")
public record RecoveryRequest(
        @Schema(
                nullable = true,
                description = "Only alerts made at this time or later.",
                examples = "2026-11-20T00:00:00Z")
        @Nullable Instant madeFrom,

        @Schema(nullable = true, description = "Only alerts made before this time.", examples = "2026-11-23T00:00:00Z")
        @Nullable Instant madeBefore,

        @Schema(
                nullable = true,
                description = "Whether to send again also what was delivered, for an endpoint that lost it.",
                defaultValue = "false")
        @Nullable Boolean includeDelivered) {
    static final RecoveryRequest ALL_DEAD = new RecoveryRequest(null, null, null);
}
