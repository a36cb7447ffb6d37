package org.tocsin.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many reports, each with all that it says. */
@Schema(name = "Bulk")
public record Bulk(@NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid BulkReport> reports) {
    /** @param id id of the report */
    @Schema(name = "BulkReport")
    public record BulkReport(
            @NotNull @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String id,

            @NotNull @Valid ReportEvents says) {}

    /** @param items one for each report sent, in the order sent */
    @Schema(name = "BulkResult")
    public record BulkResult(List<ReportResult> items) {}
}
