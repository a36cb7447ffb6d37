package org.tocsin.ingest.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.Checks;

/** What a report should have said. What is not given stays as it is. */
@Schema(
        name = "Correction",
        description = "What a report should have said. Fields that are null or missing stay as they are.",
        requiredProperties = {"text"})
record Correction(
        @Schema(description = "Must be the publisher of the report, if given.", examples = "tigris-wire") @Nullable String publisher,

        @Schema(description = "The headline.", maxLength = Checks.LONGEST_TITLE) @Nullable String title,

        @Schema(description = "The corrected text, the whole of it.", maxLength = Checks.LONGEST_TEXT) @Nullable String text,

        @Schema(description = "When it was first published.", examples = "2014-06-10T15:30:00Z") @Nullable Instant publishedAt,

        @Schema(description = "Where it was published.", maxLength = Submission.LONGEST_URL) @Nullable String url,

        @Schema(description = "The sender's idea of its language.", examples = "en") @Nullable String language) {
    /** The report as it should be, checked like a new one. */
    Submission of(ReportEntity report, Instant now) {
        return Submission.of(
                new ReportRequest(
                        publisher == null ? report.publisher : publisher,
                        title == null ? report.title : title,
                        text,
                        publishedAt == null ? report.publishedAt : publishedAt,
                        url == null ? report.url : url,
                        language == null ? report.languageHint : language),
                now);
    }
}
