package org.tocsin.ingest.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.reading.ClaimBody;

/** What was read in a report. */
@Schema(name = "ReportClaims", description = "What was read in a report.")
record ClaimsAnswer(
        ReportStatus status,

        @Schema(
                nullable = true,
                description = "Language of the text, ISO 639; null until it is read. Other than `en` it has no claims.")
        @Nullable String language,

        @Schema(description = "In the order of the text; empty unless READ.")
        List<ClaimBody> items) {
    ClaimsAnswer {
        items = List.copyOf(items);
    }
}
