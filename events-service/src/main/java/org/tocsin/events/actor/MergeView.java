package org.tocsin.events.actor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A merge as answers show it.
 *
 * @param actor who was merged
 * @param into the actor that it is
 * @param author who merged them
 * @param withdrawnAt since when it does not count any more; null while it does
 */
@Schema(name = "Merge")
public record MergeView(
        @Schema(examples = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
        String id,

        @Schema(examples = "levant-front") String actor,
        @Schema(examples = "free-syrian-army") String into,
        @Schema(examples = "Joined it as a brigade.") String reason,
        @Schema(examples = "a.analyst") String author,
        @Schema(examples = "2026-11-23T15:00:00.123456Z") Instant recordedAt,
        @Schema(nullable = true) @Nullable Instant withdrawnAt,
        @Schema(nullable = true) @Nullable String withdrawnBy,
        @Schema(nullable = true) @Nullable String withdrawalReason) {}
