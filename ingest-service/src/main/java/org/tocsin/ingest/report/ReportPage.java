package org.tocsin.ingest.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the stored reports. */
@Schema(name = "ReportPage", description = "Some of the stored reports.")
record ReportPage(
        @Schema(description = "Last stored first.") List<ReportSummary> items,

        @Schema(
                nullable = true,
                description = "To be given as `after` for the next page; null on the last.",
                examples = "4711")
        @Nullable String next) {
    ReportPage {
        items = List.copyOf(items);
    }
}
