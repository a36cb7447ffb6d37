package org.tocsin.alerts.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a sanctions list altered about an actor, in words.
 *
 * @param list id of the list
 * @param what which entries came, went or were amended, such as {@code OFAC_SDN added ANSARALLAH (47664)}
 * @param standing before and now
 * @param holds what the actor holds by evidence, some places by name; empty for nothing
 */
public record ActorNews(String actor, String list, String what, String standing, String holds) {
    private static final int MOST_ENTRIES = 3;
    private static final int MOST_PLACES = 5;

    /** Null for a change that is about a place. */
    static @Nullable ActorNews of(JsonNode change) {
        JsonNode actor = change.path("actor").path("name");
        JsonNode sanctions = change.path("sanctions");
        if (!actor.isTextual() || !sanctions.isObject()) {
            return null;
        }
        String list = sanctions.path("list").asText();
        return new ActorNews(
                actor.asText(),
                list,
                list + " " + entries(sanctions.path("entries")),
                standing(sanctions),
                holds(sanctions));
    }

    private static String entries(JsonNode entries) {
        List<String> parts = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (parts.size() == MOST_ENTRIES) {
                parts.add((entries.size() - MOST_ENTRIES) + " more");
                break;
            }
            parts.add(did(entry) + " " + entry.path("name").asText() + " ("
                    + entry.path("reference").asText() + ")");
        }
        return String.join(", ", parts);
    }

    private static String did(JsonNode entry) {
        String kind = word(entry.path("kind").asText());
        List<String> aspects = new ArrayList<>();
        entry.path("amended").forEach(aspect -> aspects.add(word(aspect.asText())));
        return aspects.isEmpty() ? kind : kind + " " + String.join(" and ", aspects) + " of";
    }

    private static String standing(JsonNode sanctions) {
        String before = word(sanctions.path("before").asText());
        String after = word(sanctions.path("after").asText());
        return before.equals(after) ? after + ", as before" : before + " before, " + after + " now";
    }

    private static String holds(JsonNode sanctions) {
        JsonNode places = sanctions.path("places");
        List<String> names = new ArrayList<>();
        for (JsonNode place : places) {
            if (names.size() == MOST_PLACES) {
                names.add((places.size() - MOST_PLACES) + " more");
                break;
            }
            names.add(place.path("name").asText());
        }
        return String.join(", ", names);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
