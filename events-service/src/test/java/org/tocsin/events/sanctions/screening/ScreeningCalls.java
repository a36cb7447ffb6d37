package org.tocsin.events.sanctions.screening;

import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.tree;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.list.ListCalls.settled;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.sanctions.list.ListTables;
import org.tocsin.service.access.Role;

/** Calls that screen names. */
final class ScreeningCalls {
    private ScreeningCalls() {}

    static void empty() {
        ListTables.empty();
        ListTables.run("delete from screening; delete from suppression");
    }

    /** Makes this the UN's list from a day on. */
    static void list(String day, String... entities) {
        settled("UN", un(day, entities), "?asOf=" + day);
    }

    static String entity(String reference, String name, String... weak) {
        StringBuilder more = new StringBuilder();
        for (String alias : weak) {
            more.append("<ENTITY_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>")
                    .append(alias)
                    .append("</ALIAS_NAME></ENTITY_ALIAS>");
        }
        return unEntity(reference, name, more.toString());
    }

    static ValidatableResponse post(String path, String body, String... roles) {
        return as(roles)
                .contentType("application/json")
                .body(body)
                .when()
                .post(path)
                .then();
    }

    static JsonNode screen(String body) {
        return tree(
                post("/screenings", body, Role.READER).statusCode(200).extract().asString());
    }

    /** The candidates of each name in words. */
    static List<String> found(JsonNode screening) {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : screening.path("results")) {
            List<String> candidates = new ArrayList<>();
            result.path("candidates")
                    .forEach(one -> candidates.add(one.path("reference").asText() + " "
                            + one.path("matched").path("name").asText() + " "
                            + one.path("score").asText()
                            + (one.path("suppressed").isNull() ? "" : " suppressed")));
            lines.add(result.path("asked").path("name").asText() + ": " + String.join(", ", candidates));
        }
        return lines;
    }
}
