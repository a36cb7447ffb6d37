package org.tocsin.ingest.rereading;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A re-reading as the API shows it. */
@RegisterForReflection(
        targets = {
            ReReadingView.class,
            ReReadingView.Counts.class,
            ReReadingView.Reports.class,
            ReReadingView.Claims.class,
            Filter.class
        })
@Schema(name = "ReReading", description = "Stored reports that are read again.")
record ReReadingView(
        UUID id,

        @Schema(
                description =
                        "RUNNING: being read, nothing changes. PREVIEWED: look at its differences, then apply or cancel it."
                                + " APPLYING: reports are switched one after the other. APPLIED and CANCELLED: it has ended.")
        ReReadingState state,

        Filter filter,

        @Schema(description = "Whether it is applied without waiting for somebody to look at it.")
        boolean apply,

        @Schema(description = "The newest reader that took part in it.", examples = "2")
        String readerVersion,

        @Schema(
                description =
                        "Whether all its reports have been found, so that `reports.selected` does not rise any more.")
        boolean allSelected,

        Reports reports,
        Claims claims,

        @Schema(description = "Who started it.", examples = "an-analyst")
        String startedBy,

        Instant startedAt,

        @Schema(description = "Since when it has been in this state.")
        Instant changedAt,

        @Schema(
                nullable = true,
                description =
                        "When it is cancelled if it is not applied by then, or its differences are deleted; null while it is"
                                + " under way and when they are deleted.")
        @Nullable Instant expiresAt) {

    /** What its reports came to. */
    record Counts(Reports reports, Claims claims) {}

    @Schema(name = "ReReadingReports", description = "How many reports came to what.")
    record Reports(
            @Schema(description = "Fit the filter, as far as they have been found.")
            long selected,

            @Schema(description = "Wait to be read.") long waiting,

            @Schema(description = "Say the same as before; applying only notes the reader's version.")
            long unchanged,

            @Schema(description = "Say something else than before.")
            long changed,

            @Schema(description = "The newer reader failed on them; they stay as they are.")
            long failed,

            @Schema(
                    description =
                            "Were corrected and wait for their first reading, or were retracted, since they were found.")
            long skipped,

            @Schema(description = "Of those changed, how many have been switched to the new reading.")
            long applied) {}

    @Schema(name = "ReReadingClaims", description = "What the changed reports differ in, in all.")
    record Claims(long added, long removed, long altered) {}
}
