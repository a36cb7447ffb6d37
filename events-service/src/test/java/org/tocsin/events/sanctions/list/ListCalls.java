package org.tocsin.events.sanctions.list;

import static org.hamcrest.Matchers.startsWith;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.Calls;
import org.tocsin.events.FeedReader;
import org.tocsin.service.access.Role;

/** Calls about sanctions lists, in short. */
final class ListCalls {
    private ListCalls() {}

    static ValidatableResponse post(String list, byte[] body, String query) {
        return as(Role.SERVICE)
                .contentType("application/octet-stream")
                .body(body)
                .when()
                .post("/sanctions-lists/" + list + "/versions" + query)
                .then();
    }

    /** The address of the version that the file became. */
    static String sent(String list, byte[] body, String query) {
        String location = post(list, body, query).statusCode(202).extract().header("Location");
        return location.substring(location.indexOf("/sanctions-lists"));
    }

    /** The version once something became of it. */
    static JsonNode settled(String list, byte[] body, String query) {
        String version = sent(list, body, query);
        FeedReader.await("a decision on " + version, () -> !status(version).equals("RECEIVED"));
        return json(version);
    }

    private static String status(String version) {
        return json(version).path("status").asText();
    }

    static ValidatableResponse release(String list, String version, String reason) {
        return as(Role.ADMIN)
                .contentType("application/json")
                .body(Calls.JSON.createObjectNode().put("reason", reason).toString())
                .when()
                .post("/sanctions-lists/" + list + "/versions/" + version + "/releases")
                .then();
    }

    static JsonNode list(String list) {
        return json("/sanctions-lists/" + list);
    }

    /** The changes of a list in a line each, paged by three. */
    static List<String> changes(String list) {
        List<String> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json("/sanctions-lists/" + list + "/changes?limit=3" + after);
            page.path("items").forEach(change -> lines.add(inWords(change)));
            after = "&after=" + page.path("next").asText();
        } while (!after.equals("&after=null"));
        return lines;
    }

    private static String inWords(JsonNode change) {
        List<String> amended = new ArrayList<>();
        ((ArrayNode) change.path("amended")).forEach(aspect -> amended.add(aspect.asText()));
        return change.path("previous").asText() + ">" + change.path("version").asText()
                + " " + change.path("kind").asText()
                + " " + change.path("reference").asText()
                + " " + String.join("+", amended)
                + (change.path("live").asBoolean() ? " live" : " past");
    }

    static void notFound(String path) {
        Calls.get(path).statusCode(404).contentType(startsWith("application/problem+json"));
    }
}
