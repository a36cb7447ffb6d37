package org.tocsin.alerts.alert;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

/** What becomes of an alert whose endpoint does not take it at once. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class FailedAttemptTest {
    private final Api owner = Api.subscriber("line-" + UUID.randomUUID());
    private Feed feed;
    private Receiver receiver;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        owner.get("/subscriptions").jsonPath().getList("items.id").forEach(id -> owner.delete("/subscriptions/" + id));
        feed.close();
        receiver.close();
    }

    @Test
    void aFailedDeliveryIsTriedAgainOnScheduleWithTheSameId() {
        Made made = Made.active(owner, receiver, "");
        AtomicInteger tries = new AtomicInteger();
        receiver.answer(request -> StubServer.Answer.status(tries.incrementAndGet() == 1 ? 503 : 204));
        feed.add(Feed.change(c -> {}));
        List<StubServer.Request> both = receiver.awaitAlerts(2);
        assertEquals(both.get(0).header("webhook-id"), both.get(1).header("webhook-id"));
        assertEquals(both.get(0).body(), both.get(1).body());
        Duration pause = Duration.between(both.get(0).at(), both.get(1).at());
        assertTrue(pause.toMillis() >= 5_000 && pause.toMillis() < 8_000, "pause " + pause);
        String id = both.get(0).header("webhook-id");
        Api.until(
                "two attempts", () -> owner.get("/deliveries/" + id).jsonPath().getInt("attempts") == 2);
        owner.get("/deliveries/" + id + "/attempts")
                .then()
                .body("items.number", equalTo(List.of(1, 2)))
                .body("items.status", equalTo(List.of(503, 204)))
                .body("items[0].error", equalTo("STATUS"));
        owner.get("/subscriptions/" + made.id() + "/deliveries?state=DELIVERED")
                .then()
                .body("items[0].alert", equalTo(id))
                .body("items[0].nextAttemptAt", equalTo(null));
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        Made made = Made.active(owner, receiver, "");
        try (Receiver elsewhere = new Receiver()) {
            receiver.answer(request -> new StubServer.Answer(307, java.util.Map.of("Location", elsewhere.url()), ""));
            feed.add(Feed.change(c -> {}));
            String id = receiver.awaitAlerts(1).get(0).header("webhook-id");
            Api.until(
                    "the attempt",
                    () -> owner.get("/deliveries/" + id).jsonPath().getInt("attempts") == 1);
            owner.get("/deliveries/" + id)
                    .then()
                    .body("state", equalTo("READY"))
                    .body("lastStatus", equalTo(307));
            assertEquals(0, elsewhere.alerts().size());
        }
        owner.delete("/subscriptions/" + made.id());
    }

    @Test
    void aLongRetryAfterIsWaitedFor() {
        Made.active(owner, receiver, "");
        receiver.answer(request -> new StubServer.Answer(429, java.util.Map.of("Retry-After", "3600"), ""));
        feed.add(Feed.change(c -> {}));
        String id = receiver.awaitAlerts(1).get(0).header("webhook-id");
        Api.until("the attempt", () -> owner.get("/deliveries/" + id).jsonPath().getInt("attempts") == 1);
        Instant next = Instant.parse(owner.get("/deliveries/" + id).jsonPath().getString("nextAttemptAt"));
        assertTrue(next.isAfter(Instant.now().plusSeconds(3_500)), "next " + next);
        receiver.answer(request -> StubServer.Answer.status(204));
        owner.request().post("/deliveries/" + id + "/redeliveries").then().statusCode(202);
        assertEquals(id, receiver.awaitAlerts(2).get(1).header("webhook-id"));
    }

    @Test
    void goneDisablesTheSubscriptionAndVerifyingItLetsTheAlertsGo() {
        Made made = Made.active(owner, receiver, "");
        receiver.answer(request -> StubServer.Answer.status(410));
        feed.add(Feed.change(c -> {}), Feed.change(c -> {}));
        made.awaitStatus("DISABLED");
        String deliveries = "/subscriptions/" + made.id() + "/deliveries?state=WAITING";
        Api.until(
                "both to wait",
                () -> owner.get(deliveries).jsonPath().getList("items").size() == 2);
        owner.get("/subscriptions/" + made.id()).then().body("statusReason", equalTo("the endpoint answered 410 Gone"));
        receiver.answer(request -> StubServer.Answer.status(200));
        owner.request()
                .post("/subscriptions/" + made.id() + "/verifications")
                .then()
                .statusCode(202);
        made.awaitStatus("ACTIVE");
        List<StubServer.Request> all = receiver.awaitAlerts(3);
        assertEquals(
                List.of(1, 1, 2),
                all.stream().map(FailedAttemptTest::sequenceOf).toList());
    }

    @Test
    void whatMatchesWhilePendingWaitsAndIsDeliveredOnceActive() {
        receiver.consents(false);
        Made made = Made.by(owner, receiver, "");
        feed.add(Feed.change(c -> {}), Feed.change(c -> {}));
        Api.until(
                "two alerts",
                () -> owner.get("/alerts").jsonPath().getList("items").size() == 2);
        assertEquals(List.of(), receiver.alerts());
        receiver.consents(true);
        owner.request()
                .post("/subscriptions/" + made.id() + "/verifications")
                .then()
                .statusCode(202);
        assertEquals(
                List.of(1, 2),
                receiver.awaitAlerts(2).stream()
                        .map(FailedAttemptTest::sequenceOf)
                        .toList());
    }

    private static int sequenceOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("alert")
                .path("sequence")
                .asInt();
    }
}
