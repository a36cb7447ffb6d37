package org.tocsin.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportExamplesTest {
    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        Map<String, String> files = Map.of(
                "report.request.json", ReportExamples.REQUEST,
                "report.response.json", ReportExamples.RECEIPT,
                "report.lines.request.ndjson", ReportExamples.LINES,
                "report.lines.response.ndjson", ReportExamples.LINE_RESULTS,
                "report.stored.response.json", ReportExamples.REPORT,
                "report.page.response.json", ReportExamples.PAGE,
                "report.correction.request.json", ReportExamples.CORRECTION,
                "report.correction.response.json", ReportExamples.CORRECTED,
                "report.retraction.response.json", ReportExamples.RETRACTED,
                "claims.response.json", ReportExamples.CLAIMS);
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertEquals(
                    Files.readString(Path.of("..", "docs", "api", "examples", file.getKey())),
                    file.getValue(),
                    file.getKey());
        }
    }
}
