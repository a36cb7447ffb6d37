package org.tocsin.ingest.reading;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text to read and forget. */
@Schema(
        name = "ReadingRequest",
        description = "A text to read and forget.",
        requiredProperties = {"text"})
record ReadingRequest(
        @Schema(nullable = true, description = "The headline, if it has one.", maxLength = 1_000) @Nullable String title,

        @Schema(
                nullable = true,
                description = "The text without mark-up.",
                maxLength = 1_000_000,
                examples = "Militants captured Mosul on Tuesday, the provincial governor said.")
        @Nullable String text,

        @Schema(nullable = true, description = "What days such as \"on Sunday\" are counted from; now, if not given.")
        @Nullable Instant publishedAt,

        @Schema(nullable = true, description = "Who published it, as a slug. It does not change the reading.") @Nullable String publisher) {}
