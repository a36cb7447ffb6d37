package org.tocsin.events.actor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.Calls;
import org.tocsin.service.access.Role;

/** Makes merges, and takes all back. */
final class MergeCalls {
    private final List<JsonNode> made = new ArrayList<>();

    JsonNode merged(String actor, String into) {
        return keep(merge(actor, into)
                .statusCode(201)
                .header("Location", matchesPattern(".*/actors/" + actor + "/merges/[0-9a-f-]{36}"))
                .body("actor", equalTo(actor), "into", equalTo(into), "reason", equalTo("They are one."))
                .extract()
                .asString());
    }

    JsonNode keep(String answer) {
        JsonNode merge = tree(answer);
        made.add(merge);
        return merge;
    }

    void takeBack() {
        for (int i = made.size() - 1; i >= 0; i--) {
            withdraw(made.get(i));
        }
        made.clear();
    }

    static void refused(String actor, String into, int status, String... fields) {
        merge(actor, into)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(fields)));
    }

    static ValidatableResponse merge(String actor, String into) {
        return post("/actors/" + actor + "/merges", body(into, "They are one."));
    }

    static String body(String into, String reason) {
        return "{\"into\":\"" + into + "\",\"reason\":\"" + reason + "\"}";
    }

    static ValidatableResponse withdraw(JsonNode merge) {
        return post(
                "/actors/" + merge.path("actor").asText() + "/merges/"
                        + merge.path("id").asText() + "/withdrawal",
                "{\"reason\":\"It was wrong.\"}");
    }

    static ValidatableResponse post(String path, String body) {
        return as(Role.ANALYST)
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    static void takes(String place, String actor, String day) {
        ObjectNode said = report("merge-wire", day + "T20:00:00Z", 1);
        event(said, place, actor, day);
        send(said);
    }

    static ObjectNode event(ObjectNode said, String place, String actor, String day) {
        return taking(said, uuid() + "-1-0-0", place, actor, day);
    }

    static void send(ObjectNode said) {
        Calls.put(uuid(), said.toString()).statusCode(200).body("items.outcome", contains("STORED"));
    }
}
