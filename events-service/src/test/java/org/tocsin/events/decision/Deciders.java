package org.tocsin.events.decision;

import static io.restassured.RestAssured.given;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;
import org.tocsin.testing.TestKeys;

/** What analysts do in tests, in short. */
final class Deciders {
    static final String MNLA = "azawad-national-liberation-movement";
    static final String ANSAR = "ansar-dine";
    static final String MALI = "government-of-ml";

    private Deciders() {}

    static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(TestKeys.token("an-analyst", Role.ANALYST))
                .contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    static ValidatableResponse decide(String place, String body) {
        return post("/places/" + place + "/decisions", body);
    }

    /** Decides that the holder holds the place. */
    static JsonNode held(String place, String holder, String from) {
        ObjectNode body = heldRequest(holder, from);
        return tree(decide(place, body.toString()).statusCode(201).extract().asString());
    }

    static ObjectNode heldRequest(String holder, String from) {
        return Calls.JSON
                .createObjectNode()
                .put("state", "HELD")
                .put("holder", holder)
                .put("from", from)
                .put("reason", "Seen from the air.");
    }

    static ValidatableResponse withdraw(JsonNode decision, String reason) {
        return post(
                address(decision) + "/withdrawal",
                Calls.JSON.createObjectNode().put("reason", reason).toString());
    }

    static String address(JsonNode decision) {
        return "/places/" + decision.path("place").path("id").asText() + "/decisions/"
                + decision.path("id").asText();
    }

    /** A report that the actor took the place. */
    static String told(String place, String actor, String day) {
        String id = uuid();
        ObjectNode said = report("sahel-wire", day + "T20:00:00Z", 1);
        taking(said, id + "-1-0-0", place, actor, day);
        Calls.put(id, said.toString()).statusCode(200);
        return id + "-1-0-0";
    }

    static String now() {
        return json("/changes?after=now").path("next").asText();
    }

    /** The changes of a place after a cursor; waits until there are that many. */
    static List<JsonNode> changes(String place, String after, int count) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        List<JsonNode> changes = new ArrayList<>();
        String cursor = after;
        do {
            JsonNode page = json("/changes?limit=1000&wait=" + (changes.size() < count ? 5 : 0) + "&after=" + cursor);
            for (JsonNode change : page.path("items")) {
                if (change.path("place").path("id").asText().equals(place)) {
                    changes.add(change);
                }
            }
            cursor = page.path("next").asText();
        } while (changes.size() < count && Instant.now().isBefore(end));
        return changes;
    }

    /** A change in a line. */
    static String line(JsonNode change) {
        return change.path("kind").asText() + " "
                + change.path("from").path("id").asText() + " -> "
                + change.path("to").path("id").asText() + " "
                + change.path("after").path("assurance").asText()
                + (change.path("current").asBoolean() ? " current" : "")
                + (change.path("live").asBoolean() ? " live" : "");
    }

    static String holder(String place, String query) {
        return get("/places/" + place + "/control?" + query)
                .statusCode(200)
                .extract()
                .path("holder.id");
    }
}
