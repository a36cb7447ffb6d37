package org.tocsin.events.change;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** In Loikaw and Falam, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class PrintedChangeResourceTest {
    private static final String LOIKAW = "1313479";
    private static final String FALAM = "1326105";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "application/json|application/json",
                "application/json, text/html|application/json",
                "text/html;q=0.2, application/json;q=0.1|text/html",
                "text/html|text/html",
                "text/*|text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html",
                "image/png|application/problem+json",
            })
    void theFormIsThatOfTheAcceptHeader(String accept, String type) {
        ValidatableResponse answer = page(changeOf(LOIKAW, "They seized the city.", null), accept);
        boolean offered = !accept.equals("image/png");
        answer.statusCode(offered ? 200 : 406);
        assertTrue(
                answer.extract().contentType().startsWith(type),
                answer.extract().contentType());
        if (offered) {
            answer.header("Vary", equalTo("Accept"));
        }
    }

    @Test
    void thePageCanBeKeptAndRunsNothing() {
        String sentence = "<script>alert(1)</script> They \"seized\" <b>Loikaw</b> & more, \u202Eesrever.";
        String id = changeOf(LOIKAW, sentence, "javascript:alert(1)");
        ValidatableResponse answer = page(id, "text/html");
        String html = answer.statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; style-src 'unsafe-inline'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asString();
        assertTrue(html.startsWith("<!DOCTYPE html>"), html);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<b>"), html);
        assertFalse(html.contains("href=\"javascript"), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; They &quot;seized&quot;"), html);
        for (String part : new String[] {
            "Loikaw, Kayah State, Myanmar (MM)",
            "19.67798° north, 97.20975° east",
            "Valid from",
            "Became known",
            "the publisher itself",
            "Print &amp; Post",
            "grade C (fairly reliable)",
            "No sanctions list is kept",
            id
        }) {
            assertTrue(html.contains(part), part + " is not in " + html);
        }
    }

    @Test
    void laterRevisionsAreNamed() {
        String start = json("/changes?after=now").path("next").asText();
        String report = uuid();
        ObjectNode said = report("print-wire", "2025-04-12T10:00:00Z", 1);
        taking(said, report + "-1-0-0", FALAM, "chin-national-army", "2025-04-08");
        put(report, said.toString()).statusCode(200);
        ObjectNode retraction = report("print-wire", "2025-04-12T10:00:00Z", 2);
        put(report, retraction.toString()).statusCode(200);
        JsonNode changes = json("/changes?after=" + start).path("items");
        String taken = idOf(changes, "CHANGED_HANDS");
        String retracted = idOf(changes, "RETRACTED");
        String html = page(taken, "text/html").extract().asString();
        assertTrue(html.contains(retracted + "</code>, RETRACTED, known"), html);
        String later = page(retracted, "text/html").extract().asString();
        assertTrue(later.contains(taken + "</code>, CHANGED_HANDS, known"), later);
        assertTrue(later.contains("A report no longer says an event."), later);
    }

    private static String idOf(JsonNode changes, String kind) {
        for (JsonNode change : changes) {
            if (change.path("place").path("id").asText().equals(FALAM)
                    && change.path("kind").asText().equals(kind)) {
                return change.path("id").asText();
            }
        }
        throw new AssertionError("no " + kind + " in " + changes);
    }

    private static ValidatableResponse page(String id, String accept) {
        return as(Role.READER).accept(accept).when().get("/changes/" + id).then();
    }

    /** Each call is a report that is taken back at once, so that the next one is a change again. */
    private static String changeOf(String place, String sentence, @Nullable String url) {
        String start = json("/changes?after=now").path("next").asText();
        String report = uuid();
        ObjectNode said = report("Print & Post", "2024-01-20T10:00:00Z", 1);
        said.withObject("/report").put("url", url);
        taking(said, report + "-1-0-0", place, "arakan-army", "2024-01-15")
                .withObject("/evidence/sentence")
                .put("text", sentence);
        put(report, said.toString()).statusCode(200);
        put(report, report("Print & Post", "2024-01-20T10:00:00Z", 2).toString())
                .statusCode(200);
        JsonNode change = json("/changes?after=" + start).path("items").get(0);
        assertEquals(place, change.path("place").path("id").asText());
        return change.path("id").asText();
    }
}
