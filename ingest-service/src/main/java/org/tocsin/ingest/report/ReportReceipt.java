package org.tocsin.ingest.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says that a report is stored. */
@Schema(name = "ReportReceipt", description = "Says that a report is stored.")
record ReportReceipt(
        @Schema(examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
        UUID id,

        @Schema(examples = "PENDING") ReportStatus status) {}
