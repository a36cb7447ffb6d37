package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;

/** A list changes, and who watches the actor or a place that it holds is told once. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ListAlertsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Path.of("..", "docs", "api", "examples", "sanctions-change.json");

    private final Api owner = Api.subscriber("lists-" + UUID.randomUUID());
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

    private static ObjectNode listing(Consumer<ObjectNode> differently) throws IOException {
        ObjectNode change = (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
        change.put("id", UUID.randomUUID().toString())
                .put("recordedAt", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        differently.accept(change);
        return change;
    }

    @Test
    void whoWatchesTheActorIsToldOnceForEachVersion() throws IOException {
        Made made = Made.active(owner, receiver, ", \"filter\": {\"actors\": [\"islamic-state\"]}");
        ObjectNode first = listing(
                change -> change.putObject("actor").put("id", "islamic-state").put("name", "Islamic State"));
        // Of somebody else, and history: neither is told.
        feed.add(
                listing(change -> {}),
                listing(change -> {
                    change.putObject("actor").put("id", "islamic-state").put("name", "Islamic State");
                    change.put("live", false);
                }),
                first,
                first);
        ObjectNode second = listing(change -> {
            change.putObject("actor").put("id", "islamic-state").put("name", "Islamic State");
            change.withObject("/sanctions").put("version", "3");
        });
        feed.add(second);
        receiver.awaitAlerts(2);
        JsonNode items = JSON.readTree(
                        owner.get("/alerts?subscription=" + made.id()).asString())
                .path("items");
        assertEquals(2, items.size());
        JsonNode one = items.path(0);
        assertEquals("tocsin.sanctions-changed", one.path("type").asText());
        assertEquals("actors/islamic-state", one.path("subject").asText());
        assertEquals("ALERT", one.path("data").path("alert").path("message").asText());
        assertEquals(
                "ALERT",
                items.path(1).path("data").path("alert").path("message").asText());
        assertEquals(
                2, items.path(1).path("data").path("alert").path("sequence").asInt());
        assertEquals(first.path("sanctions"), one.path("data").path("change").path("sanctions"));
    }

    @Test
    void whoWatchesAPlaceThatTheActorHoldsIsToldWithHisOwnReference() throws IOException {
        Made made = Made.active(
                owner, receiver, ", \"filter\": {\"places\": [{\"id\": \"99072\", \"reference\": \"PO 4711\"}]}");
        feed.add(listing(change -> {}), listing(change -> change.withObject("/sanctions")
                .withArray("places")
                .addObject()
                .put("id", "99072")
                .put("name", "Mosul")
                .put("country", "IQ")));
        receiver.awaitAlerts(1);
        JsonNode items = JSON.readTree(
                        owner.get("/alerts?subscription=" + made.id()).asString())
                .path("items");
        assertEquals(1, items.size());
        assertEquals(
                "PO 4711",
                items.path(0).path("data").path("alert").path("reference").asText());
        JsonNode preview = JSON.readTree(owner.post(
                        "/subscriptions/previews",
                        "{\"filter\": {\"places\": [{\"id\": \"99072\", \"reference\": \"PO 4711\"}]}}")
                .asString());
        assertTrue(preview.toString().contains("SANCTIONS_CHANGED"), preview::toPrettyString);
    }
}
