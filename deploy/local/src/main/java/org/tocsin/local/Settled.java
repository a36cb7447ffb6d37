package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Waiting until what went in has come out: every change that the subscription must hear of has arrived. */
final class Settled {
    private Settled() {}

    /** Returns when each alert that alerts-service made has arrived and the feed holds no change that it has not seen. */
    static void await(Stack stack, Receiver receiver, Duration atMost) {
        Api events = stack.api(stack.events(), "admin");
        Api alerts = stack.api(stack.alerts(), "admin");
        Wait.until("the webhooks to arrive", atMost, () -> {
            int changes = ringing(events).size();
            Set<String> made = idsOf(alerts, "/alerts?limit=1000", "/alerts?limit=1000&after=");
            Set<String> arrived = new HashSet<>();
            receiver.alerts().forEach(arrival -> arrived.add(arrival.id()));
            return changes > 0 && made.size() >= changes && arrived.containsAll(made);
        });
    }

    /** The ids of the changes that ring: current and live. */
    static Set<String> ringing(Api events) throws IOException {
        Set<String> ids = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode page = events.get("/changes?limit=1000" + (after.isEmpty() ? "" : "&after=" + after))
                    .orTrouble("The feed of changes");
            for (JsonNode change : page.path("items")) {
                if (change.path("current").asBoolean() && change.path("live").asBoolean()) {
                    ids.add(change.path("id").asText());
                }
            }
            if (page.path("items").isEmpty()) {
                return ids;
            }
            after = page.path("next").asText();
        }
    }

    private static Set<String> idsOf(Api api, String first, String more) throws IOException {
        Set<String> ids = new HashSet<>();
        String path = first;
        while (true) {
            JsonNode page = api.get(path).orTrouble("The list of alerts");
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            if (page.path("items").isEmpty()
                    || page.path("next").asText("").isEmpty()
                    || page.path("next").isNull()) {
                return ids;
            }
            path = more + page.path("next").asText();
        }
    }
}
