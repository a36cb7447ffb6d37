package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChangeExamplesTest {
    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        assertEquals(file("changes.response.json"), ChangeExamples.PAGE);
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
