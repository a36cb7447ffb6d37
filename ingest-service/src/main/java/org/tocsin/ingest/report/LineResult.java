package org.tocsin.ingest.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** What became of one line of a stream of reports. */
@RegisterForReflection(targets = {LineResult.class, LineResult.Outcome.class, Problem.class, Problem.FieldError.class})
@Schema(name = "LineResult", description = "What became of one line of a stream of reports.")
record LineResult(
        @Schema(description = "Number of the line, from 1; blank lines count and have no result.", examples = "1")
        long line,

        Outcome outcome,

        @Schema(
                nullable = true,
                description = "Null when it was refused.",
                examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
        @Nullable UUID id,

        @Schema(nullable = true, description = "Null when it was refused.", examples = "PENDING") @Nullable ReportStatus status,

        @Schema(nullable = true, implementation = Problem.class, description = "Why it was refused, else null.")
        @Nullable Problem problem) {

    enum Outcome {
        STORED,
        KNOWN,
        REFUSED
    }

    static LineResult of(long line, Reports.Stored stored) {
        return new LineResult(
                line, stored.known() ? Outcome.KNOWN : Outcome.STORED, stored.id(), stored.status(), null);
    }

    static LineResult refused(long line, Problem problem) {
        return new LineResult(line, Outcome.REFUSED, null, null, problem);
    }
}
