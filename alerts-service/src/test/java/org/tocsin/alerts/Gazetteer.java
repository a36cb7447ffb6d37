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
        if (text.equals("Tripoli") && country.isEmpty()) {
            item.put("status", "AMBIGUOUS").putNull("place");
            ArrayNode candidates = item.putArray("candidates");
            place(candidates.addObject(), "2210247", "LY");
            place(candidates.addObject(), "266826", "LB");
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
        place.put("id", id)
                .put("name", KNOWN.getOrDefault(id, "Place " + id))
                .put("country", country)
                .put("admin1", country + ".15")
                .put("latitude", country.equals("SY") ? 35.95 : 36.335)
                .put("longitude", country.equals("SY") ? 39.01 : 43.11889);
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
