package org.tocsin.events.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DecisionExamplesTest {
    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        assertEquals(file("decision.request.json"), DecisionExamples.HELD);
        assertEquals(file("decision.contested.request.json"), DecisionExamples.CONTESTED);
        assertEquals(file("decision.response.json"), DecisionExamples.DECISION);
        assertEquals(file("decision.withdrawal.request.json"), DecisionExamples.WITHDRAWAL);
        assertEquals(file("decision.withdrawal.response.json"), DecisionExamples.WITHDRAWN);
    }

    static String file(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
