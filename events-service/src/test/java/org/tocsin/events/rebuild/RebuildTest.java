package org.tocsin.events.rebuild;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Beliefs.changes;
import static org.tocsin.events.Beliefs.now;
import static org.tocsin.events.Beliefs.says;
import static org.tocsin.events.Beliefs.timeline;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.rebuild.RebuildCalls.apply;
import static org.tocsin.events.rebuild.RebuildCalls.difference;
import static org.tocsin.events.rebuild.RebuildCalls.post;
import static org.tocsin.events.rebuild.RebuildCalls.preview;
import static org.tocsin.events.rebuild.RebuildCalls.start;
import static org.tocsin.events.rebuild.RebuildCalls.started;
import static org.tocsin.events.rebuild.RebuildCalls.until;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** In Libya, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RebuildTest {
    private static final String BENGHAZI = "88319";
    private static final String MISRATA = "2214846";
    private static final List<String> OTHERS = List.of("2210247", "2210554");

    @AfterEach
    void otherTestsGoByTheNewestRules() {
        if (!json("/control/rules").path("items").get(1).path("inForce").asBoolean()) {
            apply("2");
        }
    }

    @Test
    void otherRulesAreShownFirstAndChangeControlWhenApplied() {
        says("coast-wire", "2017-07-05T18:00:00Z", BENGHAZI, "libyan-national-army", "2017-07-05");
        says("desert-wire", "2017-07-05T18:00:00Z", BENGHAZI, "libya-dawn", "2017-07-05");
        List<String> contest =
                List.of("null HELD government-of-ly baseline", "2017-07-05 CONTESTED  claim-and-counterclaim");
        List<String> flip =
                List.of("null HELD government-of-ly baseline", "2017-07-05 HELD libyan-national-army taken");
        assertEquals(contest, timeline(BENGHAZI));

        JsonNode preview = preview("1");
        JsonNode shown = difference(preview, BENGHAZI);
        assertEquals(contest, timeline(shown.path("before")));
        assertEquals(flip, timeline(shown.path("after")));
        assertTrue(shown.path("changes").get(0).path("id").isNull(), shown::toPrettyString);
        assertTrue(preview.path("different").asInt() >= 1, preview::toPrettyString);
        assertEquals(contest, timeline(BENGHAZI), "nothing changes by looking");

        String start = now();
        Instant before = Instant.now();
        String id = preview.path("id").asText();
        post("/control/rebuilds/" + id + "/application")
                .statusCode(202)
                .header("Location", org.hamcrest.Matchers.endsWith("/control/rebuilds/" + id))
                .body("status", equalTo("APPLYING"));
        JsonNode applied = until(id, "APPLIED");
        assertEquals(flip, timeline(BENGHAZI));
        List<String> told = changes(start, BENGHAZI);
        assertEquals(List.of("CHANGED_HANDS government-of-ly -> libyan-national-army 2017-07-05 rules"), told);
        JsonNode done = difference(applied, BENGHAZI).path("changes");
        assertEquals(told.size(), done.size());
        get("/changes/" + done.get(0).path("id").asText())
                .statusCode(200)
                .body("live", equalTo(false), "cause.id", org.hamcrest.Matchers.startsWith("1@"));
        post("/control/rebuilds/" + id + "/application").statusCode(202).body("status", equalTo("APPLIED"));
        post("/control/rebuilds/" + id + "/cancellation").statusCode(409);

        assertEquals(
                contest,
                timeline(json("/places/" + BENGHAZI + "/timeline?knownAt=" + before)
                        .path("items")));
        assertEquals(
                flip,
                timeline(json("/places/" + BENGHAZI + "/timeline?knownAt=" + Instant.now())
                        .path("items")));
        JsonNode rules = json("/control/rules").path("items");
        assertTrue(rules.get(0).path("inForce").asBoolean());
        assertFalse(rules.get(1).path("inForce").asBoolean());
        assertTrue(
                rules.get(0).path("periods").findValuesAsText("reason").contains("Rebuild " + id),
                rules::toPrettyString);

        String again = now();
        JsonNode same = apply("1");
        assertTrue(difference(same, BENGHAZI).isMissingNode());
        assertEquals(List.of(), changes(again, BENGHAZI));

        JsonNode back = preview("2");
        RebuildExamplesTest.assertShape("rebuild.previewed.response.json", back);
        RebuildExamplesTest.assertAnswer("rebuild.differences.response.json", page(difference(back, BENGHAZI)));
        RebuildExamplesTest.assertShape("rules.response.json", json("/control/rules"));
        post("/control/rebuilds/" + back.path("id").asText() + "/application").statusCode(202);
        until(back.path("id").asText(), "APPLIED");
        assertEquals(contest, timeline(BENGHAZI));
    }

    private static JsonNode page(JsonNode difference) {
        ObjectNode page = Calls.JSON.createObjectNode();
        page.putArray("items").add(difference);
        return page.putNull("next");
    }

    @Test
    void aPreviewIsOutOfDateOnceOtherRulesAreInForce() {
        String id = preview("2").path("id").asText();
        apply("1");
        post("/control/rebuilds/" + id + "/application").statusCode(409);
        post("/control/rebuilds/" + id + "/cancellation").statusCode(200).body("status", equalTo("CANCELLED"));
        post("/control/rebuilds/" + id + "/cancellation").statusCode(200).body("status", equalTo("CANCELLED"));
        post("/control/rebuilds/" + id + "/application").statusCode(409);
        get("/control/rebuilds/" + id + "/differences").statusCode(410);
        get("/control/rebuilds?limit=2").statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void reportsThatComeMeanwhileAreKept() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> writers = List.of(
                    threads.submit(() -> write("night-wire", writing, "libyan-national-army")),
                    threads.submit(() -> write("noon-wire", writing, "libya-dawn")),
                    threads.submit(() -> write("dawn-wire", writing, "islamic-state-libya")));
            for (int i = 0; i < 3; i++) {
                apply("1");
                apply("2");
            }
            writing.set(false);
            for (Future<?> writer : writers) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        JsonNode preview = preview("2");
        for (String place : OTHERS) {
            assertTrue(difference(preview, place).isMissingNode(), place);
        }
    }

    private static void write(String publisher, AtomicBoolean writing, String actor) {
        for (int i = 0; i < 200 && writing.get(); i++) {
            String day = String.format(java.util.Locale.ROOT, "2019-%02d-%02d", 1 + i % 12, 1 + i % 7);
            says(publisher, day + "T20:00:00Z", OTHERS.get(i % 2), actor, day);
        }
    }

    @Test
    void aRebuildIsAuditedAndListed() {
        String id = started("{\"reason\":\"An exercise\"}");
        JsonNode rebuild = until(id, "PREVIEWED");
        assertEquals("2", rebuild.path("rulesVersion").asText());
        assertEquals("2", rebuild.path("rulesVersionBefore").asText());
        assertEquals("An exercise", rebuild.path("reason").asText());
        assertEquals(rebuild.path("places"), rebuild.path("done"));
        get("/control/rebuilds?limit=1").statusCode(200).body("items[0].id", equalTo(id));
        JsonNode page = json("/control/rebuilds?limit=1");
        if (!page.path("next").isNull()) {
            get("/control/rebuilds?limit=1&after=" + page.path("next").asText()).statusCode(200);
        }
        post("/control/rebuilds/" + id + "/cancellation").statusCode(200);
    }

    @Test
    void whatIsRecordedMovesOnWhileOtherRulesAreInForce() {
        says("harbour-wire", "2018-02-01T10:00:00Z", MISRATA, "libya-dawn", "2018-02-01");
        apply("1");
        says("coast-wire", "2018-03-01T10:00:00Z", MISRATA, "libyan-national-army", "2018-03-01");
        apply("2");
        assertEquals(
                List.of(
                        "null HELD government-of-ly baseline",
                        "2018-02-01 HELD libya-dawn taken",
                        "2018-03-01 HELD libyan-national-army taken"),
                timeline(MISRATA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|body",
                "[]|body",
                "{\"rulesVersion\":\"3\"}|rulesVersion",
                "{\"rulesVersion\":\"\"}|rulesVersion",
                "{\"rulesVersion\":2}|rulesVersion",
                "{\"rulesVersion\":\"\\u0000\"}|rulesVersion",
                "{\"apply\":\"yes\"}|apply",
                "{\"reason\":\"\"}|reason",
                "{\"reason\":\"a\\u0000\"}|reason",
                "{\"surprise\":1}|surprise",
            })
    void aBodyThatCannotBeReadIsRefusedByField(String body, String field) {
        start(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void theKnownVersionsAreNamed() {
        start("{\"rulesVersion\":\"latest\"}")
                .statusCode(400)
                .body("errors[0].detail", equalTo("must be one of the versions 1, 2"));
        start("{\"reason\":\"" + "x".repeat(2_001) + "\"}").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/control/rebuilds?after=x|after",
                "/control/rebuilds?after=9999999999999999999|after",
                "/control/rebuilds?limit=101|limit",
                "/control/rebuilds/nothing|id",
                "/control/rebuilds/%00|id",
                "/control/rebuilds/5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77/differences?after=%00|after",
                "/control/rebuilds/5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77/differences?limit=0|limit",
            })
    void aParameterThatCannotBeReadIsNamed(String path, String field) {
        get(path).statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void anUnknownRebuildIsNotFound() {
        String path = "/control/rebuilds/5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77";
        get(path).statusCode(404);
        get(path + "/differences").statusCode(404);
        post(path + "/application").statusCode(404).contentType("application/problem+json");
        post(path + "/cancellation").statusCode(404);
    }

    @Test
    void onlyAnalystsRebuild() {
        for (String role : List.of(Role.READER, Role.SERVICE, Role.SUBSCRIBER, Role.REPORTER)) {
            as(role).contentType("application/json")
                    .body("{}")
                    .when()
                    .post("/control/rebuilds")
                    .then()
                    .statusCode(403);
        }
        as(Role.SUBSCRIBER).when().get("/control/rebuilds").then().statusCode(403);
        as(Role.SUBSCRIBER).when().get("/control/rules").then().statusCode(200);
    }
}
