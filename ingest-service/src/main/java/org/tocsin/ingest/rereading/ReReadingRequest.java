package org.tocsin.ingest.rereading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.input.Checks;

/** A wish to have stored reports read again. */
@Schema(name = "ReReadingRequest", description = "Which stored reports to read again.")
record ReReadingRequest(
        @Schema(
                nullable = true,
                description = "Which reports; all that another reader read than the one that runs, if null.")
        @Nullable Filter filter,

        @Schema(
                nullable = true,
                description =
                        "Whether to apply what is read without waiting for somebody to look at it. False if null.",
                defaultValue = "false")
        @Nullable Boolean apply) {

    /** @throws org.tocsin.service.problem.ProblemException naming every wrong field */
    Filter checkedFilter() {
        Checks checks = new Checks();
        Filter checked = filter == null ? Filter.ALL : filter.checked(checks);
        checks.refuseIfWrong();
        return checked;
    }

    boolean appliesAtOnce() {
        return apply != null && apply;
    }
}
