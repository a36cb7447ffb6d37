package org.tocsin.events.sanctions.suppression;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.sanctions.list.ListTables;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class SuppressionsResourceTest {
    private static final String SCREENING = "{\"names\": [\"HARBOUR, front\"], \"lists\": [\"UN\"]";

    @BeforeEach
    void empty() {
        ListTables.empty();
        ListTables.run("delete from screening; delete from suppression");
        settled(
                "UN",
                un("2024-01-01", unEntity("XAe.001", "HARBOUR FRONT", ""), unEntity("XAe.002", "HARBOUR FRONT", "")),
                "?asOf=2024-01-01");
    }

    private static ValidatableResponse post(String path, String body, String role) {
        return as(role).contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    private static ValidatableResponse screened(String more) {
        return post("/screenings", SCREENING + more + "}", Role.READER).statusCode(200);
    }

    private static String suppress(String more) {
        return post("/suppressions", "{\"name\": \"Harbour Front\", \"reason\": \"A cafe.\"" + more + "}", Role.ANALYST)
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aSuppressedCandidateIsMarkedOrLeftOutAndCounted() {
        String id = suppress(", \"list\": \"UN\", \"reference\": \"XAe.002\"");
        screened("")
                .body("results[0].candidates.reference", contains("XAe.001", "XAe.002"))
                .body("results[0].candidates[0].suppressed", equalTo(null))
                .body("results[0].candidates[1].suppressed.id", equalTo(id))
                .body("results[0].candidates[1].suppressed.reason", equalTo("A cafe."))
                .body("results[0].candidates[1].suppressed.by", equalTo("test"))
                .body("results[0].suppressed", equalTo(1));
        String screening = screened(", \"includeSuppressed\": false")
                .body("results[0].candidates.reference", contains("XAe.001"))
                .body("results[0].found", equalTo(2))
                .body("results[0].suppressed", equalTo(1))
                .extract()
                .path("id");
        get("/screenings/" + screening).body("results[0].candidates", hasSize(2));
        assertEquals(
                1,
                ListTables.count("select count(*) from audit where author = 'test' and subject = 'suppressions/" + id
                        + "' and detail = 'name=Harbour Front entry=UN/XAe.002 reason=A cafe."
                        + " algorithm=tocsin-names/1 versions=UN/1'"));
    }

    @Test
    void withoutAnEntryEveryCandidateOfTheNameIsSuppressedUntilItEnds() {
        String id = suppress("");
        screened("").body("results[0].suppressed", equalTo(2));
        as(Role.ANALYST).when().delete("/suppressions/" + id).then().statusCode(204);
        as(Role.ANALYST).when().delete("/suppressions/" + id).then().statusCode(204);
        screened("").body("results[0].suppressed", equalTo(0));
        get("/suppressions/" + id).body("withdrawnBy", equalTo("test"));
        get("/suppressions?standing=true").body("items", hasSize(0));
        String next = suppress(", \"expiresAt\": \"2999-01-01T00:00:00Z\"");
        JsonNode page = tree(get("/suppressions?limit=1").extract().asString());
        assertEquals(id, page.path("next").asText());
        get("/suppressions?after=" + id).body("items.id", contains(next));
        ListTables.run("update suppression set expires_at = now() - interval '1 second'");
        screened("").body("results[0].suppressed", equalTo(0));
        assertEquals(
                3,
                ListTables.count("select count(*) from audit where subject in ('suppressions/" + id
                        + "', 'suppressions/" + next + "')"));
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"a\"}|name",
                "{\"name\": \"?\", \"reason\": \"a\"}|name",
                "{\"name\": \"a\"}|reason",
                "{\"name\": \"a\", \"reason\": \" \"}|reason",
                "{\"name\": \"a\", \"reason\": \"b\", \"list\": \"UN\"}|reference",
                "{\"name\": \"a\", \"reason\": \"b\", \"reference\": \"UN\"}|list",
                "{\"name\": \"a\", \"reason\": \"b\", \"list\": \"U\", \"reference\": \"a\"}|list",
                "{\"name\": \"a\", \"reason\": \"b\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}|expiresAt",
            })
    void badInputIsAProblemThatNamesTheField(String body, String field) {
        post("/suppressions", body, Role.ANALYST).statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void onlyAnalystsSuppress() {
        post("/suppressions", "{\"name\": \"a\", \"reason\": \"b\"}", Role.READER)
                .statusCode(403);
        as(Role.READER)
                .when()
                .delete("/suppressions/6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                .then()
                .statusCode(403);
        as(Role.ANALYST)
                .when()
                .delete("/suppressions/6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                .then()
                .statusCode(404);
        get("/suppressions/6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11").statusCode(404);
        get("/suppressions/1").statusCode(400);
    }
}
