package org.tocsin.ingest.rereading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the reports that read otherwise than before. */
@Schema(name = "DifferencePage", description = "Some of the reports that read otherwise than before.")
record DifferencePage(
        @Schema(description = "First stored first.") List<ReportDifference> items,

        @Schema(
                nullable = true,
                description = "To be given as `after` for the next page; null on the last.",
                examples = "4711")
        @Nullable String next) {
    DifferencePage {
        items = List.copyOf(items);
    }
}
