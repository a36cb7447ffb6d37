package org.tocsin.alerts;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.testing.PostgresAndKeys;

/** The API's document shows the exchanges of docs/api/examples, which other tests hold the program to. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "silence.request.json, post, /silences, requestBody, application/json",
        "silence.response.json, post, /silences, responses/201, application/json",
        "silence.response.json, get, /silences/{id}, responses/200, application/json",
        "pause.request.json, put, /subscriptions/{id}/pause, requestBody, application/json",
        "pause.response.json, put, /subscriptions/{id}/pause, responses/200, application/json",
        "preview.request.json, post, /subscriptions/previews, requestBody, application/json",
        "watch-list.response.json, put, /subscriptions/{id}/places, responses/200, application/json",
    })
    void theDocumentShowsTheExample(String file, String method, String path, String where, String type)
            throws Exception {
        JsonNode node = JSON.readTree(given().get("/q/openapi?format=json").asString())
                .path("paths")
                .path(path)
                .path(method);
        for (String step : where.split("/")) {
            node = node.path(step);
        }
        JsonNode example = node.path("content").path(type).path("example");
        JsonNode shown = example.isTextual() ? JSON.readTree(example.asText()) : example;
        assertEquals(JSON.readTree(Files.readString(Path.of("..", "docs", "api", "examples", file))), shown);
    }
}
