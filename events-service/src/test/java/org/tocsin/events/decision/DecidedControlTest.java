package org.tocsin.events.decision;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.decision.Deciders.ANSAR;
import static org.tocsin.events.decision.Deciders.MALI;
import static org.tocsin.events.decision.Deciders.MNLA;
import static org.tocsin.events.decision.Deciders.changes;
import static org.tocsin.events.decision.Deciders.decide;
import static org.tocsin.events.decision.Deciders.held;
import static org.tocsin.events.decision.Deciders.heldRequest;
import static org.tocsin.events.decision.Deciders.holder;
import static org.tocsin.events.decision.Deciders.line;
import static org.tocsin.events.decision.Deciders.now;
import static org.tocsin.events.decision.Deciders.told;
import static org.tocsin.events.decision.Deciders.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.events.Calls;
import org.tocsin.testing.PostgresAndKeys;

/** What decisions do to control and to the feed; in Mali, at places where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class DecidedControlTest {
    private static final String TIMBUKTU = "2449067";
    private static final String KIDAL = "2455290";
    private static final String ANSONGO = "2461003";
    private static final String DOUENTZA = "2458334";
    private static final String GOUNDAM = "2456917";
    private static final String MENAKA = "2453514";
    private static final String NIAFUNKE = "2452830";

    @Test
    void aDecisionStandsOverSourcesUntilItIsWithdrawn() {
        String taking = told(TIMBUKTU, MNLA, "2012-04-01");
        String start = now();
        JsonNode decision = held(TIMBUKTU, ANSAR, "2012-04-02");
        List<JsonNode> made = changes(TIMBUKTU, start, 1);
        assertEquals(
                List.of("CHANGED_HANDS " + MNLA + " -> " + ANSAR + " CONFIRMED current live"),
                made.stream().map(Deciders::line).toList());
        assertEquals(cause(decision, ""), made.get(0).path("cause"));
        assertEquals("decided", made.get(0).path("after").path("rule").asText());
        assertEquals(decision.path("id"), made.get(0).path("after").path("decision"));
        get("/places/" + TIMBUKTU + "/control")
                .body(
                        "holder.id",
                        equalTo(ANSAR),
                        "decision",
                        equalTo(decision.path("id").asText()),
                        "evidence.against",
                        equalTo(List.of(taking)));
        get("/changes/" + made.get(0).path("id").asText())
                .body(
                        "explanation.decision.author",
                        equalTo("an-analyst"),
                        "explanation.decision.reason",
                        equalTo("Seen from the air."),
                        "explanation.words",
                        containsString("decision of an-analyst"));

        start = now();
        JsonNode withdrawn = Calls.tree(withdraw(decision, "It was another town.")
                .statusCode(200)
                .extract()
                .asString());
        List<JsonNode> gone = changes(TIMBUKTU, start, 1);
        assertEquals(
                List.of("RETRACTED " + ANSAR + " -> " + MNLA + " CLAIMED current live"),
                gone.stream().map(Deciders::line).toList());
        assertEquals(made.get(0).path("id"), gone.get(0).path("revises"));
        assertEquals(
                cause(decision, "@" + withdrawn.path("withdrawnAt").asText()),
                gone.get(0).path("cause"));
        get("/changes/" + gone.get(0).path("id").asText())
                .body(
                        "explanation.words",
                        containsString("was withdrawn by an-analyst: \"It was another town.\""),
                        "explanation.decision.status",
                        equalTo("WITHDRAWN"));
        assertEquals(MNLA, holder(TIMBUKTU, "at=2012-05-01"));
        Instant recorded = Instant.parse(decision.path("recordedAt").asText());
        assertEquals(MNLA, holder(TIMBUKTU, "knownAt=" + recorded.minusNanos(1_000)));
        assertEquals(ANSAR, holder(TIMBUKTU, "knownAt=" + recorded));
        assertEquals(ANSAR, holder(TIMBUKTU, "at=2012-05-01&knownAt=" + recorded));
        assertEquals(
                MNLA,
                holder(TIMBUKTU, "knownAt=" + withdrawn.path("withdrawnAt").asText()));

        start = now();
        JsonNode again = held(TIMBUKTU, ANSAR, "2012-04-02");
        JsonNode remade = changes(TIMBUKTU, start, 1).get(0);
        assertEquals(line(made.get(0)), line(remade));
        assertEquals(cause(again, ""), remade.path("cause"));
        assertNotEquals(made.get(0).path("id"), remade.path("id"));
        withdraw(again, "Again.").statusCode(200);
    }

    private static JsonNode cause(JsonNode decision, String at) {
        return Calls.JSON
                .createObjectNode()
                .put("type", "decision")
                .put("id", decision.path("id").asText() + at);
    }

    @Test
    void aDecisionThatExpiresGivesTheChangeBackWithinSeconds() {
        told(KIDAL, MNLA, "2012-03-30");
        ObjectNode body = heldRequest(MALI, "2013-01-10");
        Instant expires = Instant.now().plus(Duration.ofSeconds(3));
        String start = now();
        JsonNode decision = Calls.tree(
                decide(KIDAL, body.put("expiresAt", expires.toString()).toString())
                        .statusCode(201)
                        .extract()
                        .asString());
        List<JsonNode> changes = changes(KIDAL, start, 2);
        Instant seen = Instant.now();
        assertEquals(
                List.of(
                        "CHANGED_HANDS " + MNLA + " -> " + MALI + " CONFIRMED current live",
                        "CHANGED_HANDS " + MALI + " -> " + MNLA + " CLAIMED current live"),
                changes.stream().map(Deciders::line).toList());
        assertTrue(seen.isBefore(expires.plus(Duration.ofSeconds(4))), "seen at " + seen);
        assertEquals(
                cause(decision, "@" + decision.path("expiresAt").asText()),
                changes.get(1).path("cause"));
        get("/changes/" + changes.get(1).path("id").asText()).body("explanation.words", containsString("expired at"));
        get(Deciders.address(decision)).body("status", equalTo("EXPIRED"));
        assertEquals(MNLA, holder(KIDAL, "at=" + Instant.now()));
        assertEquals(MALI, holder(KIDAL, "at=2013-05-01"));
        assertEquals(
                MALI, holder(KIDAL, "knownAt=" + decision.path("recordedAt").asText()));

        start = now();
        withdraw(decision, "It was never so.").statusCode(200);
        assertEquals(MNLA, holder(KIDAL, "at=2013-05-01"));
        assertEquals(
                List.of("RETRACTED", "RETRACTED"),
                changes(KIDAL, start, 2).stream()
                        .map(change -> change.path("kind").asText())
                        .toList());
    }

    @Test
    void oneThatWasWithdrawnExpiresInSilence() {
        told(NIAFUNKE, MNLA, "2012-04-05");
        String start = now();
        ObjectNode body = heldRequest(MALI, "2013-01-10");
        Instant expires = Instant.now().plus(Duration.ofSeconds(1));
        JsonNode decision = Calls.tree(
                decide(NIAFUNKE, body.put("expiresAt", expires.toString()).toString())
                        .statusCode(201)
                        .extract()
                        .asString());
        withdraw(decision, "An error.").statusCode(200);
        // The decision on another place that expires later is worked off after it.
        ObjectNode other = heldRequest(MNLA, "2013-01-10");
        decide(
                        GOUNDAM,
                        other.put("expiresAt", expires.plusMillis(500).toString())
                                .toString())
                .statusCode(201);
        assertEquals(2, changes(GOUNDAM, start, 2).size());
        assertEquals(2, changes(NIAFUNKE, start, 2).size());
    }

    @Test
    void ofTwoDecisionsAtOnceTheLaterStands() throws Exception {
        told(ANSONGO, MNLA, "2012-03-31");
        String start = now();
        List<CompletableFuture<JsonNode>> deciding = Stream.of(ANSAR, MALI, ANSAR, MALI, ANSAR, MALI)
                .map(holder -> CompletableFuture.supplyAsync(() -> held(ANSONGO, holder, "2013-01-26")))
                .toList();
        for (CompletableFuture<JsonNode> decision : deciding) {
            decision.get();
        }
        JsonNode decisions = json("/places/" + ANSONGO + "/decisions").path("items");
        assertEquals(6, decisions.size());
        JsonNode last = decisions.get(5);
        get("/places/" + ANSONGO + "/control")
                .body(
                        "decision",
                        equalTo(last.path("id").asText()),
                        "holder.id",
                        equalTo(last.path("holder").path("id").asText()));
        List<JsonNode> changes = changes(ANSONGO, start, 1);
        assertEquals(
                changes.size(),
                changes.stream()
                        .map(change -> change.path("id").asText())
                        .distinct()
                        .count());
        assertEquals(
                last.path("holder").path("id"),
                changes.get(changes.size() - 1).path("to").path("id"));
    }

    /** Merges have an interface of their own, which is not for this test. */
    @Test
    void partiesThatWereMergedHoldThePlaceTogether() throws SQLException {
        ObjectNode body =
                Calls.JSON.createObjectNode().put("state", "CONTESTED").put("from", "2013-02-01");
        body.put("reason", "Shots were heard.");
        body.withArray("parties").addObject().put("actor", "azawad-liberation-front");
        body.withArray("parties").addObject().put("actor", "coordination-of-azawad-movements");
        decide(MENAKA, body.toString()).statusCode(201);
        try (Connection connection = PostgresAndKeys.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into actor_merge (id, actor, into_actor, reason, author, recorded_at)
                    values (gen_random_uuid(), 'coordination-of-azawad-movements', 'azawad-liberation-front', 'x', 'x', now())
                    """);
            try {
                told(MENAKA, ANSAR, "2013-03-01");
                get("/places/" + MENAKA + "/control")
                        .body(
                                "state",
                                equalTo("HELD"),
                                "holder.id",
                                equalTo("azawad-liberation-front"),
                                "parties",
                                equalTo(List.of()));
            } finally {
                statement.execute("delete from actor_merge");
            }
        }
    }

    @Test
    void whatSourcesSayLaterDoesNotMoveWhatWasDecided() {
        JsonNode decision = held(DOUENTZA, MALI, "2012-09-01");
        String start = now();
        String taking = told(DOUENTZA, ANSAR, "2012-09-02");
        get("/places/" + DOUENTZA + "/control")
                .body(
                        "holder.id",
                        equalTo(MALI),
                        "decision",
                        equalTo(decision.path("id").asText()),
                        "evidence.against",
                        equalTo(List.of(taking)));
        assertEquals(0, json("/changes?after=" + start).path("items").size());
        withdraw(decision, "We were wrong.").statusCode(200);
        assertEquals(
                List.of("CHANGED_HANDS " + MALI + " -> " + ANSAR + " CLAIMED current live"),
                changes(DOUENTZA, start, 1).stream()
                        .map(Deciders::line)
                        .filter(line -> line.startsWith("CHANGED"))
                        .toList());
    }
}
