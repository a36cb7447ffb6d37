package org.tocsin.ingest.report;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.Calls;
import org.tocsin.ingest.EventsAddress;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(EventsAddress.class)
class ReportResourceTest {
    private static final String SENTENCE = "Islamic State fighters seized Mosul from the army on Tuesday.";

    @Test
    void aNewReportIsStoredAndTheSameAgainIsKnown() {
        Map<String, Object> report = report("known-wire", SENTENCE);
        String location = post(report)
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .extract()
                .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        post(report).statusCode(200).body("id", equalTo(id)).header("Location", endsWith("/reports/" + id));
        report.put("publishedAt", "2014-06-11T15:30:00Z");
        post(report).statusCode(200).body("id", equalTo(id));
        report.put("publisher", "other-wire");
        post(report).statusCode(201);
    }

    @Test
    void theSameReportSentByManyAtOnceIsStoredOnce() {
        Map<String, Object> report = report("hasty-wire", "Nothing new from the front.");
        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> post(report).extract().path("id")));
        }
        Set<String> ids = new HashSet<>();
        sent.forEach(s -> ids.add(s.join()));
        assertEquals(1, ids.size());
    }

    @Test
    void whatIsStoredIsWhatWasSentWithoutControlCharacters() {
        String text = "One\u0000two\r\nthree\tfour \uD83D\uDD14 \u0085five\u007f";
        JsonNode stored = Calls.get("/reports/" + stored(report("control-wire", text)));
        assertEquals(
                "One two \nthree\tfour \uD83D\uDD14  five ", stored.get("text").asText());
        assertEquals("2014-06-10T15:30:00Z", stored.get("publishedAt").asText());
        assertEquals(1, stored.get("revision").asInt());
        assertTrue(stored.get("live").asBoolean());
        assertTrue(stored.has("url") && stored.get("url").isNull());
    }

    @Test
    void aReportIsReadAndItsClaimsHaveItsId() {
        String id = stored(report("claims-wire", SENTENCE));
        JsonNode claims = awaited("/reports/" + id + "/claims", "status", "READ");
        assertEquals("en", claims.get("language").asText());
        JsonNode seized = claims.get("items").get(0);
        assertTrue(seized.get("id").asText().startsWith(id + "-1-"));
        assertEquals("TERRITORY_SEIZED", seized.get("type").asText());
        assertEquals("99072", seized.get("place").get("id").asText());
        assertEquals("islamic-state", seized.get("actor").get("id").asText());
        assertTrue(seized.get("changesHands").asBoolean());
        assertEquals("text", seized.get("evidence").get("field").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "title", "text", "publishedAt"})
    void aMissingFieldIsNamed(String field) {
        Map<String, Object> report = report("bad-wire", "Some text.");
        report.remove(field);
        refused(report, field);
        report.put(field, null);
        refused(report, field);
        report.put(field, "");
        refused(report, field);
        report.put(field, 7);
        refused(report, field);
        report.put(field, List.of("x"));
        refused(report, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publisher | ' leading-blank'",
                "publisher | 'two\nlines'",
                "title | ' \u200B '",
                "text | ' \u00A0 '",
                "publishedAt | yesterday",
                "publishedAt | 2014-06-10",
                "publishedAt | 1899-12-31T23:59:59Z",
                "publishedAt | +999999999-01-01T00:00:00Z",
                "url | ftp://wire.example/1",
                "url | not a url",
                "url | https:///nowhere",
                "url | javascript:alert(1)",
                "language | english please",
                "unheardOf | x"
            })
    void aWrongFieldIsNamed(String field, String value) {
        Map<String, Object> report = report("bad-wire", "Some text.");
        report.put(field, value);
        refused(report, field);
    }

    @Test
    void aReportOfTomorrowIsTakenAndOneOfTheDayAfterIsNot() {
        Map<String, Object> report = report("early-wire", "Some text.");
        report.put("publishedAt", Instant.now().plus(Duration.ofHours(25)).toString());
        refused(report, "publishedAt");
        report.put("publishedAt", Instant.now().plus(Duration.ofHours(23)).toString());
        post(report).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "not json",
                "{\"publisher\": \"a\", \"publisher\": \"a\"}",
                "{\"publisher\": \"bad-wire\", \"title\": \"half \\ud83d\", \"text\": \"x\"}"
            })
    void whatIsNotAReportIsAProblem(String body) {
        post(body).statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
    }

    @Test
    void theLongestTextIsTakenHoweverItIsWrittenAndOneLongerIsNot() {
        String longest = "\uD83D\uDD14 ".repeat(500_000);
        assertEquals(1_000_000, longest.codePointCount(0, longest.length()));
        StringBuilder escaped = new StringBuilder();
        longest.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        String body = Calls.json(report("long-wire", "TEXT"));
        post(body.replace("TEXT", escaped)).statusCode(201);
        post(body.replace("TEXT", longest)).statusCode(200);
        post(body.replace("TEXT", longest + "."))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("text")));
        Map<String, Object> titled = report("long-wire", "Some text.");
        titled.put("title", "t".repeat(1_001));
        refused(titled, "title");
        titled.put("title", "A title");
        titled.put("publisher", "p".repeat(201));
        refused(titled, "publisher");
    }

    @Test
    void aBodyFarTooLongIsAnsweredWithAProblem() {
        String body = Calls.json(report("long-wire", "x".repeat(40_000_000)));
        post(body)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tocsin:problem:too-large"));
        as(Role.READER)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/readings")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aListGoesBackPageByPage() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(0, stored(report("list-wire", "Text number " + i + ".")));
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        while (!after.equals("null")) {
            JsonNode page = Calls.get("/reports?publisher=list-wire&limit=2" + after);
            page.get("items").forEach(item -> listed.add(item.get("id").asText()));
            assertTrue(page.get("items").size() <= 2);
            after = page.get("next").isNull()
                    ? "null"
                    : "&after=" + page.get("next").asText();
        }
        assertEquals(sent, listed);
        awaited("/reports/" + sent.get(0) + "/claims", "status", "READ");
        JsonNode page = Calls.get("/reports?publisher=list-wire&status=RETRACTED");
        assertTrue(page.get("items").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=LOST", "limit=0", "limit=1001", "limit=x", "after=x"})
    void aWrongParameterIsNamed(String parameter) {
        as(Role.READER)
                .get("/reports?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(parameter.substring(0, parameter.indexOf('=')))));
    }

    @Test
    void anUnknownReportIsNotFound() {
        for (String id : List.of("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11", "no-uuid")) {
            as(Role.READER).get("/reports/" + id).then().statusCode(404).contentType("application/problem+json");
            as(Role.READER).get("/reports/" + id + "/claims").then().statusCode(404);
        }
    }

    @Test
    void onlyReportersSend() {
        for (String role : List.of(Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE)) {
            as(role).contentType(ContentType.JSON)
                    .body(report("role-wire", "Text."))
                    .post("/reports")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        as(Role.ADMIN)
                .contentType(ContentType.JSON)
                .body(report("role-wire", "Text."))
                .post("/reports")
                .then()
                .statusCode(201);
        as(Role.REPORTER)
                .contentType("text/plain")
                .body("x")
                .post("/reports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aParameterThatNoColumnCanHoldIsNamed() {
        as(Role.REPORTER)
                .urlEncodingEnabled(false)
                .get("/reports?publisher=a%00b")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("publisher")));
    }

    private static void refused(Map<String, Object> report, String field) {
        post(report)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
    }
}
