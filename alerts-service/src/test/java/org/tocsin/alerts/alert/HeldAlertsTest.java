package org.tocsin.alerts.alert;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

/** What pauses and silences hold back, what goes on meanwhile, and what is sent when they end. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class HeldAlertsTest {
    private static final String MARKER = "98182";

    private final Api owner = Api.subscriber("held-" + UUID.randomUUID());
    private Feed feed;
    private Receiver receiver;
    private Made made;
    private int alerts;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
        made = Made.active(owner, receiver, "");
    }

    @AfterEach
    void close() {
        owner.delete("/subscriptions/" + made.id());
        feed.close();
        receiver.close();
    }

    @Test
    void aPausedSubscriptionIsToldWhatStillHoldsOnceWhenItIsResumed() {
        pause("{\"reason\": \"The desk moves house\"}");
        add(taking("government-of-iq", "islamic-state"), taking("islamic-state", "kurdish-forces"));
        awaitHeld(2);
        resume();
        JsonNode alert = Receiver.body(receiver.awaitAlerts(1).get(0)).path("data");
        assertEquals("ALERT", alert.path("alert").path("message").asText());
        assertEquals(2, alert.path("alert").path("sequence").asInt());
        assertEquals(
                "kurdish-forces", alert.path("change").path("to").path("id").asText());
        awaitStates("SKIPPED", 1);
        awaitStates("HELD", 0);
        assertEquals(1, receiver.alerts().size());
    }

    @Test
    void whatWasRevertedDuringAPauseIsNotTold() {
        pause("{}");
        add(taking("government-of-iq", "islamic-state"), taking("islamic-state", "government-of-iq"));
        awaitHeld(2);
        resume();
        awaitStates("SKIPPED", 2);
        add(elsewhere());
        assertEquals(MARKER, placeOf(receiver.awaitAlerts(1).get(0)));
    }

    @Test
    void whatWasTakenBackDuringAPauseIsNotTold() {
        pause("{}");
        ObjectNode taken = taking("government-of-iq", "islamic-state");
        add(taken);
        add(revising(taken, "RETRACTED", "islamic-state", "government-of-iq"));
        awaitHeld(2);
        resume();
        awaitStates("SKIPPED", 2);
        assertEquals(List.of(), receiver.alerts());
    }

    @Test
    void whoWasToldIsToldDuringAPauseThatItWasWrong() {
        ObjectNode taken = taking("government-of-iq", "islamic-state");
        add(taken);
        receiver.awaitAlerts(1);
        pause("{}");
        add(revising(taken, "RETRACTED", "islamic-state", "government-of-iq"));
        JsonNode cancel = Receiver.body(receiver.awaitAlerts(2).get(1)).path("data");
        assertEquals("CANCEL", cancel.path("alert").path("message").asText());
    }

    @Test
    void aTakingThatBecameSurerDuringAPauseIsToldAsAnAlert() {
        pause("{}");
        ObjectNode taken = taking("government-of-iq", "islamic-state");
        add(taken);
        ObjectNode surer = revising(taken, "ASSURANCE_CHANGED", "islamic-state", "islamic-state");
        ((ObjectNode) surer.path("after")).put("assurance", "CONFIRMED");
        add(surer);
        awaitHeld(2);
        assertEquals(List.of("ALERT", "UPDATE"), owner.get("/alerts").jsonPath().getList("items.data.alert.message"));
        resume();
        JsonNode alert = Receiver.body(receiver.awaitAlerts(1).get(0)).path("data");
        assertEquals("ALERT", alert.path("alert").path("message").asText());
        assertEquals(0, alert.path("alert").path("revises").size());
        assertEquals(
                "CONFIRMED",
                alert.path("change").path("after").path("assurance").asText());
    }

    @Test
    void aPauseEndsByItselfAlsoWhenNobodyLooked() {
        pause("{\"until\": \"" + Instant.now().plusSeconds(3_600) + "\"}");
        add(taking("government-of-iq", "islamic-state"));
        awaitHeld(1);
        // The hour passes.
        UUID id = UUID.fromString(made.id());
        Tables.change("update subscription set paused_until = now() where id = ?", id);
        Tables.change("update delivery set held_until = now() where subscription_id = ? and state = 'HELD'", id);
        receiver.awaitAlerts(1);
        owner.get("/subscriptions/" + made.id() + "/pause").then().statusCode(404);
    }

    @Test
    void whatWaitsUntriedIsHeldByAPauseToo() {
        receiver.answer(request -> StubServer.Answer.status(503));
        add(taking("government-of-iq", "islamic-state"), taking("islamic-state", "kurdish-forces"));
        receiver.awaitAlerts(1);
        awaitStates("WAITING", 1);
        pause("{}");
        awaitHeld(1);
        owner.get("/subscriptions/" + made.id() + "/deliveries?state=READY")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void aSilenceHoldsWhatFitsAndLetsTheRestGo() {
        String id = silence("{\"places\": [\"99072\"]}");
        add(taking("government-of-iq", "islamic-state"), elsewhere());
        assertEquals(MARKER, placeOf(receiver.awaitAlerts(1).get(0)));
        awaitHeld(1);
        owner.delete("/silences/" + id).then().statusCode(204);
        assertEquals("99072", placeOf(receiver.awaitAlerts(2).get(1)));
        owner.get("/silences/" + id).then().body("status", equalTo("EXPIRED"));
    }

    @Test
    void aSilenceOfAnotherSubscriptionKindOrOwnerHoldsNothing() {
        Made other = Made.active(owner, receiver, "");
        silence("{\"subscriptions\": [\"" + other.id() + "\"]}");
        silence("{\"kinds\": [\"CONTESTED\"]}");
        Api.subscriber("stranger-" + UUID.randomUUID())
                .post("/silences", body("{}"))
                .then()
                .statusCode(201);
        add(taking("government-of-iq", "islamic-state"));
        assertEquals(
                made.id(),
                Receiver.body(receiver.awaitAlerts(1).get(0))
                        .path("data")
                        .path("alert")
                        .path("subscription")
                        .path("id")
                        .asText());
        owner.delete("/subscriptions/" + other.id());
    }

    @Test
    void whatTwoHoldGoesWhenTheLastOfThemEnds() {
        String id = silence("{\"actors\": [\"islamic-state\"]}");
        pause("{}");
        add(taking("government-of-iq", "islamic-state"));
        awaitHeld(1);
        resume();
        add(elsewhere());
        awaitHeld(2);
        owner.delete("/silences/" + id).then().statusCode(204);
        receiver.awaitAlerts(2);
    }

    private void pause(String body) {
        owner.put("/subscriptions/" + made.id() + "/pause", body).then().statusCode(200);
    }

    private void resume() {
        owner.delete("/subscriptions/" + made.id() + "/pause").then().statusCode(204);
    }

    private String silence(String matchers) {
        return owner.post("/silences", body(matchers))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(String matchers) {
        return "{\"matchers\": " + matchers + ", \"comment\": \"quiet\", \"endsAt\": \""
                + Instant.now().plusSeconds(3_600) + "\"}";
    }

    /** Adds changes and waits until they are taken in. */
    private void add(ObjectNode... changes) {
        feed.add(changes);
        alerts += changes.length;
        Api.until(
                "the alerts",
                () -> owner.get("/alerts?subscription=" + made.id())
                                .jsonPath()
                                .getList("items")
                                .size()
                        == alerts);
    }

    private void awaitHeld(int many) {
        awaitStates("HELD", many);
    }

    private void awaitStates(String state, int many) {
        Api.until(
                many + " " + state,
                () -> owner.get("/subscriptions/" + made.id() + "/deliveries?state=" + state)
                                .jsonPath()
                                .getList("items")
                                .size()
                        == many);
    }

    private static ObjectNode taking(String from, String to) {
        return Feed.change(change -> parties(change, from, to));
    }

    private static ObjectNode elsewhere() {
        return Feed.change(change -> ((ObjectNode) change.path("place")).put("id", MARKER));
    }

    private static ObjectNode revising(ObjectNode taken, String kind, String from, String to) {
        return Feed.change(change ->
                parties(change.put("kind", kind).put("revises", taken.path("id").asText()), from, to));
    }

    private static void parties(ObjectNode change, String from, String to) {
        actor((ObjectNode) change.path("from"), from);
        actor((ObjectNode) change.path("to"), to);
        actor((ObjectNode) change.path("before").path("holder"), from);
        actor((ObjectNode) change.path("after").path("holder"), to);
    }

    private static void actor(ObjectNode actor, String id) {
        actor.put("id", id).put("name", id);
    }

    private static String placeOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("change")
                .path("place")
                .path("id")
                .asText();
    }
}
