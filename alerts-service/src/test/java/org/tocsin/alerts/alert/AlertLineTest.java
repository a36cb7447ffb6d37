package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
    private final Api owner = Api.subscriber("line");
    private Feed feed;
    private Receiver receiver;

    @BeforeEach
    void open() {
        feed = new Feed();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        feed.close();
        receiver.close();
    }

    @Test
    void aChangeArrivesAsASignedWebhook() throws Exception {
        Made subscription = Made.active(
                owner, receiver, ", \"filter\": {\"places\": [{\"id\": \"99072\", \"reference\": \"PO 4711\"}]}");
        ObjectNode change = Feed.change(c -> {});
        feed.add(change);
        StubServer.Request webhook = receiver.awaitAlerts(1).get(0);
        Receiver.verify(webhook, subscription.secret());
        JsonNode event = Receiver.body(webhook);
        assertEquals(change, event.path("data").path("change"));
        assertEquals("ALERT", event.path("data").path("alert").path("message").asText());
        assertEquals(webhook.header("webhook-id"), event.path("id").asText());
        assertTrue(feed.authorizations().allMatch(header -> header.startsWith("Bearer ey")));
    }
}
