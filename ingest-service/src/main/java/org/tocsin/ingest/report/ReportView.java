package org.tocsin.ingest.report;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as it is stored. */
@Schema(name = "Report", description = "A report as it is stored.")
record ReportView(
        UUID id,
        String publisher,
        String title,
        String text,
        Instant publishedAt,
        @Nullable String url,

        @Schema(nullable = true, description = "As read; null until then.") @Nullable String language,

        @Schema(nullable = true, description = "What the sender took it for.") @Nullable String languageHint,

        @Schema(description = "False for a report of the past, which does not ring.")
        boolean live,

        ReportStatus status,

        @Schema(nullable = true, description = "Why it could not be read.") @Nullable String statusReason,

        @Schema(description = "Counts corrections and retractions, from 1.")
        int revision,

        @Schema(
                nullable = true,
                description = "The report of which this one is a near copy; that one is a copy of none.")
        @Nullable UUID copyOf,

        @Schema(description = "How many reports are near copies of this one.", examples = "0")
        long copies,

        Instant receivedAt,
        Instant revisedAt) {
    static ReportView of(ReportEntity report) {
        return new ReportView(
                report.id,
                report.publisher,
                report.title,
                report.text,
                report.publishedAt,
                report.url,
                report.language,
                report.languageHint,
                report.live,
                report.status,
                report.statusReason,
                report.revision,
                report.copyOf,
                report.copies,
                report.receivedAt,
                report.revisedAt);
    }
}
