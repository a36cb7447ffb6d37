package org.tocsin.ingest.rereading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the re-readings. */
@Schema(name = "ReReadingPage", description = "Some of the re-readings.")
record ReReadingPage(
        @Schema(description = "Last started first.") List<ReReadingView> items,

        @Schema(
                nullable = true,
                description = "To be given as `after` for the next page; null on the last.",
                examples = "12")
        @Nullable String next) {
    ReReadingPage {
        items = List.copyOf(items);
    }
}
