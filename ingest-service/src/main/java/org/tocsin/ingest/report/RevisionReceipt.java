package org.tocsin.ingest.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says how a report stands after it was changed. */
@Schema(name = "RevisionReceipt", description = "How a report stands after it was changed.")
record RevisionReceipt(
        @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
        UUID id,

        @Schema(examples = "PENDING") ReportStatus status,

        @Schema(description = "Counts corrections and retractions, from 1.", examples = "2")
        int revision) {
    static RevisionReceipt of(ReportEntity report) {
        return new RevisionReceipt(report.id, report.status, report.revision);
    }
}
