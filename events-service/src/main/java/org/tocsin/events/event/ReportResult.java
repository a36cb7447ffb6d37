package org.tocsin.events.event;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/**
 * What became of the events of a report.
 *
 * @param report id of the report
 * @param revision the revision that is stored now
 * @param reading the reading of it that is stored now
 * @param items one for each event sent, in the order sent
 * @param withdrawn ids of earlier events that the report no longer says
 */
@Schema(name = "ReportResult")
public record ReportResult(String report, int revision, int reading, List<Item> items, List<String> withdrawn) {
    public ReportResult {
        items = List.copyOf(items);
        withdrawn = List.copyOf(withdrawn);
    }

    /** What became of one event. */
    public enum Outcome {
        STORED,
        /** It was stored before, or an earlier revision or reading than the stored one says it. */
        KNOWN,
        REFUSED
    }

    /** @param problem what is wrong with a refused event; null otherwise */
    @Schema(name = "ReportResultItem")
    public record Item(
            String id,
            Outcome outcome,
            @Schema(nullable = true) @Nullable Problem problem) {}
}
