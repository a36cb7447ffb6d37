package org.tocsin.events.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventExamplesTest {
    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        assertEquals(file("report-events.request.json"), EventExamples.REPORT);
        assertEquals(file("report-events.response.json"), EventExamples.RESULT);
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
