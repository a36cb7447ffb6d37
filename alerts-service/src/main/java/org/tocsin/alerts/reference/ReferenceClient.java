package org.tocsin.alerts.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.alerts.change.ChangeJson;
import org.tocsin.alerts.change.EventsService;

/** Asks events-service. */
@ApplicationScoped
public class ReferenceClient {
    private static final int AT_ONCE = 1_000;

    private final EventsService events;

    ReferenceClient(EventsService events) {
        this.events = events;
    }

    /**
     * What each line means, in their order.
     *
     * @param timeout of each call, of 1,000 lines
     * @throws IOException when events-service does not answer, or not as agreed
     */
    public List<PlaceMatch> matches(List<PlaceMatch.Line> lines, Duration timeout) throws IOException {
        List<PlaceMatch> found = new ArrayList<>(lines.size());
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<PlaceMatch.Line> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode items = body.putArray("items");
            some.forEach(line -> items.addObject().put("text", line.text()).put("country", line.country()));
            JsonNode answer = events.post("/places/matches", body, timeout).path("items");
            if (answer.size() != some.size()) {
                throw new IOException("events-service answered another number of places");
            }
            for (JsonNode item : answer) {
                found.add(ChangeJson.read(item, PlaceMatch.class));
            }
        }
        return found;
    }

    /** Ids by kind. */
    public record Ids(Set<String> countries, Set<String> regions, Set<String> actors) {
        public boolean isEmpty() {
            return countries.isEmpty() && regions.isEmpty() && actors.isEmpty();
        }
    }

    /**
     * Those of the ids that there are not.
     *
     * @throws IOException when events-service does not answer, or not as agreed
     */
    public Ids unknown(Ids ids, Duration timeout) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        add(body.putArray("countries"), ids.countries());
        add(body.putArray("regions"), ids.regions());
        add(body.putArray("actors"), ids.actors());
        JsonNode unknown = events.post("/id-checks", body, timeout).path("unknown");
        if (!unknown.isObject()) {
            throw new IOException("events-service answered something else than a check of ids");
        }
        return new Ids(read(unknown, "countries"), read(unknown, "regions"), read(unknown, "actors"));
    }

    private static void add(ArrayNode array, Collection<String> ids) {
        ids.forEach(array::add);
    }

    private static Set<String> read(JsonNode unknown, String kind) {
        Set<String> ids = new HashSet<>();
        unknown.path(kind).forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
