package org.tocsin.alerts.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.alerts.subscription.Filter;

/** A change without what makes it long: its evidence, and, of an actor, most of its places and entries. Pure. */
final class Shortening {
    private static final int MOST_PLACES = 100;
    private static final int MOST_ENTRIES = 20;

    private Shortening() {}

    /** @param filter whose places stay, so that the subscriber sees why he is told */
    static JsonNode of(JsonNode change, Filter filter) {
        ObjectNode copy = change.deepCopy();
        for (String state : new String[] {"before", "after"}) {
            if (copy.path(state) instanceof ObjectNode control
                    && control.path("evidence") instanceof ObjectNode evidence) {
                evidence.putArray("for");
                evidence.putArray("against");
            }
        }
        if (copy.path("sanctions") instanceof ObjectNode sanctions) {
            places(sanctions, filter);
            entries(sanctions);
        }
        return copy;
    }

    private static void places(ObjectNode sanctions, Filter filter) {
        Set<String> watched =
                filter.places().stream().map(Filter.WatchedPlace::id).collect(Collectors.toSet());
        List<JsonNode> first = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        sanctions
                .path("places")
                .forEach(place -> (watched.contains(place.path("id").asText()) ? first : others).add(place));
        first.addAll(others);
        ArrayNode kept = sanctions.putArray("places");
        first.stream().limit(MOST_PLACES).forEach(kept::add);
    }

    private static void entries(ObjectNode sanctions) {
        List<JsonNode> all = new ArrayList<>();
        sanctions.path("entries").forEach(all::add);
        ArrayNode kept = sanctions.putArray("entries");
        all.stream().limit(MOST_ENTRIES).forEach(kept::add);
    }
}
