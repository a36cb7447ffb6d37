package org.tocsin.ingest.reading;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReadingResourceTest {
    @Test
    void aReadingIsAnsweredAsTheContractSays() throws IOException {
        String request = example("reading.request.json");
        assertEquals(request, ReadingExamples.REQUEST);
        assertEquals(example("reading.response.json"), ReadingExamples.ANSWER);
        JsonNode answer = json(read(request).statusCode(200).extract().asString());
        assertEquals(withoutTaste(json(ReadingExamples.ANSWER)), withoutTaste(answer));
    }

    @Test
    void anotherLanguageIsSaidAndHasNoClaims() {
        read(Map.of("text", "Le président a visité le marché de la ville hier matin avec sa famille et ses amis."))
                .statusCode(200)
                .body("language", equalTo("fr"))
                .body("items", equalTo(List.of()));
    }

    @Test
    void aClaimOfTheTitleIsBeforeThoseOfTheText() {
        JsonNode answer = json(read(Map.of(
                        "title", "Militants seize Mosul",
                        "text", "Islamic State fighters seized Tikrit from the army on Tuesday.",
                        "publishedAt", "2014-06-10T15:30:00Z"))
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(
                "title", answer.get("items").get(0).get("evidence").get("field").asText());
        assertTrue(answer.get("items").get(0).get("id").asText().startsWith("0-"));
        assertTrue(answer.get("items").get(1).get("id").asText().startsWith("1-"));
    }

    @Test
    void aWrongFieldIsNamed() {
        refused(Map.of("title", "x"), "text");
        refused(Map.of("text", " "), "text");
        refused(Map.of("text", "x", "publishedAt", "soon"), "publishedAt");
        refused(Map.of("text", "x", "heading", "y"), "heading");
        read(Map.of("text", "x".repeat(1_000_001)))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("text")));
    }

    @Test
    void aSubscriberMayNotRead() {
        as(Role.SUBSCRIBER)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "x"))
                .post("/readings")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse read(Object request) {
        return as(Role.READER)
                .contentType(ContentType.JSON)
                .body(request)
                .post("/readings")
                .then();
    }

    private static void refused(Map<String, ?> request, String field) {
        read(request)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }

    /** Without what grows with the reading: how sure it is and why. */
    private static JsonNode withoutTaste(JsonNode answer) {
        answer.get("items").forEach(item -> ((ObjectNode) item).remove(List.of("confidence", "reasons")));
        return answer;
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
