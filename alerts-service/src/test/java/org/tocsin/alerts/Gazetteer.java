package org.tocsin.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.tocsin.testing.StubServer;

/**
 * Stands in for what events-service answers of places and ids (PlaceMatchesResource, IdChecksResource): any id but 404404 is a place in Iraq, few
 * names are known, and what has NOBODY or XX in it is unknown.
 */
final class Gazetteer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NAMES = Map.of("mosul", "99072", "raqqa", "172955");
    private static final Map<String, String> KNOWN = Map.of("99072", "Mosul", "172955", "Ar Raqqah");

    private Gazetteer() {}

    static StubServer.Answer answer(StubServer.Request request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            ObjectNode answer = request.path().equals("/places/matches") ? matches(body) : check(body);
            return StubServer.Answer.json(200, JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode matches(JsonNode body) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        body.path("items")
                .forEach(line -> match(
                        items.addObject(),
                        line.path("text").asText(),
                        line.path("country").asText("")));
        return page.putNull("next");
    }

    private static void match(ObjectNode item, String text, String country) {
        String id = text.matches("x?[0-9]+") ? text : NAMES.get(text.toLowerCase(java.util.Locale.ROOT));
        if (text.equals("Goma") && country.isEmpty()) {
            item.put("status", "AMBIGUOUS").putNull("place");
            ArrayNode candidates = item.putArray("candidates");
            place(candidates.addObject(), "216281", "Goma", "CD.11", -1.67409, 29.22845);
            place(candidates.addObject(), "1712770", "Goma", "PH.11", 6.79194, 125.32083);
            item.put("detail", "give the country, or the id");
        } else if (id == null || id.equals("404404")) {
            item.put("status", "UNKNOWN").putNull("place");
            item.putArray("candidates");
            item.put("detail", "there is no place of this name");
        } else {
            item.put("status", "MATCHED");
            place(item.putObject("place"), id, id.equals("172955") ? "SY" : "IQ");
            item.putArray("candidates");
            item.putNull("detail");
        }
    }

    private static void place(ObjectNode place, String id, String country) {
        boolean raqqa = country.equals("SY");
        place(
                place,
                id,
                KNOWN.getOrDefault(id, "Place " + id),
                country + (raqqa ? ".04" : ".15"),
                raqqa ? 35.95283 : 36.335,
                raqqa ? 39.00788 : 43.11889);
    }

    private static void place(
            ObjectNode place, String id, String name, String region, double latitude, double longitude) {
        place.put("id", id)
                .put("name", name)
                .put("country", region.substring(0, 2))
                .put("admin1", region)
                .put("latitude", latitude)
                .put("longitude", longitude);
    }

    private static ObjectNode check(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode unknown = answer.putObject("unknown");
        for (String kind : Set.of("countries", "regions", "actors")) {
            ArrayNode some = unknown.putArray(kind);
            body.path(kind).forEach(id -> {
                if (id.asText().contains("XX") || id.asText().contains("nobody")) {
                    some.add(id);
                }
            });
        }
        return answer;
    }
}
