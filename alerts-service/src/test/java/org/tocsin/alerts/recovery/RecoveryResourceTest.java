package org.tocsin.alerts.recovery;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class RecoveryResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api owner = Api.subscriber("recovery-" + UUID.randomUUID());
    private Feed feed;
    private Receiver receiver;
    private Made made;
    private String path;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
        made = Made.active(owner, receiver, "");
        path = "/subscriptions/" + made.id() + "/recoveries";
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        receiver.close();
    }

    @Test
    void allThatIsDeadIsSentAgainEachPlaceInItsOrderAndNewAlertsAfterIt() {
        dead(30, 3);
        receiver.answer(request -> StubServer.Answer.status(204));
        JsonPath started = owner.post(path, "{}")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + path + "/[0-9a-f-]{36}"))
                .body("state", equalTo("RUNNING"))
                .body("total", equalTo(90))
                .extract()
                .jsonPath();
        List<StubServer.Request> all = receiver.awaitAlerts(90);
        Map<Integer, List<Integer>> byPlace = new TreeMap<>();
        all.forEach(request -> byPlace.computeIfAbsent(Cities.placeOf(request), p -> new ArrayList<>())
                .add(Cities.sequenceOf(request)));
        assertEquals(30, byPlace.size());
        byPlace.forEach((place, sequences) -> assertEquals(List.of(1, 2, 3), sequences, "place " + place));
        String one = path + "/" + started.getString("id");
        Api.until("its end", () -> "COMPLETED".equals(owner.get(one).path("state")));
        owner.get(one)
                .then()
                .body("delivered", equalTo(90))
                .body("dead", equalTo(0))
                .body("left", equalTo(0))
                .body("underWay", equalTo(0));
        feed.add(Cities.change(1_000));
        assertEquals(4, Cities.sequenceOf(receiver.awaitAlerts(91).get(90)), "the lane goes on");
    }

    @Test
    void onlyAPeriodIsSentAgain() throws Exception {
        dead(3, 1);
        Tables.change(
                "update delivery set created_at = '2026-11-21T00:00:00Z' where subscription_id = ?::uuid"
                        + " and subject in ('places/1000', 'places/1001')",
                made.id());
        receiver.answer(request -> StubServer.Answer.status(204));
        ObjectNode expected = (ObjectNode) JSON.readTree(example("recovery.response.json"));
        ObjectNode answer = (ObjectNode) JSON.readTree(owner.post(path, example("recovery.request.json"))
                .then()
                .statusCode(201)
                .extract()
                .asString());
        for (String changing : List.of("id", "subscription", "startedBy", "startedAt", "underWay", "delivered")) {
            expected.set(changing, answer.get(changing));
        }
        assertEquals(expected, answer);
        assertEquals(
                List.of(1_000, 1_001),
                receiver.awaitAlerts(2).stream().map(Cities::placeOf).sorted().toList());
        Api.until("its end", () -> "COMPLETED".equals(owner.get(path).path("items[0].state")));
        assertEquals(2, receiver.alerts().size());
        owner.get("/subscriptions/" + made.id() + "/deliveries?state=DEAD")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void anEndpointThatLostWhatItHadIsSentItAgain() {
        feed.add(Cities.changes(1_000, 5));
        receiver.awaitAlerts(5);
        Api.until(
                "all to be delivered",
                () -> owner.get(deliveries("DELIVERED"))
                                .jsonPath()
                                .getList("items.findAll { it.kind == 'ALERT' }")
                                .size()
                        == 5);
        owner.post(path, "{}").then().statusCode(201).body("total", equalTo(0));
        Api.until("its end", () -> "COMPLETED".equals(owner.get(path).path("items[0].state")));
        owner.post(path, "{\"includeDelivered\": true}").then().statusCode(201).body("total", equalTo(5));
        assertEquals(
                5,
                receiver.awaitAlerts(10).stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct()
                        .count());
    }

    @Test
    void aCancelledOneLeavesTheRestDeadAndTheLanesOpen() {
        dead(20, 2);
        receiver.answer(request -> StubServer.Answer.status(500));
        String one = path + "/"
                + owner.post(path, "{}").then().statusCode(201).extract().path("id");
        owner.post(path, "{}").then().statusCode(409);
        receiver.awaitAlerts(1);
        owner.request().post(one + "/cancellation").then().statusCode(200).body("state", equalTo("CANCELLED"));
        owner.request().post(one + "/cancellation").then().statusCode(409);
        Api.until("none to be sent", () -> owner.get(deliveries("SENDING"))
                .jsonPath()
                .getList("items")
                .isEmpty());
        int before = receiver.alerts().size();
        receiver.answer(request -> StubServer.Answer.status(204));
        Tables.change(
                "update endpoint set probe_at = null, breaker = 'CLOSED', allowed = 8 where url = ?", receiver.url());
        feed.add(Cities.changes(2_000, 20));
        receiver.awaitAlerts(before + 20);
        int dead = owner.get(deliveries("DEAD")).jsonPath().getList("items").size();
        assertTrue(dead >= 40 - 12, "dead " + dead);
        owner.get(one).then().body("delivered", equalTo(0)).body("underWay", equalTo(0));
    }

    @Test
    void whatIsDeadWaitsWhileTheSubscriptionIsNotActive() {
        dead(2, 1);
        receiver.answer(request -> StubServer.Answer.status(204));
        receiver.consents(false);
        String other = receiver.url() + "?moved";
        owner.put("/subscriptions/" + made.id(), "{\"name\": \"Moved\", \"endpoint\": \"" + other + "\"}")
                .then()
                .statusCode(200);
        owner.post(path, "{}").then().statusCode(201).body("underWay", equalTo(2));
        owner.get(deliveries("WAITING")).then().body("items.size()", equalTo(2));
        receiver.consents(true);
        owner.request()
                .post("/subscriptions/" + made.id() + "/verifications")
                .then()
                .statusCode(202);
        receiver.awaitAlerts(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "madeFrom | {\"madeFrom\": \"yesterday\"}",
                "madeFrom | {\"madeFrom\": true}",
                "madeBefore | {\"madeFrom\": \"2026-11-23T00:00:00Z\", \"madeBefore\": \"2026-11-20T00:00:00Z\"}",
                "includeDelivered | {\"includeDelivered\": \"perhaps\"}",
                "since | {\"since\": \"2026-11-23T00:00:00Z\"}",
            })
    void aBadRequestIsAProblemThatNamesTheField(String field, String request) {
        owner.post(path, request)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));
        owner.get(path).then().body("items.size()", equalTo(0));
    }

    @Test
    void anotherOwnersRecoveriesAreNotThere() {
        String id = owner.post(path, "{}").then().statusCode(201).extract().path("id");
        Api stranger = Api.subscriber("stranger");
        stranger.post(path, "{}").then().statusCode(404);
        stranger.get(path).then().statusCode(404);
        stranger.get(path + "/" + id).then().statusCode(404);
        stranger.request().post(path + "/" + id + "/cancellation").then().statusCode(404);
        owner.get(path + "/" + UUID.randomUUID()).then().statusCode(404);
        owner.get(path + "/x").then().statusCode(404);
        owner.get(path + "?limit=0").then().statusCode(400);
        Api.admin().get(path + "/" + id).then().statusCode(200);
    }

    /** Makes alerts of so many places and gives them up: on schedule it would take nine days. */
    private void dead(int places, int each) {
        receiver.consents(false);
        Tables.change("update subscription set status = 'DISABLED' where id = ?::uuid", made.id());
        for (int i = 0; i < each; i++) {
            feed.add(Cities.changes(1_000, places));
        }
        Api.until(
                "the alerts",
                () -> owner.get(deliveries("WAITING"))
                                .jsonPath()
                                .getList("items")
                                .size()
                        == places * each);
        Tables.change(
                "update delivery set state = 'DEAD', failures = 18, finished_at = now() where subscription_id = ?::uuid"
                        + " and kind = 'ALERT'",
                made.id());
        Tables.change("update subscription set status = 'ACTIVE' where id = ?::uuid", made.id());
        receiver.consents(true);
    }

    private String deliveries(String state) {
        return "/subscriptions/" + made.id() + "/deliveries?limit=1000&state=" + state;
    }

    private static String example(String name) throws Exception {
        return Files.readString(Path.of("..", "docs", "api", "examples", name));
    }
}
