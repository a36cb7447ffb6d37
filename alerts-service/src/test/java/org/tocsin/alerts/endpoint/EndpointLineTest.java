package org.tocsin.alerts.endpoint;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

/** What one endpoint does, and what others notice of it: nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class EndpointLineTest {
    private static final Logger LOG = Logger.getLogger(EndpointLineTest.class);

    private final Api owner = Api.subscriber("endpoint-" + UUID.randomUUID());
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
    void aSlowEndpointWithTwoHundredAlertsDoesNotDelayAHealthyOne() {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver slow = new Receiver()) {
            slow.answer(request -> {
                pause(over, 10_000);
                return StubServer.Answer.status(204);
            });
            Made.active(owner, slow, Cities.watched(1_000, 200));
            Made healthy = Made.active(owner, receiver, Cities.watched(3_000, 100));
            feed.add(Cities.changes(3_000, 100));
            receiver.awaitAlerts(100);
            feed.add(Cities.changes(1_000, 200));
            slow.awaitAlerts(8);
            // A few at a time, as they come: what is measured is how long others keep them waiting.
            for (int i = 0; i < 20; i++) {
                feed.add(Cities.changes(3_000 + 5 * i, 5));
                receiver.awaitAlerts(105 + 5 * i);
            }
            List<StubServer.Request> arrived = receiver.awaitAlerts(200).subList(100, 200);
            Map<String, String> created = owner
                    .get("/subscriptions/" + healthy.id() + "/deliveries?limit=1000")
                    .jsonPath()
                    .getList("items", Map.class)
                    .stream()
                    .collect(Collectors.toMap(d -> (String) d.get("id"), d -> (String) d.get("createdAt")));
            List<Long> millis = arrived.stream()
                    .map(request -> Duration.between(
                                    Instant.parse(created.get(request.header("webhook-id"))), request.at())
                            .toMillis())
                    .sorted()
                    .toList();
            // The slow one takes 10 s. How fast it is on a quiet machine is measured, not tested.
            assertTrue(millis.get(99) < 2_500, "the longest of " + millis);
            LOG.infof("healthy beside slow: p50 %d ms, p99 %d ms", millis.get(49), millis.get(98));
            assertEquals(8, slow.alerts().size(), "in flight to the slow one");
        } finally {
            over.countDown();
        }
    }

    @Test
    void aRetryAfterPausesTheWholeEndpointAndNoOther() {
        Made.active(owner, receiver, Cities.watched(1_000, 100));
        receiver.answer(request -> new StubServer.Answer(429, Map.of("Retry-After", "4"), ""));
        feed.add(Cities.change(1_000));
        StubServer.Request first = receiver.awaitAlerts(1).get(0);
        String endpoint = "/subscriptions/" + owner.get("/subscriptions").path("items[0].id") + "/endpoint";
        Api.until("the pause", () -> owner.get(endpoint).path("pausedUntil") != null);
        Instant until = Instant.parse(owner.get(endpoint).path("pausedUntil"));
        receiver.answer(request -> StubServer.Answer.status(204));
        try (Receiver other = new Receiver()) {
            Made.active(owner, other, Cities.watched(1_000, 100));
            feed.add(Cities.changes(1_001, 20));
            other.awaitAlerts(20);
            assertEquals(1, receiver.alerts().size(), "while it is paused");
            List<StubServer.Request> all = receiver.awaitAlerts(22);
            assertTrue(!until.isBefore(first.at().plusSeconds(4)), "until " + until);
            assertTrue(!all.get(1).at().isBefore(until), "early: " + all.get(1).at() + " before " + until);
            assertTrue(
                    all.get(1).at().isBefore(until.plusSeconds(3)),
                    "late: " + all.get(1).at());
        }
    }

    @Test
    void whatIsAskedForByHandGoesThoughTheEndpointIsPausedAndNothingElseDoes() {
        Made made = Made.active(owner, receiver, "");
        receiver.answer(request -> new StubServer.Answer(503, Map.of("Retry-After", "3600"), ""));
        feed.add(Cities.change(1_000));
        receiver.awaitAlerts(1);
        Api.until(
                "the pause",
                () -> owner.get("/subscriptions/" + made.id() + "/endpoint").path("pausedUntil") != null);
        feed.add(Cities.change(1_001));
        receiver.answer(request -> StubServer.Answer.status(204));
        owner.request().post("/subscriptions/" + made.id() + "/pings").then().statusCode(202);
        receiver.await(1, "tocsin.ping");
        assertEquals(1, receiver.alerts().size());
        Instant until = Instant.parse(
                owner.get("/subscriptions/" + made.id() + "/endpoint").path("pausedUntil"));
        assertTrue(until.isAfter(Instant.now().plusSeconds(3_500)), "a ping ended what the endpoint asked for");
    }

    @Test
    void aFailingCityDoesNotHoldAnother() {
        Made made = Made.active(owner, receiver, "");
        receiver.answer(request -> StubServer.Answer.status(Cities.placeOf(request) == 1_000 ? 500 : 204));
        feed.add(Cities.change(1_000));
        receiver.awaitAlerts(1);
        feed.add(Cities.changes(1_000, 6));
        List<StubServer.Request> all = receiver.awaitAlerts(6);
        assertEquals(
                List.of(1_000, 1_001, 1_002, 1_003, 1_004, 1_005),
                all.stream().map(Cities::placeOf).sorted().distinct().toList());
        owner.get("/subscriptions/" + made.id() + "/endpoint").then().body("breaker", equalTo("CLOSED"));
    }

    @Test
    void aDeadEndpointIsProbedByOneAtATimeAndThenStartsSlowly() {
        Made made = Made.active(owner, receiver, "");
        String endpoint = "/subscriptions/" + made.id() + "/endpoint";
        receiver.answer(request -> StubServer.Answer.status(500));
        int many = 60;
        feed.add(Cities.changes(1_000, many));
        Api.until("the breaker to open", () -> "OPEN".equals(owner.get(endpoint).path("breaker")));
        int first = receiver.awaitAlerts(5).size();
        owner.get(endpoint)
                .then()
                .body("allowedInFlight", equalTo(1))
                .body("ready", greaterThan(many - 10))
                .body("failingSince", notNullValue());
        Instant probeAt = Instant.parse(owner.get(endpoint).path("nextProbeAt"));

        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicBoolean tooMany = new AtomicBoolean();
        receiver.answer(request -> {
            int now = inFlight.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            // Answers that we have not given yet cannot have let more in.
            if (now > Math.min(8, answered.get() + 1)) {
                tooMany.set(true);
            }
            pause(new CountDownLatch(1), 200);
            answered.incrementAndGet();
            inFlight.decrementAndGet();
            return StubServer.Answer.status(204);
        });
        List<StubServer.Request> all = receiver.awaitAlerts(first + many);
        // Eight, and as many more as were let in when the first four had failed.
        assertTrue(first <= 12, "before the breaker opened " + first);
        assertTrue(!all.get(first).at().isBefore(probeAt), "the probe was early");
        assertTrue(!tooMany.get(), "more in flight than a slow start allows");
        Instant again = all.get(first).at();
        long inASecond = all.stream()
                .filter(request -> !request.at().isBefore(again) && request.at().isBefore(again.plusSeconds(1)))
                .count();
        assertTrue(inASecond <= 10, "the probe, and eight in the first second after it, not " + inASecond);
        assertTrue(most.get() > 4, "in the end as many as ever, not " + most.get());
        assertEquals(
                many,
                all.stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct()
                        .count(),
                "nothing is lost");
        Api.until("it to be closed", () -> "CLOSED".equals(owner.get(endpoint).path("breaker")));
        owner.get(endpoint)
                .then()
                .body("failingSince", equalTo(null))
                .body("disablesAt", equalTo(null))
                .body("allowedInFlight", equalTo(8));
        Api.until("the figures", () -> owner.get(endpoint).jsonPath().getInt("lastDay.delivered") > many);
        owner.get(endpoint).then().body("lastDay.failed", greaterThan(4)).body("ready", equalTo(0));
    }

    @Test
    void anAttemptShowsItsRequestButNoSignature() {
        Made made = Made.active(owner, receiver, "");
        feed.add(Cities.change(1_000));
        StubServer.Request request = receiver.awaitAlerts(1).get(0);
        String id = request.header("webhook-id");
        String attempts = "/deliveries/" + id + "/attempts";
        Api.until(
                "the attempt",
                () -> !owner.get(attempts).jsonPath().getList("items").isEmpty());
        JsonPath shown = owner.get(attempts).jsonPath();
        Map<String, String> headers = shown.getMap("items[0].requestHeaders");
        assertEquals(id, headers.get("webhook-id"));
        assertEquals(request.header("webhook-timestamp"), headers.get("webhook-timestamp"));
        assertEquals(request.header("content-type"), headers.get("content-type"));
        assertEquals("v1,...", headers.get("webhook-signature"));
        assertTrue(shown.prettify().indexOf(request.header("webhook-signature").substring(3)) < 0, "signature");
        assertEquals(made.id(), owner.get("/deliveries/" + id).path("subscription"));
    }

    @Test
    void anotherOwnersEndpointIsNotThere() {
        Made made = Made.active(owner, receiver, "");
        String path = "/subscriptions/" + made.id() + "/endpoint";
        Api.subscriber("stranger").get(path).then().statusCode(404).contentType("application/problem+json");
        Api.admin().get(path).then().statusCode(200).body("endpoint", equalTo(receiver.url()));
        Stream.of("x", UUID.randomUUID().toString())
                .forEach(id ->
                        owner.get("/subscriptions/" + id + "/endpoint").then().statusCode(404));
    }

    private static void pause(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
