package org.tocsin.events.rebuild;

import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.service.access.Role;

/** What tests of rebuilds do again and again. */
final class RebuildCalls {
    private RebuildCalls() {}

    static ValidatableResponse start(String body) {
        return post("/control/rebuilds", body);
    }

    static ValidatableResponse post(String path, String body) {
        return as(Role.ANALYST)
                .contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    static ValidatableResponse post(String path) {
        return as(Role.ANALYST).when().post(path).then();
    }

    static String started(String body) {
        return start(body).statusCode(202).extract().path("id");
    }

    /** The rebuild once it has the status; any other in which it rests is a failure. */
    static JsonNode until(String id, String status) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(deadline)) {
            JsonNode rebuild = json("/control/rebuilds/" + id);
            if (rebuild.path("status").asText().equals(status)) {
                return rebuild;
            }
            if (!rebuild.path("finishedAt").isNull()) {
                throw new AssertionError(rebuild.toPrettyString());
            }
            pause();
        }
        throw new AssertionError("not " + status + " in time");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode preview(String rules) {
        return until(started("{\"rulesVersion\":\"" + rules + "\"}"), "PREVIEWED");
    }

    static JsonNode apply(String rules) {
        return until(started("{\"rulesVersion\":\"" + rules + "\",\"apply\":true}"), "APPLIED");
    }

    /** What it shows of a place; missing when nothing. */
    static JsonNode difference(JsonNode rebuild, String place) {
        String id = rebuild.path("id").asText();
        String after = "";
        do {
            JsonNode page = json(
                    "/control/rebuilds/" + id + "/differences?limit=2" + (after.isEmpty() ? "" : "&after=" + after));
            for (JsonNode item : page.path("items")) {
                if (item.path("place").path("id").asText().equals(place)) {
                    return item;
                }
            }
            after = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!after.isEmpty());
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    static JsonNode parsed(ValidatableResponse response) {
        return tree(response.extract().asString());
    }
}
