package org.tocsin.events.sanctions.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.entity;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.list;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** What the API document shows is what the program answers. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ScreeningExamplesTest {
    @Test
    void theExamplesAreWhatIsAnswered() {
        ScreeningCalls.empty();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        list("2024-01-01", entity("XAe.001", "HARBOUR FRONT"), entity("XAe.002", "WIDE RIVER"));
        list(today, entity("XAe.001", "HARBOUR FRONT", "Dock Rats"), entity("XAe.002", "WIDE RIVER"));
        JsonNode answer = screen(ScreeningExamples.REQUEST);
        String id = answer.path("id").asText();
        String at = answer.path("at").asText();
        JsonNode example = tree(ScreeningExamples.SCREENING);
        ((ObjectNode) example).put("id", id).put("at", at).put("by", "test");
        ((ObjectNode) example.path("lists").path(0)).put("asOf", today);
        assertEquals(example, answer, answer::toPrettyString);
        assertEquals(example, json("/screenings/" + id));
        JsonNode page = tree(ScreeningExamples.PAGE);
        ((ObjectNode) page.path("items").path(0)).put("id", id).put("at", at).put("by", "test");
        assertEquals(page, json("/screenings"));
        assertEquals(told(ScreeningExamples.CSV, id, at), csv("/screenings/" + id));
        assertEquals(told(ScreeningExamples.PAGE_CSV, id, at), csv("/screenings"));
    }

    private static String told(String example, String id, String at) {
        return example.replace("17,2026-03-02T09:12:44.017352Z,mira", id + "," + at + ",test");
    }

    private static String csv(String path) {
        return as(Role.READER)
                .accept("text/csv")
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
