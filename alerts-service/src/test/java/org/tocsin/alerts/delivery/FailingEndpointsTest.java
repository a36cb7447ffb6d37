package org.tocsin.alerts.delivery;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
class FailingEndpointsTest {
    private final Api owner = Api.subscriber("failing-" + UUID.randomUUID());
    private Feed feed;
    private Receiver receiver;
    private Made made;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
        made = Made.active(owner, receiver, "");
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        receiver.close();
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsAnnouncedThenSwitchedOffAndItsAlertsAreKept() {
        receiver.answer(request -> StubServer.Answer.status(500));
        feed.add(Cities.change(1_000));
        receiver.awaitAlerts(1);
        String subscription = "/subscriptions/" + made.id();
        Api.until("the failing", () -> owner.get(subscription).path("failingSince") != null);
        JsonPath failing = owner.get(subscription).jsonPath();
        assertEquals(
                Duration.ofDays(5),
                Duration.between(
                        Instant.parse(failing.getString("failingSince")),
                        Instant.parse(failing.getString("disablesAt"))));
        assertEquals(0, notices().size(), "too early to trouble anybody");

        since("25 hours");
        failAgain();
        Api.until("the first notice", () -> notices().size() == 1);
        since("97 hours");
        failAgain();
        Api.until("the second notice", () -> notices().size() == 2);
        owner.get("/notices")
                .then()
                .body("items[1].type", equalTo("tocsin.endpoint-failing"))
                .body("items[1].specversion", equalTo("1.0"))
                .body("items[1].subject", equalTo("subscriptions/" + made.id()))
                .body("items[1].data.endpoint", equalTo(receiver.url()))
                .body("items[1].data.status", equalTo("ACTIVE"))
                .body("items[1].data.lastStatus", equalTo(500))
                .body("items[1].data.lastError", equalTo("STATUS"));

        since("121 hours");
        owner.get(subscription).then().body("status", equalTo("ACTIVE"));
        failAgain();
        made.awaitStatus("DISABLED");
        Api.until("the last notice", () -> notices().size() == 3);
        owner.get(subscription)
                .then()
                .body("statusReason", equalTo("every attempt failed for too long; the attempts say how"))
                .body("disablesAt", equalTo(null));
        assertEquals("tocsin.subscription-disabled", notices().get(2));
        feed.add(Cities.change(1_000), Cities.change(1_001));
        Api.until(
                "what is parked",
                () -> owner.get(subscription + "/deliveries?state=WAITING")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 3);

        int before = receiver.alerts().size();
        receiver.answer(request -> StubServer.Answer.status(204));
        owner.request().post(subscription + "/verifications").then().statusCode(202);
        made.awaitStatus("ACTIVE");
        List<StubServer.Request> after = receiver.awaitAlerts(before + 3);
        assertEquals(
                List.of(1, 2),
                after.subList(before, before + 3).stream()
                        .filter(request -> Cities.placeOf(request) == 1_000)
                        .map(Cities::sequenceOf)
                        .toList());
        Api.until("all to be well", () -> owner.get(subscription).path("failingSince") == null);
    }

    @Test
    void whoIsGoneIsToldSo() {
        receiver.answer(request -> StubServer.Answer.status(410));
        feed.add(Cities.change(1_000), Cities.change(1_001));
        made.awaitStatus("DISABLED");
        assertEquals(List.of("tocsin.subscription-disabled"), notices());
        owner.get("/notices").then().body("items[0].data.statusReason", equalTo("the endpoint answered 410 Gone"));
        String next = owner.get("/notices").path("next");
        owner.get("/notices?after=" + next)
                .then()
                .body("items.size()", equalTo(0))
                .body("next", equalTo(next));
    }

    @Test
    void whoIsGoneIsGoneForAllSubscriptionsOfTheOwnerWithThatAddressAndForNobodyElse() {
        Made same = Made.active(owner, receiver, Cities.watched(5_000, 1));
        Api other = Api.subscriber("failing-" + UUID.randomUUID());
        Made others = Made.active(other, receiver, Cities.watched(5_000, 1));
        receiver.answer(request -> StubServer.Answer.status(410));
        feed.add(Cities.change(1_000));
        made.awaitStatus("DISABLED");
        same.awaitStatus("DISABLED");
        owner.get("/notices?subscription=" + same.id()).then().body("items.size()", equalTo(1));
        other.get("/subscriptions/" + others.id()).then().body("status", equalTo("ACTIVE"));
        other.delete("/subscriptions/" + others.id());
    }

    @Test
    void oneSuccessBeginsTheCountAnew() {
        receiver.answer(request -> StubServer.Answer.status(Cities.placeOf(request) == 1_000 ? 500 : 204));
        feed.add(Cities.change(1_000));
        receiver.awaitAlerts(1);
        Api.until("the failing", () -> owner.get("/subscriptions/" + made.id()).path("failingSince") != null);
        since("121 hours");
        feed.add(Cities.change(1_001));
        Api.until("the success", () -> owner.get("/subscriptions/" + made.id()).path("failingSince") == null);
        failAgain();
        Api.until("the failing", () -> owner.get("/subscriptions/" + made.id()).path("failingSince") != null);
        Instant since = Instant.parse(owner.get("/subscriptions/" + made.id()).path("failingSince"));
        assertTrue(since.isAfter(Instant.now().minusSeconds(60)), "since " + since);
        owner.get("/subscriptions/" + made.id()).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void anotherOwnersNoticesAreNotSeen() {
        receiver.answer(request -> StubServer.Answer.status(410));
        feed.add(Cities.change(1_000));
        made.awaitStatus("DISABLED");
        Api.subscriber("stranger")
                .get("/notices?subscription=" + made.id())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        Api.admin().get("/notices?subscription=" + made.id()).then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"/notices?limit=0, limit", "/notices?after=x, after", "/notices?subscription=x, subscription"})
    void aBadParameterIsAProblemThatNamesIt(String path, String name) {
        owner.get(path).then().statusCode(400).body("errors.field", equalTo(List.of(name)));
    }

    private List<String> notices() {
        return owner.get("/notices?subscription=" + made.id()).jsonPath().getList("items.type");
    }

    /** As if it had failed for so long. */
    private void since(String ago) {
        assertEquals(
                1,
                Tables.change(
                        "update endpoint set failing_since = now() - ?::interval,"
                                + " disables_at = now() - ?::interval + interval '5 days' where url = ?",
                        ago,
                        ago,
                        receiver.url()));
        // One failing keeps its beginning; its notices know it by that.
        Tables.change(
                "update notice n set failing_since = e.failing_since from endpoint e"
                        + " where n.subscription_id = ?::uuid and e.url = ? and n.stage is not null",
                made.id(),
                receiver.url());
    }

    private void failAgain() {
        String delivery = owner.get("/subscriptions/" + made.id() + "/deliveries?state=READY")
                .path("items[0].id");
        int before = owner.get("/deliveries/" + delivery).path("attempts");
        owner.request().post("/deliveries/" + delivery + "/redeliveries").then().statusCode(202);
        Api.until(
                "another failure",
                () -> owner.get("/deliveries/" + delivery).jsonPath().getInt("attempts") > before);
    }
}
