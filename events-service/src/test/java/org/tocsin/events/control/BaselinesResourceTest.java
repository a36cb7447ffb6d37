package org.tocsin.events.control;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Calls;
import org.tocsin.events.FeedReader;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class BaselinesResourceTest {
    private static final String BUKAVU = "217831";
    private static final String UVIRA = "204405";
    private static final String GOMA = "216281";
    private static final String BENI = "219057";
    private static final String NDC = "nduma-defence-of-congo";

    @AfterEach
    void empty() {
        put("scope,holder\n").statusCode(200);
    }

    @Test
    void theFirstChangeOfAPlaceIsCorrectedAndOneWithNothingRecordedAnswersAtOnce() {
        says(BUKAVU, "m23", "2025-02-16", "TERRITORY_SEIZED");
        FeedReader feed = new FeedReader();
        String then = Instant.now().toString();
        put("scope,holder\r\nCD.12," + NDC + "\r\n")
                .statusCode(200)
                .body("added", equalTo(1), "removed", equalTo(0), "changed", equalTo(0), "places", equalTo(1));
        get("/places/" + UVIRA + "/control")
                .body("holder.id", equalTo(NDC), "assurance", equalTo("BASELINE"), "rule", equalTo("baseline"));
        get("/places/" + UVIRA + "/control?knownAt=" + then).body("holder.id", equalTo("government-of-cd"));
        assertEquals(
                List.of("CORRECTED 2025-02-16 " + NDC + " -> m23 CLAIMED current revising by baseline"),
                feed.lines(BUKAVU, 1));
        get("/places/" + BUKAVU + "/control?at=2025-01-01").body("holder.id", equalTo(NDC));
        get("/places/" + BUKAVU + "/control?at=2025-01-01&knownAt=" + then)
                .body("holder.id", equalTo("government-of-cd"));

        FeedReader next = new FeedReader();
        put("scope,holder\n" + UVIRA + ",\nCD.12,m23\n")
                .body("added", equalTo(1), "removed", equalTo(0), "changed", equalTo(1), "places", equalTo(1));
        get("/places/" + UVIRA + "/control").body("state", equalTo("UNKNOWN"));
        assertEquals(List.of("RETRACTED 2025-02-16 m23 -> m23 CLAIMED revising by baseline"), next.lines(BUKAVU, 1));

        FeedReader last = new FeedReader();
        put("scope,holder\nCD,government-of-cd\n")
                .body("added", equalTo(1), "removed", equalTo(2), "changed", equalTo(0), "places", equalTo(1));
        assertEquals(
                List.of("CHANGED_HANDS 2025-02-16 government-of-cd -> m23 CLAIMED by baseline"), last.lines(BUKAVU, 1));
        assertEquals(List.of(), feed.lines(UVIRA, 0));
        put("scope,holder\nCD,government-of-cd\n")
                .body("added", equalTo(0), "removed", equalTo(0), "changed", equalTo(0), "places", equalTo(0));
    }

    @Test
    void aBaselineHolderOfWhomSomethingIsRecordedIsCorrected() {
        says(GOMA, "government-of-cd", "2024-06-01", "TERRITORY_HELD");
        get("/places/" + GOMA + "/control").body("assurance", equalTo("CLAIMED"));
        FeedReader feed = new FeedReader();
        put("scope,holder\nCD.11,m23\n").statusCode(200).body("places", equalTo(1));
        assertEquals(
                List.of("CORRECTED 2024-06-01 government-of-cd -> m23 BASELINE current by baseline"),
                feed.lines(GOMA, 1));
        get("/places/" + GOMA + "/control").body("holder.id", equalTo("m23"), "evidence.against", hasSize(1));
        FeedReader back = new FeedReader();
        put("scope,holder\n").body("removed", equalTo(1));
        assertEquals(
                List.of("CORRECTED 2024-06-01 m23 -> government-of-cd CLAIMED current by baseline"),
                back.lines(GOMA, 1));
    }

    @Test
    void aPlaceWhoseEventsWereTakenBackTellsNoChange() {
        String id = says(BENI, "m23", "2025-03-01", "TERRITORY_SEIZED");
        Calls.put(id, report("baseline-wire", "2025-03-02T10:00:00Z", 2).toString())
                .statusCode(200);
        FeedReader feed = new FeedReader();
        put("scope,holder\n" + BENI + ",m23\n").body("places", equalTo(1));
        FeedReader.await("M23 in Beni", () -> json("/places/" + BENI + "/control")
                .path("holder")
                .path("id")
                .asText()
                .equals("m23"));
        assertEquals(List.of(), feed.lines(BENI, 0));
    }

    @Test
    void theSetIsReadAsItWasPut() {
        String file = as(Role.ANALYST)
                .contentType("application/json")
                .body(BaselineExamples.REQUEST)
                .when()
                .put("/baselines")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonNode result = tree(file);
        assertEquals(2, result.path("added").asInt());
        assertEquals(tree(BaselineExamples.PAGE), json("/baselines"));
        String csv = as(Role.READER)
                .accept("text/csv")
                .when()
                .get("/baselines")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertEquals(BaselineExamples.CSV.replace("\n", "\r\n"), csv);
        put(csv).statusCode(200).body("added", equalTo(0), "removed", equalTo(0), "changed", equalTo(0));
        get("/baselines?limit=1").body("items.scope", contains("706448"), "next", equalTo("706448"));
        get("/baselines?limit=1&after=706448").body("items.scope", contains("UA.14"), "next", nullValue());
        put("scope,holder\n").statusCode(200);
        assertEquals(
                tree(BaselineExamples.RESULT).path("added"),
                tree(put(BaselineExamples.CSV).extract().asString()).path("added"));
    }

    @Test
    void everyWrongLineIsNamedAndNothingIsStored() {
        put("scope,holder\nCD.12,m23\n").statusCode(200);
        put("""
                scope,holder
                UA,government-of-ua
                XX,m23

                UA,m23
                UA.14,nobody
                ua,m23
                1,
                junk
                ,
                """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        contains(
                                "lines[9]",
                                "lines[3].scope",
                                "lines[5].scope",
                                "lines[6].holder",
                                "lines[7].scope",
                                "lines[8].scope",
                                "lines[10].scope"));
        assertEquals(tree("{\"items\":[{\"scope\":\"CD.12\",\"holder\":\"m23\"}],\"next\":null}"), json("/baselines"));
        get("/places/" + UVIRA + "/control").body("holder.id", equalTo("m23"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|",
                "null|body",
                "{}|items",
                "[]|body",
                "{\"items\":[null]}|items[0]",
                "{\"items\":[{\"holder\":\"m23\"}]}|items[0].scope",
                "{\"items\":[{\"scope\":\"CD\",\"holder\":\"\"}]}|items[0].holder",
                "{\"items\":[{\"scope\":\"C\\u0000D\",\"holder\":null}]}|items[0].scope",
                "{\"items\":[{\"scope\":\"CD\",\"holder\":null},{\"scope\":\"CD\",\"holder\":\"m23\"}]}|items[1].scope",
                "{\"items\":[{\"scope\":\"CD\",\"more\":1}]}|items[0].more",
            })
    void badJsonIsRefusedByField(String body, String field) {
        var answer = as(Role.ADMIN)
                .contentType("application/json")
                .body(body)
                .when()
                .put("/baselines")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        if (field != null) {
            answer.body("errors.field", hasItem(field));
        }
        assertEquals(0, json("/baselines").path("items").size());
    }

    @Test
    void whatIsTooMuchOrNoTextIsRefused() {
        put("scope,holder\n" + "x".repeat(1 << 20)).statusCode(413);
        put("scope,holder\n" + "CD,m23\n".repeat(20_001)).statusCode(400).body("errors.field", contains("body"));
        put("scope,holder\n" + "CD\n".repeat(20_001)).statusCode(400).body("errors.field", contains("body"));
        as(Role.ANALYST)
                .contentType("text/csv")
                .body(new byte[] {'s', (byte) 0xff, (byte) 0xfe})
                .when()
                .put("/baselines")
                .then()
                .statusCode(400)
                .body("errors.field", contains("body"));
        put("").statusCode(400).body("errors.field", contains("lines[1]"));
        as(Role.ANALYST)
                .contentType("application/xml")
                .body("<a/>")
                .when()
                .put("/baselines")
                .then()
                .statusCode(415);
        as(Role.READER, Role.SERVICE)
                .contentType("text/csv")
                .body("scope,holder\n")
                .when()
                .put("/baselines")
                .then()
                .statusCode(403);
        as(Role.READER).accept("image/png").when().get("/baselines").then().statusCode(406);
        get("/baselines?limit=0").statusCode(400).body("errors.field", contains("limit"));
        get("/baselines?after=%00").statusCode(400).body("errors.field", contains("after"));
    }

    private static String says(String place, String actor, String day, String type) {
        String id = uuid();
        ObjectNode said = report("baseline-wire", day + "T20:00:00Z", 1);
        taking(said, id + "-1-0-0", place, actor, day)
                .put("type", type)
                .put("changesHands", type.equals("TERRITORY_SEIZED"));
        Calls.put(id, said.toString()).statusCode(200).body("items.outcome", contains("STORED"));
        return id;
    }

    private static ValidatableResponse put(String csv) {
        return as(Role.ANALYST)
                .contentType("text/csv")
                .body(csv)
                .when()
                .put("/baselines")
                .then();
    }
}
