package org.tocsin.ingest.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report in a list: all but its text.
 *
 * @param sequence the number that pages go by, not shown
 */
@RegisterForReflection
@Schema(name = "ReportSummary", description = "A report without its text.")
record ReportSummary(
        @JsonIgnore @Schema(hidden = true) long sequence,

        UUID id,
        String publisher,
        String title,
        Instant publishedAt,
        @Nullable String url,

        @Schema(nullable = true, description = "As read; null until then.") @Nullable String language,

        boolean live,
        ReportStatus status,

        @Schema(nullable = true, description = "Why it could not be read.") @Nullable String statusReason,

        int revision,

        @Schema(
                nullable = true,
                description = "The report of which this one is a near copy; that one is a copy of none.")
        @Nullable UUID copyOf,

        @Schema(description = "How many reports are near copies of this one.", examples = "0")
        long copies,

        Instant receivedAt,
        Instant revisedAt) {}
