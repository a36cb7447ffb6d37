package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void theApiDocumentShowsTheFilesOfTheContract() throws IOException {
        assertEquals(file("control.response.json"), ControlExamples.EXPLAINED);
        assertEquals(file("timeline.response.json"), ControlExamples.TIMELINE);
    }

    @Test
    void theExplanationsOfTheExamplesAreThoseOfTheProgram() throws JsonProcessingException {
        ObjectNode control = (ObjectNode) JSON.readTree(ControlExamples.EXPLAINED);
        String explanation = control.path("explanation").asText();
        control.remove(List.of("explanation", "for", "against"));
        assertEquals(InWords.of(JSON.treeToValue(control, ControlView.class), null), explanation);
        for (JsonNode item : JSON.readTree(ControlExamples.TIMELINE).path("items")) {
            assertEquals(
                    InWords.of(JSON.treeToValue(item.path("control"), ControlView.class), null),
                    item.path("explanation").asText());
        }
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
