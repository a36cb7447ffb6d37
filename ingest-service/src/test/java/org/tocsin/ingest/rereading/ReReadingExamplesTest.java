package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReReadingExamplesTest {
    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        Map<String, String> files = Map.of(
                "re-reading.request.json", ReReadingExamples.REQUEST,
                "re-reading.response.json", ReReadingExamples.RUNNING,
                "re-reading.previewed.response.json", ReReadingExamples.PREVIEWED,
                "re-reading.differences.response.json", ReReadingExamples.DIFFERENCES,
                "re-reading.applying.response.json", ReReadingExamples.APPLYING,
                "re-reading.cancelled.response.json", ReReadingExamples.CANCELLED,
                "re-reading.page.response.json", ReReadingExamples.PAGE);
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertEquals(
                    Files.readString(Path.of("..", "docs", "api", "examples", file.getKey())),
                    file.getValue(),
                    file.getKey());
        }
    }
}
