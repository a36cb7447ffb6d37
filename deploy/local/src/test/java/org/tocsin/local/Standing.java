package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is believed of a place, as a line for each day on which something else began: told by its changes, and by its timeline. */
final class Standing {
    private Standing() {}

    /** What is left when each change has taken back what it revises. */
    static List<String> of(List<JsonNode> changes, String place) {
        Map<String, String> told = new HashMap<>();
        List<String> standing = new ArrayList<>();
        for (JsonNode change : changes) {
            if (!change.path("place").path("id").asText().equals(place)) {
                continue;
            }
            String revised = told.get(change.path("revises").asText());
            if (revised != null && !standing.remove(revised)) {
                throw new AssertionError("revises what does not stand: " + change);
            }
            String kind = change.path("kind").asText();
            if (!kind.equals("RETRACTED") && !kind.equals("ASSURANCE_CHANGED")) {
                String line = change.path("validFrom").asText() + " "
                        + change.path("to").path("id").asText();
                standing.add(line);
                told.put(change.path("id").asText(), line);
            }
        }
        standing.sort(null);
        return standing;
    }

    /** The days of the timeline on which it changes hands, a contest begins or one ends. */
    static List<String> told(JsonNode timeline) {
        List<String> told = new ArrayList<>();
        String before = "";
        for (JsonNode interval : timeline.path("items")) {
            JsonNode control = interval.path("control");
            boolean contested = control.path("state").asText().equals("CONTESTED");
            JsonNode parties = control.path("parties");
            String holder = (contested ? parties.path(0).path("actor") : control.path("holder"))
                    .path("id")
                    .asText();
            // another challenger who joins is not another contest
            String now = control.path("state").asText() + " " + holder;
            if (!interval.path("from").isNull() && !now.equals(before)) {
                JsonNode to = contested ? parties.path(1).path("actor") : control.path("holder");
                told.add(interval.path("from").asText() + " " + to.path("id").asText());
            }
            before = now;
        }
        told.sort(null);
        return told;
    }
}
