package org.tocsin.ingest.rereading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.reading.ClaimBody;
import org.tocsin.ingest.report.ReportStatus;

/**
 * A report that reads otherwise than before.
 *
 * @param sequence the number that pages go by, not shown
 */
@RegisterForReflection(targets = {ReportDifference.class, ReportDifference.Read.class})
@Schema(
        name = "ReportDifference",
        description = "A report that reads otherwise than before, or that the newer reader failed on.")
record ReportDifference(
        @JsonIgnore @Schema(hidden = true) long sequence,

        @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
        UUID report,

        String publisher,
        String title,
        Instant publishedAt,

        @Schema(description = "The revision that was read.") int revision,

        @Schema(
                description =
                        "WAITING: to be read once more, because it changed or the reader did; what is shown is out of date."
                                + " READ: may be applied. FAILED: stays as it is. SKIPPED: corrected or retracted meanwhile. APPLIED.")
        State state,

        @Schema(nullable = true, description = "Why the newer reader could not read it, else null.") @Nullable String failure,

        @Schema(description = "The reading that is stored, or was until this one was applied.")
        Read before,

        @Schema(nullable = true, implementation = Read.class, description = "The new reading; null when it failed.")
        @Nullable Read after,

        @Schema(description = "Claims that only the new reading has.")
        List<ClaimBody> added,

        @Schema(description = "Claims that only the old reading has.")
        List<ClaimBody> removed,

        @Schema(description = "Claims of the same words that differ.")
        List<Differences.Altered> altered) {

    ReportDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        altered = List.copyOf(altered);
    }

    @Schema(name = "ReReadingReportState")
    enum State {
        WAITING,
        READ,
        FAILED,
        SKIPPED,
        APPLIED
    }

    @Schema(name = "ReadBy", description = "How a report was read.")
    record Read(
            ReportStatus status,

            @Schema(nullable = true, description = "ISO 639; null when UNREADABLE.", examples = "en") @Nullable String language,

            @Schema(nullable = true, description = "Null when UNREADABLE.", examples = "2") @Nullable String readerVersion) {}
}
