package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.FeedReader;
import org.tocsin.events.database.Database;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** What cannot be asked for from outside: places of which only a decision names the actor, and the audit. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ConcernedTest {
    private static final String BUNIA = "217695";
    private static final String BUTEMBO = "217562";

    @Inject
    Database database;

    @Test
    void placesOfWhichADecisionNamesTheActorAreThoughtAboutAgain() {
        UUID held = decide(BUNIA, "HELD", "twirwaneho", "[]");
        UUID contested =
                decide(BUTEMBO, "CONTESTED", null, "[{\"actor\":\"government-of-cd\"},{\"actor\":\"twirwaneho\"}]");
        FeedReader feed = new FeedReader();
        JsonNode merge = tree(as(Role.ADMIN)
                .contentType("application/json")
                .body("{\"into\":\"mujao\",\"reason\":\"A trial.\"}")
                .when()
                .post("/actors/twirwaneho/merges")
                .then()
                .statusCode(201)
                .extract()
                .asString());
        String address = "/actors/twirwaneho/merges/" + merge.path("id").asText();
        assertEquals(1, feed.lines(BUNIA, 1).size());
        assertEquals(1, feed.lines(BUTEMBO, 1).size());
        assertEquals(
                "mujao", json("/places/" + BUNIA + "/control").at("/holder/id").asText());
        assertEquals(
                "mujao",
                json("/places/" + BUTEMBO + "/control")
                        .at("/parties/1/actor/id")
                        .asText());
        as(Role.ADMIN)
                .contentType("application/json")
                .body("{\"reason\":\"It ended.\"}")
                .when()
                .post(address + "/withdrawal")
                .then()
                .statusCode(200);
        assertEquals(
                List.of("test merge into=mujao reason=A trial.", "test merge-withdrawal reason=It ended."),
                audit(address.substring(1)));
        forget(held);
        forget(contested);
    }

    @Test
    void settingBaselinesIsWrittenDown() {
        int before = audit("baselines").size();
        as(Role.ANALYST)
                .contentType("text/csv")
                .body("scope,holder\n")
                .when()
                .put("/baselines")
                .then()
                .statusCode(200);
        List<String> lines = audit("baselines");
        assertEquals(before + 1, lines.size());
        assertEquals("test baselines scopes=0 added=0 removed=0 changed=0", lines.get(before));
    }

    private UUID decide(String place, String state, @Nullable String holder, String parties) {
        UUID id = UUID.randomUUID();
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into decision (id, place, state, holder, parties, valid_from, reason, author, recorded_at)
                    values (?, ?, ?, ?, ?::jsonb, '2025-01-01', 'seen', 'test', now() - interval '1 minute')
                    """)) {
                insert.setObject(1, id);
                insert.setString(2, place);
                insert.setString(3, state);
                insert.setString(4, holder);
                insert.setString(5, parties);
                insert.executeUpdate();
            }
        });
        return id;
    }

    private void forget(UUID decision) {
        database.give(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from decision where id = ?")) {
                delete.setObject(1, decision);
                delete.executeUpdate();
            }
        });
    }

    private List<String> audit(String subject) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select author || ' ' || action || ' ' || detail from audit where subject = ? order by id")) {
                select.setString(1, subject);
                List<String> lines = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
                return lines;
            }
        });
    }
}
