package org.tocsin.events.rebuild;

import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

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

    /** A report by a publisher of its own that says that the actor took the place that day. */
    static void says(String publisher, String publishedAt, String place, String actor, String day) {
        String id = uuid();
        ObjectNode said = report(publisher, publishedAt, 1);
        taking(said, id + "-1-0-0", place, actor, day);
        put(id, said.toString()).statusCode(200);
    }

    /** Holders and days of a timeline in short. */
    static List<String> timeline(JsonNode items) {
        List<String> timeline = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode control = item.has("control") ? item.path("control") : item;
            timeline.add(item.path("from").asText() + " "
                    + control.path("state").asText() + " "
                    + control.path("holder").path("id").asText() + " "
                    + control.path("rule").asText());
        }
        return timeline;
    }

    static List<String> timeline(String place) {
        return timeline(json("/places/" + place + "/timeline").path("items"));
    }

    static String now() {
        return json("/changes?after=now").path("next").asText();
    }

    /** The changes of a place after the cursor in short. */
    static List<String> changes(String cursor, String place) {
        List<String> changes = new ArrayList<>();
        String after = cursor;
        while (true) {
            JsonNode page = json("/changes?limit=1000&after=" + after);
            for (JsonNode change : page.path("items")) {
                if (change.path("place").path("id").asText().equals(place)) {
                    changes.add(change.path("kind").asText() + " "
                            + change.path("from").path("id").asText() + " -> "
                            + change.path("to").path("id").asText() + " "
                            + change.path("validFrom").asText() + " "
                            + change.path("cause").path("type").asText()
                            + (change.path("live").asBoolean() ? " live" : ""));
                }
            }
            if (page.path("items").isEmpty()) {
                return changes;
            }
            after = page.path("next").asText();
        }
    }

    static void sql(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parsed(ValidatableResponse response) {
        return tree(response.extract().asString());
    }
}
