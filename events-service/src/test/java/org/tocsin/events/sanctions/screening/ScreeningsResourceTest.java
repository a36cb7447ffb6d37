package org.tocsin.events.sanctions.screening;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntities;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.entity;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.found;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.list;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.post;
import static org.tocsin.events.sanctions.screening.ScreeningCalls.screen;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.sanctions.list.ListTables;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.TestKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ScreeningsResourceTest {
    @BeforeEach
    void empty() {
        ScreeningCalls.empty();
    }

    @Test
    void namesAreFoundInTheListsInForceAndAsTheyWere() {
        list("2024-01-01", more(entity("XAe.001", "HARBOUR FRONT", "Dock Rats"), entity("XAe.002", "QUIET MEADOW")));
        list(
                "2025-01-01",
                more(
                        entity("XAe.001", "HARBOUR FRONT", "Dock Rats"),
                        entity("XAe.003", "WIDE RIVER"),
                        entity("XAe.004", "TALL TREE")));
        String names =
                "{\"names\": [\"Front, Harbour\", {\"name\": \"Dock Ratz\"}, \"Quiet Meadow\"], \"lists\": [\"UN\", \"EU\"]";
        JsonNode now = screen(names + "}");
        assertEquals(
                List.of(
                        "Front, Harbour: XAe.001 HARBOUR FRONT 1.0",
                        "Dock Ratz: XAe.001 Dock Rats 0.8982",
                        "Quiet Meadow: "),
                found(now));
        assertEquals(
                "[{\"list\":\"UN\",\"version\":\"2\",\"asOf\":\"2025-01-01\",\"entries\":23,\"stale\":true},"
                        + "{\"list\":\"EU\",\"version\":null,\"asOf\":null,\"entries\":0,\"stale\":false}]",
                now.path("lists").toString());
        JsonNode weak = now.path("results").path(1).path("candidates").path(0);
        assertEquals("WEAK", weak.path("matched").path("strength").asText());
        assertTrue(weak.path("reasons").toString().contains("a weak alias"));
        JsonNode then = screen(names + ", \"asOf\": \"2024-12-31\"}");
        assertEquals("Quiet Meadow: XAe.002 QUIET MEADOW 1.0", found(then).get(2));
        assertEquals("1", then.path("lists").path(0).path("version").asText());
        JsonNode before = screen(names + ", \"asOf\": \"2023-12-31\"}");
        assertTrue(before.path("lists").path(0).path("version").isNull());
    }

    /** With others, so that one that is gone is not many. */
    private static String[] more(String... entities) {
        return Stream.concat(Stream.of(entities), Stream.of(unEntities(101, 120)))
                .toArray(String[]::new);
    }

    @Test
    void aNewVersionIsScreenedAgainstAsSoonAsItIsInForce() {
        for (int i = 1; i <= 5; i++) {
            list("2024-01-0" + i, entity("XAe.001", "HARBOUR FRONT", "Dock Rats " + i));
            assertEquals(
                    List.of("Dock Rats " + i + ": XAe.001 Dock Rats " + i + " 1.0"),
                    found(screen("{\"names\": [\"Dock Rats " + i + "\"], \"threshold\": 1}")));
        }
    }

    @Test
    void theKindAndTheCountryLowerTheScoreAndSaySo() {
        list("2024-01-01", entity("XAe.001", "HARBOUR FRONT"));
        JsonNode person = screen("{\"names\": [{\"name\": \"Harbour Front\", \"kind\": \"PERSON\"}]}")
                .path("results")
                .path(0)
                .path("candidates")
                .path(0);
        assertEquals("0.9", person.path("score").asText());
        assertEquals("0.9", person.path("parts").path("kind").asText());
        assertEquals(
                "[\"the same: harbour, front\",\"the list has a ENTITY, asked for was a PERSON: times 0.90\"]",
                person.path("reasons").toString());
    }

    @Test
    void theThresholdAndTheLimitAreTheCallers() {
        list(
                "2024-01-01",
                entity("XAe.001", "HARBOUR FRONT"),
                entity("XAe.002", "HARBOUR FRONT WEST"),
                entity("XAe.003", "HARBOUR FRANT"));
        assertEquals(3, count("{\"names\": [\"Harbour Front\"], \"threshold\": 0.5}"));
        assertEquals(1, count("{\"names\": [\"Harbour Front\"], \"threshold\": 1}"));
        assertEquals(2, count("{\"names\": [\"Harbour Front\"], \"threshold\": 0.5, \"limit\": 2}"));
    }

    private static int count(String body) {
        return screen(body).path("results").path(0).path("candidates").size();
    }

    @Test
    void screeningsStayOnRecordForWhoeverMadeThem() {
        list("2024-01-01", entity("XAe.001", "HARBOUR FRONT"));
        String body = "{\"names\": [\"=HARBOUR(Front)\", \"Quiet, \\\"Meadow\\\"\"]}";
        String location =
                post("/screenings", body, Role.READER).statusCode(200).extract().header("Location");
        String path = location.substring(location.indexOf("/screenings"));
        JsonNode stored = tree(as(Role.READER)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals("test", stored.path("by").asText());
        assertEquals(2, stored.path("results").size());
        String csv = as(Role.ANALYST)
                .accept("text/csv")
                .when()
                .get(path)
                .then()
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        String[] lines = csv.split("\r\n");
        assertEquals(3, lines.length, csv);
        assertTrue(lines[1].contains(", =HARBOUR(Front),"), csv);
        assertTrue(lines[2].contains(",\"Quiet, \"\"Meadow\"\"\",,,0,"), csv);
        other(Role.READER).get(path).then().statusCode(404);
        other(Role.ADMIN).get(path).then().statusCode(200);
        other(Role.READER).get("/screenings").then().body("items.size()", equalTo(0));
        screen(body);
        JsonNode first = tree(as(Role.READER)
                .when()
                .get("/screenings?limit=1")
                .then()
                .extract()
                .asString());
        assertEquals(stored.path("id"), first.path("items").path(0).path("id"));
        as(Role.ANALYST)
                .when()
                .get("/screenings?after=" + first.path("next").asText())
                .then()
                .body("items.found", contains(1), "next", equalTo(null));
        String list = as(Role.READER)
                .accept("text/csv")
                .when()
                .get("/screenings")
                .then()
                .extract()
                .asString();
        assertEquals(3, list.split("\r\n").length, list);
    }

    private static RequestSpecification other(String role) {
        return given().auth().oauth2(TestKeys.token("other", role)).when();
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|names",
                "{\"names\": []}|names",
                "{\"names\": [\"\"]}|names[0].name",
                "{\"names\": [\"a\", null]}|names[1]",
                "{\"names\": [\"a\", \" ?! \"]}|names[1].name",
                "{\"names\": [\"a\\u0000\"]}|names[0].name",
                "{\"names\": [\"a\\nb\"]}|names[0].name",
                "{\"names\": [\"a\\ud800\"]}|names[0].name",
                "{\"names\": [{\"kind\": \"PERSON\"}]}|names[0].name",
                "{\"names\": [{\"name\": \"a\", \"country\": \"Iraq\"}]}|names[0].country",
                "{\"names\": [\"a\"], \"lists\": []}|lists",
                "{\"names\": [\"a\"], \"lists\": [\"NOPE\"]}|lists[0]",
                "{\"names\": [\"a\"], \"threshold\": 0.1}|threshold",
                "{\"names\": [\"a\"], \"threshold\": 1.01}|threshold",
                "{\"names\": [\"a\"], \"limit\": 0}|limit",
                "{\"names\": [\"a\"], \"limit\": 101}|limit",
                "{\"names\": [\"a\"], \"asOf\": \"2999-01-01\"}|asOf",
                "{\"names\": [\"a\"], \"asOf\": \"yesterday\"}|asOf",
            })
    void badInputIsAProblemThatNamesTheField(String body, String field) {
        post("/screenings", body, Role.READER)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        assertEquals(0, ListTables.count("select count(*) from screening"));
    }

    @Test
    void tooManyNamesAndTooLongOnesAreRefused() {
        String many = String.join(", ", Collections.nCopies(1_001, "\"a\""));
        post("/screenings", "{\"names\": [" + many + "]}", Role.READER)
                .statusCode(400)
                .body("errors.field", contains("names"));
        String longOne = "\"" + "a".repeat(1_001) + "\"";
        post("/screenings", "{\"names\": [" + longOne + "]}", Role.READER)
                .statusCode(400)
                .body("errors.field", contains("names[0].name"));
        String all = String.join(", ", Collections.nCopies(101, "\"" + "a".repeat(1_000) + "\""));
        post("/screenings", "{\"names\": [" + all + "]}", Role.READER)
                .statusCode(400)
                .body("errors.field", contains("names"));
        String most = String.join(", ", Collections.nCopies(1_000, "\"Harbour Front\""));
        assertEquals(
                1_000, screen("{\"names\": [" + most + "]}").path("results").size());
    }

    @Test
    void onlyThoseWithATokenAndARoleMayScreen() {
        post("/screenings", "{\"names\": [\"a\"]}", Role.REPORTER).statusCode(403);
        given().contentType("application/json")
                .body("{\"names\": [\"a\"]}")
                .when()
                .post("/screenings")
                .then()
                .statusCode(401);
    }
}
