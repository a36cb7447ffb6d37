package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.change.Message;
import org.tocsin.alerts.delivery.CloudEvents;
import org.tocsin.alerts.subscription.Filter;

class AlertBodyTest {
    private final AlertBody bodies = new AlertBody(CloudEvents.of("http://localhost:8083"));
    private final Filter filter = Examples.filter("{\"places\":[{\"id\":\"99072\",\"reference\":\"PO 4711\"}]}");

    @Test
    void theExampleOfTheFeedBecomesTheExampleOfTheWebhook() throws Exception {
        NewAlert alert = alert(Examples.item(change -> {}));
        JsonNode body = Examples.JSON.readTree(bodies.of(alert, 1, null));
        assertEquals(Examples.read("webhook.request.json"), body);
    }

    @Test
    void theNumbersOfTheChangeKeepEveryDigit() {
        assertTrue(bodies.of(alert(Examples.item(change -> {})), 1, null).contains("\"longitude\":43.11889}"));
    }

    @Test
    void aBodyThatWouldBeTooLongLeavesOutTheListsOfEvidence() throws Exception {
        NewAlert alert = alert(Examples.item(change -> {
            for (int i = 0; i < 2_000; i++) {
                change.withObject("/after/evidence")
                        .withArray("for")
                        .add("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-" + i);
            }
        }));
        String body = bodies.of(alert, 1, null);
        assertTrue(body.length() < AlertBody.LARGEST, "length " + body.length());
        JsonNode data = Examples.JSON.readTree(body).path("data");
        assertTrue(data.path("alert").path("shortened").asBoolean());
        assertEquals(
                0,
                data.path("change").path("after").path("evidence").path("for").size());
        assertEquals(
                "CLAIMED", data.path("change").path("after").path("assurance").asText());
    }

    @Test
    void aBodyThatWouldBeTooLongKeepsTheWatchedPlacesOfTheActor() throws Exception {
        NewAlert alert = alert(Examples.listing(change -> {
            for (int i = 0; i < 2_000; i++) {
                change.withObject("/sanctions")
                        .withArray("places")
                        .addObject()
                        .put("id", i == 1_999 ? "99072" : "x" + i)
                        .put("name", "Place " + i)
                        .put("country", "YE")
                        .put("admin1", "YE.11")
                        .put("latitude", 14.5)
                        .put("longitude", 44.4);
            }
        }));
        String body = bodies.of(alert, 1, null);
        assertTrue(body.length() < AlertBody.LARGEST, "length " + body.length());
        JsonNode data = Examples.JSON.readTree(body).path("data");
        assertTrue(data.path("alert").path("shortened").asBoolean());
        assertEquals("PO 4711", data.path("alert").path("reference").asText());
        JsonNode places = data.path("change").path("sanctions").path("places");
        assertEquals("99072 100", places.path(0).path("id").asText() + " " + places.size());
    }

    private NewAlert alert(ChangePage.Item item) {
        return new NewAlert(
                Examples.watch(filter, Assurance.CLAIMED, false),
                item,
                item.change().id(),
                Message.ALERT,
                List.of());
    }
}
