package org.tocsin.alerts.watchlist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Change;

/** What became of a list. */
@RegisterForReflection
@Schema(name = "WatchListResult", description = "What each line means, and whether it was stored.")
public record WatchListResult(
        @Schema(description = "Whether the subscription watches it now.")
        boolean applied,

        @Schema(examples = "4") int lines,
        @Schema(examples = "1") int matched,
        @Schema(examples = "1") int ambiguous,
        @Schema(examples = "1") int unknown,
        @Schema(examples = "1") int malformed,

        @Schema(description = "How many places the subscription has now.", examples = "1")
        int places,

        List<Item> items) {
    /** How a line came out. */
    @RegisterForReflection
    @Schema(name = "WatchListLineStatus")
    public enum Status {
        MATCHED,
        AMBIGUOUS,
        UNKNOWN,
        MALFORMED
    }

    /** A line. */
    @RegisterForReflection
    @Schema(name = "WatchListLine")
    public record Item(
            @Schema(description = "Of the file, from 1.", examples = "2")
            int line,

            @Schema(description = "The id or name that it gave.", examples = "Mosul")
            String text,

            Status status,

            @Schema(nullable = true, description = "What it means; null unless MATCHED.")
            Change.@Nullable Place place,

            @Schema(nullable = true, examples = "PO 4711") @Nullable String reference,

            @Schema(description = "What it could mean, most populous first, at most five.")
            List<Change.Place> candidates,

            @Schema(nullable = true, description = "Why it is not matched, or what else is worth knowing.") @Nullable String detail) {}

    int count(Status status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }
}
