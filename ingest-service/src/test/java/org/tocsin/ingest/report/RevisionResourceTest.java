package org.tocsin.ingest.report;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.ingest.Calls.as;
import static org.tocsin.ingest.Calls.awaited;
import static org.tocsin.ingest.Calls.post;
import static org.tocsin.ingest.Calls.report;
import static org.tocsin.ingest.Calls.stored;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.Calls;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class RevisionResourceTest {
    private static final String SENTENCE = "Islamic State fighters seized Mosul from the army on Tuesday.";

    @Test
    void aCorrectionIsReadAgainUnderTheNextRevision() {
        Map<String, Object> report = report("sorry-wire", SENTENCE);
        String id = stored(report);
        awaited("/reports/" + id + "/claims", "status", "READ");
        correct(id, Map.of("text", "Islamic State fighters seized Tikrit from the army on Tuesday."))
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("status", equalTo("PENDING"));
        JsonNode claims = awaited("/reports/" + id + "/claims", "status", "READ");
        assertTrue(claims.get("items").get(0).get("id").asText().startsWith(id + "-2-"));
        assertEquals("90150", claims.get("items").get(0).get("place").get("id").asText());
        correct(id, Map.of("text", "Islamic State fighters seized Tikrit from the army on Tuesday."))
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("status", equalTo("READ"));
        post(report).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void aCorrectionMustBeTheSamePublishersAndNotAnotherReport() {
        String first = stored(report("double-wire", "The first text."));
        String second = stored(report("double-wire", "The second text."));
        correct(first, Map.of("text", "The second text."))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", endsWith(second + "."));
        correct(first, Map.of("text", "Text.", "publisher", "other-wire"))
                .statusCode(400)
                .body("errors.field", hasItem("publisher"));
        correct(first, Map.of("title", "No text")).statusCode(400).body("errors.field", hasItem("text"));
        assertEquals(
                "The first text.", Calls.get("/reports/" + first).get("text").asText());
    }

    @Test
    void aRetractedReportHasNoClaimsUntilItIsSentCorrected() {
        Map<String, Object> report = report("back-wire", SENTENCE);
        String id = stored(report);
        awaited("/reports/" + id + "/claims", "status", "READ");
        for (int i = 0; i < 2; i++) {
            as(Role.REPORTER)
                    .post("/reports/" + id + "/retraction")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RETRACTED"))
                    .body("revision", equalTo(2));
        }
        JsonNode claims = Calls.get("/reports/" + id + "/claims");
        assertEquals("RETRACTED", claims.get("status").asText());
        assertTrue(claims.get("items").isEmpty());
        post(report).statusCode(200).body("status", equalTo("RETRACTED"));
        correct(id, report).statusCode(200).body("revision", equalTo(3));
        awaited("/reports/" + id + "/claims", "status", "READ");
    }

    @Test
    void anUnknownReportIsNotFound() {
        for (String id : List.of("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "no-uuid")) {
            as(Role.REPORTER)
                    .post("/reports/" + id + "/retraction")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            correct(id, Map.of("text", "x")).statusCode(404).contentType("application/problem+json");
        }
    }

    private static ValidatableResponse correct(String id, Map<String, ?> correction) {
        return as(Role.REPORTER)
                .contentType(ContentType.JSON)
                .body(correction)
                .put("/reports/" + id)
                .then();
    }
}
