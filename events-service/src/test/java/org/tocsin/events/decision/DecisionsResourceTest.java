package org.tocsin.events.decision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;
import static org.tocsin.events.decision.Deciders.decide;
import static org.tocsin.events.decision.Deciders.held;
import static org.tocsin.events.decision.Deciders.heldRequest;
import static org.tocsin.events.decision.Deciders.post;
import static org.tocsin.events.decision.Deciders.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** In Mali, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class DecisionsResourceTest {
    private static final String GAO = "2457163";
    private static final String KAYES = "2455518";
    private static final String SEGOU = "2451478";
    private static final String MOPTI = "2453348";

    @Test
    void aDecisionIsMadeAndWithdrawnAsTheExamplesShow() throws Exception {
        String answer = decide(GAO, DecisionExamplesTest.file("decision.request.json"))
                .statusCode(201)
                .extract()
                .asString();
        JsonNode made = tree(answer);
        assertEquals(example("decision.response.json", made), made);
        String address = Deciders.address(made);
        assertEquals(made, json(address));
        String withdrawal = DecisionExamplesTest.file("decision.withdrawal.request.json");
        JsonNode withdrawn = tree(post(address + "/withdrawal", withdrawal)
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(example("decision.withdrawal.response.json", withdrawn), withdrawn);
        assertEquals(withdrawn, json(address));
        assertEquals(
                List.of("an-analyst decide", "an-analyst withdraw-decision"),
                audited("places/" + GAO + "/decisions/" + made.path("id").asText()));
    }

    /** The example with the id and the times of the answer, which are new each time. */
    private static JsonNode example(String file, JsonNode answer) throws IOException {
        ObjectNode example = (ObjectNode) tree(DecisionExamplesTest.file(file));
        for (String field : List.of("id", "recordedAt", "withdrawnAt")) {
            assertEquals(example.path(field).isNull(), answer.path(field).isNull(), field);
            example.set(field, answer.path(field));
        }
        return example;
    }

    private static List<String> audited(String subject) throws SQLException {
        List<String> audited = new ArrayList<>();
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement select =
                        connection.prepareStatement("select author, action from audit where subject = ? order by id")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    audited.add(row.getString(1) + " " + row.getString(2));
                }
            }
        }
        return audited;
    }

    @Test
    void decisionsAreListedInTheirOrderPageByPage() {
        decide(KAYES, heldRequest("armed-forces-of-ml", "2020-01-01").toString())
                .statusCode(201)
                .header("Location", containsPath(KAYES))
                .body("holder.id", equalTo("armed-forces-of-ml"));
        get("/places/" + KAYES + "/control").body("holder.id", equalTo("government-of-ml"), "rule", equalTo("decided"));
        ObjectNode unknown =
                Calls.JSON.createObjectNode().put("state", "UNKNOWN").put("reason", "Nobody is there.");
        decide(KAYES, unknown.toString())
                .statusCode(201)
                .body("from", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
        get("/places/" + KAYES + "/control")
                .body("state", equalTo("UNKNOWN"), "holder", equalTo(null), "assurance", equalTo("CONFIRMED"));
        String list = "/places/" + KAYES + "/decisions";
        JsonNode first = json(list + "?limit=1");
        assertEquals("HELD", first.path("items").get(0).path("state").asText());
        JsonNode second = json(list + "?limit=1&after=" + first.path("next").asText());
        assertEquals("UNKNOWN", second.path("items").get(0).path("state").asText());
        assertEquals(true, second.path("next").isNull());
        get(list).body("items.status", contains("STANDING", "STANDING"), "next", equalTo(null));
    }

    private static org.hamcrest.Matcher<String> containsPath(String place) {
        return org.hamcrest.Matchers.containsString("/places/" + place + "/decisions/");
    }

    @Test
    void aContestNamesItsPartiesBySlugOrAsAnswersShowThem() throws IOException {
        decide(SEGOU, DecisionExamplesTest.file("decision.contested.request.json"))
                .statusCode(201)
                .body(
                        "holder",
                        equalTo(null),
                        "parties.actor.id",
                        contains("armed-forces-of-ml", "mujao"),
                        "parties.extent",
                        contains("MOST", "FACILITY"));
        get("/places/" + SEGOU + "/control")
                .body(
                        "state",
                        equalTo("CONTESTED"),
                        "parties.actor.id",
                        contains("government-of-ml", "mujao"),
                        "rule",
                        equalTo("decided"));
        ObjectNode shown = heldRequest("", "2020-01-01");
        shown.putObject("holder").put("id", "ansar-dine").put("name", "Ansar Dine");
        decide(SEGOU, shown.toString()).statusCode(201).body("holder.name", equalTo("Ansar Dine"));
        ObjectNode parties = (ObjectNode) tree(DecisionExamplesTest.file("decision.contested.request.json"));
        ((ObjectNode) parties.path("parties").get(1)).putObject("actor").put("id", "ansar-dine");
        decide(SEGOU, parties.toString())
                .statusCode(201)
                .body("parties.actor.id", contains("armed-forces-of-ml", "ansar-dine"));
    }

    @Test
    void aSecondWithdrawalIsTheSameOrAConflict() {
        JsonNode made = held(MOPTI, "ansar-dine", "2013-01-10");
        String first = withdraw(made, "An error.").statusCode(200).extract().asString();
        assertEquals(
                tree(first),
                tree(withdraw(made, "An error.").statusCode(200).extract().asString()));
        withdraw(made, "Another reason.").statusCode(409).body("type", equalTo("urn:tocsin:problem:conflict"));
        post("/places/" + GAO + "/decisions/" + made.path("id").asText() + "/withdrawal", "{\"reason\":\"x\"}")
                .statusCode(404);
        post("/places/" + MOPTI + "/decisions/" + uuid() + "/withdrawal", "{\"reason\":\"x\"}")
                .statusCode(404)
                .body("detail", endsWith("on this place."));
        String address = Deciders.address(made) + "/withdrawal";
        post(address, "{}").statusCode(400).body("errors.field", contains("reason"));
        post(address, "{\"reason\":\" \"}").statusCode(400).body("errors.field", contains("reason"));
        post(address, "{\"reason\":\"" + "x".repeat(2_001) + "\"}").statusCode(400);
        post("/places/" + MOPTI + "/decisions/x/withdrawal", "{\"reason\":\"x\"}")
                .statusCode(400)
                .body("errors.field", contains("decision"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|body",
                "null|body",
                "[]|body",
                "{}|state",
                "{'state':'WON'}|state",
                "{'state':'HELD','reason':'x','surprise':1}|surprise",
                "{'state':'HELD','reason':'x'}|holder",
                "{'state':'HELD','reason':'x','holder':'nobody-knows-them'}|holder",
                "{'state':'HELD','reason':'x','holder':'ACLED\\u0000'}|holder",
                "{'state':'HELD','reason':'x','holder':'acled'}|holder",
                "{'state':'HELD','reason':'x','holder':{'id':null,'name':'militants'}}|holder",
                "{'state':'HELD','reason':'x','holder':{'slug':'ansar-dine'}}|holder.slug",
                "{'state':'HELD','reason':'x','holder':5}|holder",
                "{'state':'HELD','reason':'x','holder':['ansar-dine']}|holder",
                "{'state':'HELD','reason':'x','holder':''}|holder",
                "{'state':'HELD','holder':'ansar-dine'}|reason",
                "{'state':'HELD','holder':'ansar-dine','reason':''}|reason",
                "{'state':'HELD','holder':'ansar-dine','reason':' \\n '}|reason",
                "{'state':'HELD','holder':'ansar-dine','reason':'a\\u0000'}|reason",
                "{'state':'HELD','holder':'ansar-dine','reason':'\\ud800'}|reason",
                "{'state':'UNKNOWN','reason':'x','holder':'ansar-dine'}|holder",
                "{'state':'CONTESTED','reason':'x','holder':'ansar-dine'}|holder",
                "{'state':'CONTESTED','reason':'x'}|parties",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine'}]}|parties",
                "{'state':'CONTESTED','reason':'x','parties':[null,null]}|parties[0]",
                "{'state':'CONTESTED','reason':'x','parties':[{},{}]}|parties[0].actor",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine'},{'actor':'nobody'}]}|parties[1].actor",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine'},{'actor':'ansar-dine'}]}|parties[1].actor",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'islamic-state'},{'actor':'islamic-state-sahel'}]}|parties[1].actor",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'armed-forces-of-ml'},{'actor':'government-of-ml'}]}|parties[1].actor",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine','extent':'WHOLE'},{'actor':'government-of-ml'}]}|parties[0].extent",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine','extent':'MOST'},{'actor':'government-of-ml','extent':'MOST'}]}|parties[1].extent",
                "{'state':'CONTESTED','reason':'x','parties':[{'actor':'ansar-dine','extent':'ALL'},{'actor':'government-of-ml'}]}|parties[0].extent",
                "{'state':'UNKNOWN','reason':'x','parties':[{'actor':'ansar-dine'},{'actor':'government-of-ml'}]}|parties",
                "{'state':'UNKNOWN','reason':'x','from':'2014-02-30'}|from",
                "{'state':'UNKNOWN','reason':'x','from':'1799-12-31'}|from",
                "{'state':'UNKNOWN','reason':'x','from':'+999999999-01-01'}|from",
                "{'state':'UNKNOWN','reason':'x','from':'-999999999-01-01'}|from",
                "{'state':'UNKNOWN','reason':'x','expiresAt':'2014-01-01T00:00:00Z'}|expiresAt",
                "{'state':'UNKNOWN','reason':'x','expiresAt':'+999999999-01-01T00:00:00Z'}|expiresAt",
                "{'state':'UNKNOWN','reason':'x','expiresAt':'2200-01-01T00:00:00Z'}|expiresAt",
                "{'state':'UNKNOWN','reason':'x','expiresAt':'tomorrow'}|expiresAt",
            })
    void whatCannotBeDecidedIsRefusedByField(String body, String field) {
        var answer = decide(GAO, body.replace('\'', '"')).statusCode(400).contentType("application/problem+json");
        if (!body.equals("{")) {
            answer.body("errors.field", hasItem(equalTo(field)));
        }
    }

    @Test
    void aDecisionIsForADayThatHasBegunAndATimeThatHasNotCome() {
        // A day ahead of UTC it is tomorrow already, but not in Mali, whose clocks show UTC.
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        ObjectNode body = heldRequest("ansar-dine", tomorrow.toString());
        body.put("expiresAt", Instant.now().minus(1, ChronoUnit.SECONDS).toString());
        body.put("holder", "nobody");
        decide(GAO, body.toString())
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("from", "expiresAt", "holder"));
        ObjectNode crowd =
                Calls.JSON.createObjectNode().put("state", "CONTESTED").put("reason", "x");
        for (int i = 0; i < 21; i++) {
            crowd.withArray("parties").addObject().put("actor", "ansar-dine");
        }
        decide(GAO, crowd.toString()).statusCode(400).body("errors.field", contains("parties"));
    }

    @Test
    void onlyAnalystsDecideAndAllRead() {
        for (String role : List.of(Role.READER, Role.REPORTER, Role.SUBSCRIBER, Role.SERVICE)) {
            as(role).contentType("application/json")
                    .body(heldRequest("ansar-dine", "2013-01-10").toString())
                    .when()
                    .post("/places/" + GAO + "/decisions")
                    .then()
                    .statusCode(403);
        }
        get("/places/1/decisions").statusCode(404);
        get("/places/%00/decisions").statusCode(400).body("errors.field", contains("id"));
        get("/places/" + GAO + "/decisions?after=x").statusCode(400).body("errors.field", contains("after"));
        get("/places/" + GAO + "/decisions?limit=0").statusCode(400).body("errors.field", contains("limit"));
        get("/places/" + GAO + "/decisions/x").statusCode(400).body("errors.field", contains("decision"));
        get("/places/" + GAO + "/decisions/" + uuid()).statusCode(404);
        get("/places/" + GAO + "/decisions?after=" + uuid()).statusCode(200).body("items", hasSize(0));
        decide("1", heldRequest("ansar-dine", "2013-01-10").toString()).statusCode(404);
    }
}
