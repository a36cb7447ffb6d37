package org.tocsin.alerts.alert;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

/** A change in, a signed webhook out. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class AlertLineTest {
    private static final String MOSUL = ", \"filter\": {\"places\": [{\"id\": \"99072\", \"reference\": \"PO 4711\"}]}";

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
    void aChangeArrivesAsASignedWebhook() throws Exception {
        Made made = Made.active(owner, receiver, MOSUL);
        ObjectNode change = Feed.change(c -> {});
        feed.add(change);
        StubServer.Request webhook = receiver.awaitAlerts(1).get(0);
        Receiver.verify(webhook, made.secret());
        JsonNode event = Receiver.body(webhook);
        assertEquals("POST", webhook.method());
        assertEquals("application/cloudevents+json", webhook.header("content-type"));
        assertEquals(webhook.header("webhook-id"), event.path("id").asText());
        assertEquals("1.0", event.path("specversion").asText());
        assertEquals("tocsin.changed-hands", event.path("type").asText());
        assertEquals("places/99072", event.path("subject").asText());
        assertEquals(change.path("recordedAt"), event.path("time"));
        assertEquals(change, event.path("data").path("change"));
        JsonNode alert = event.path("data").path("alert");
        assertEquals("ALERT", alert.path("message").asText());
        assertEquals(made.id(), alert.path("subscription").path("id").asText());
        assertEquals("PO 4711", alert.path("reference").asText());
        assertEquals(1, alert.path("sequence").asInt());
        assertTrue(alert.path("previous").isNull(), "previous");
        assertTrue(feed.authorizations().allMatch(header -> header.startsWith("Bearer ey")), "token");
    }

    @Test
    void alertsOfOnePlaceAreNumberedLinkedAndInOrder() {
        Made.active(owner, receiver, "");
        CountDownLatch first = new CountDownLatch(1);
        receiver.answer(request -> {
            if (sequenceOf(request) == 1) {
                await(first);
            }
            return StubServer.Answer.status(200);
        });
        feed.add(
                Feed.change(c -> {}),
                Feed.change(c -> {}),
                Feed.change(c -> {}),
                Feed.change(c -> elsewhere(c, "98182")));
        Set<String> early = new HashSet<>();
        receiver.awaitAlerts(2).forEach(request -> early.add(placeOf(request)));
        assertEquals(Set.of("99072", "98182"), early, "another place is not held up");
        first.countDown();
        List<StubServer.Request> mosul = receiver.awaitAlerts(4).stream()
                .filter(request -> placeOf(request).equals("99072"))
                .toList();
        assertEquals(
                List.of(1, 2, 3), mosul.stream().map(AlertLineTest::sequenceOf).toList());
        for (int i = 1; i < 3; i++) {
            assertEquals(
                    mosul.get(i - 1).header("webhook-id"),
                    Receiver.body(mosul.get(i))
                            .path("data")
                            .path("alert")
                            .path("previous")
                            .asText());
        }
    }

    @Test
    void whoWasToldIsToldThatItWasWrong() {
        Made.active(owner, receiver, "");
        ObjectNode taken = Feed.change(c -> {});
        feed.add(taken);
        String alert = receiver.awaitAlerts(1).get(0).header("webhook-id");
        feed.add(Feed.change(
                c -> c.put("kind", "RETRACTED").put("revises", taken.path("id").asText())));
        JsonNode cancel = Receiver.body(receiver.awaitAlerts(2).get(1));
        assertEquals("tocsin.retracted", cancel.path("type").asText());
        assertEquals("CANCEL", cancel.path("data").path("alert").path("message").asText());
        assertEquals(
                alert, cancel.path("data").path("alert").path("revises").path(0).asText());
        assertEquals(2, cancel.path("data").path("alert").path("sequence").asInt());
    }

    @Test
    void alertsAreAlsoFetchedAndOnlyByTheirOwner() {
        Made made = Made.active(owner, receiver, MOSUL);
        feed.add(Feed.change(c -> {}), Feed.change(c -> {}));
        List<StubServer.Request> webhooks = receiver.awaitAlerts(2);
        JsonPath first = owner.get("/alerts?limit=1&subscription=" + made.id()).jsonPath();
        JsonPath second = owner.get("/alerts?after=" + first.getString("next")).jsonPath();
        assertEquals(webhooks.get(0).header("webhook-id"), first.getString("items[0].id"));
        assertEquals(webhooks.get(1).header("webhook-id"), second.getString("items[0].id"));
        String end = second.getString("next");
        owner.get("/alerts?after=" + end)
                .then()
                .body("items", equalTo(List.of()))
                .body("next", equalTo(end));
        String id = first.getString("items[0].id");
        assertEquals(webhooks.get(0).body(), owner.get("/alerts/" + id).asString());
        Api stranger = Api.subscriber("stranger");
        stranger.get("/alerts/" + id).then().statusCode(404);
        stranger.get("/alerts?subscription=" + made.id()).then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void aChangeThatIsToldTwiceRingsOnce() {
        Made made = Made.active(owner, receiver, "");
        ObjectNode change = Feed.change(c -> {});
        feed.add(change);
        receiver.awaitAlerts(1);
        feed.close();
        feed = new Feed();
        ObjectNode other = Feed.change(c -> elsewhere(c, "98182"));
        feed.add(change, other);
        List<StubServer.Request> both = receiver.awaitAlerts(2);
        assertEquals(
                List.of("99072", "98182"),
                both.stream().map(AlertLineTest::placeOf).toList());
        owner.get("/alerts?subscription=" + made.id()).then().body("items.size()", equalTo(2));
    }

    @Test
    void eventsServiceMayGoAndComeBack() {
        Made.active(owner, receiver, "");
        feed.close();
        feed = new Feed();
        feed.add(Feed.change(c -> {}));
        receiver.awaitAlerts(1);
    }

    @Test
    void aBurstIsDeliveredWholeWithAtMostEightAtATime() {
        Made.active(owner, receiver, "");
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.answer(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(new CountDownLatch(1), 20);
            now.decrementAndGet();
            return StubServer.Answer.status(200);
        });
        int many = 100;
        ObjectNode[] changes = new ObjectNode[many];
        for (int i = 0; i < many; i++) {
            String place = Integer.toString(1_000 + i);
            changes[i] = Feed.change(c -> elsewhere(c, place));
        }
        feed.add(changes);
        Set<String> ids = new HashSet<>();
        receiver.awaitAlerts(many).forEach(request -> ids.add(request.header("webhook-id")));
        assertEquals(many, ids.size());
        assertTrue(most.get() <= 8, "at a time " + most);
    }

    private static void elsewhere(ObjectNode change, String place) {
        ((ObjectNode) change.path("place")).put("id", place);
    }

    private static String placeOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("change")
                .path("place")
                .path("id")
                .asText();
    }

    private static int sequenceOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("alert")
                .path("sequence")
                .asInt();
    }

    private static void await(CountDownLatch latch) {
        await(latch, 10_000);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
