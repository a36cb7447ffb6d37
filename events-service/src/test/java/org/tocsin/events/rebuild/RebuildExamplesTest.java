package org.tocsin.events.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RebuildExamplesTest {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Test
    void theApiDocumentShowsTheFilesOfTheContract() {
        Map<String, String> files = Map.of(
                "rebuild.request.json", RebuildExamples.REQUEST,
                "rebuild.response.json", RebuildExamples.RUNNING,
                "rebuild.previewed.response.json", RebuildExamples.PREVIEWED,
                "rebuild.page.response.json", RebuildExamples.PAGE,
                "rebuild.differences.response.json", RebuildExamples.DIFFERENCES,
                "rebuild.applying.response.json", RebuildExamples.APPLYING,
                "rebuild.cancelled.response.json", RebuildExamples.CANCELLED,
                "rules.response.json", RebuildExamples.RULES);
        files.forEach((name, example) -> assertEquals(file(name), example, name));
    }

    /** That the program answers the example, but for ids. */
    static void assertAnswer(String example, JsonNode answer) {
        assertEquals(tree(numbered(file(example))), tree(numbered(answer.toString())), answer::toPrettyString);
    }

    /** That the program's answer has the fields of the example. */
    static void assertShape(String example, JsonNode answer) {
        assertEquals(fields(tree(file(example))), fields(answer), answer::toPrettyString);
    }

    private static List<String> fields(JsonNode node) {
        List<String> fields = new ArrayList<>();
        node.fieldNames().forEachRemaining(fields::add);
        JsonNode first = node.path("items").path(0);
        first.fieldNames().forEachRemaining(field -> fields.add("items." + field));
        first.path("periods").path(0).fieldNames().forEachRemaining(field -> fields.add("items.periods." + field));
        return fields;
    }

    private static String numbered(String json) {
        Map<String, String> numbers = new LinkedHashMap<>();
        UUID.matcher(json).results().forEach(id -> numbers.putIfAbsent(id.group(), "id-" + numbers.size()));
        return UUID.matcher(json).replaceAll(id -> numbers.getOrDefault(id.group(), ""));
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "api", "examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
