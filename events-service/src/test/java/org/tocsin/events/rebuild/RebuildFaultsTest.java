package org.tocsin.events.rebuild;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.Beliefs.changes;
import static org.tocsin.events.Beliefs.intervals;
import static org.tocsin.events.Beliefs.now;
import static org.tocsin.events.Beliefs.says;
import static org.tocsin.events.Beliefs.sql;
import static org.tocsin.events.Beliefs.timeline;
import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.uuid;
import static org.tocsin.events.rebuild.RebuildCalls.apply;
import static org.tocsin.events.rebuild.RebuildCalls.difference;
import static org.tocsin.events.rebuild.RebuildCalls.post;
import static org.tocsin.events.rebuild.RebuildCalls.preview;
import static org.tocsin.events.rebuild.RebuildCalls.start;
import static org.tocsin.events.rebuild.RebuildCalls.until;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.testing.PostgresAndKeys;

/** Damage, interruption and what else no call brings about. In Chad, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RebuildFaultsTest {
    private static final String ABECHE = "245785";
    private static final String MOUNDOU = "2427455";
    private static final String FAYA = "2432678";
    private static final String SARH = "2425791";

    private static final String ROW = """
            insert into rebuild (id, rules_version, rules_version_before, in_force, apply, status, position, done, author, started_at,
                applied_at)
            select ?, ?, ?, (select max(id) from rules_in_force), false, ?, ?, 7, 'test', now(), now()
            """;

    @AfterEach
    void otherTestsGoByTheNewestRules() {
        if (!json("/control/rules").path("items").get(1).path("inForce").asBoolean()) {
            apply("2");
        }
    }

    private static void history(String place) {
        says("lake-wire", "2021-04-11T10:00:00Z", place, "boko-haram", "2021-04-11");
        says("sahel-wire", "2021-05-11T10:00:00Z", place, "government-of-td", "2021-05-11");
        says("lake-wire", "2021-06-11T10:00:00Z", place, "boko-haram", "2021-06-11");
    }

    @ParameterizedTest
    @CsvSource({"valid_from is null", "valid_from = '2021-04-11'", "valid_from > '2021-04-11'", "true"})
    void deletedIntervalsArePutBackAndNothingIsTold(String which) {
        if (timeline(SARH).size() < 4) {
            history(SARH);
        }
        JsonNode before = json("/places/" + SARH + "/timeline");
        sql("delete from control_interval where place = '" + SARH + "' and " + which);
        String start = now();

        JsonNode preview = preview("2");
        JsonNode shown = difference(preview, SARH);
        assertTrue(shown.path("damaged").asBoolean(), shown::toPrettyString);
        assertEquals(0, shown.path("changes").size());
        assertEquals(4, shown.path("after").size());
        JsonNode applied = apply("2");
        assertEquals(1, applied.path("repaired").asInt(), applied::toPrettyString);
        assertEquals(before, json("/places/" + SARH + "/timeline"));
        assertEquals(List.of(), changes(start, SARH));
        post("/control/rebuilds/" + preview.path("id").asText() + "/cancellation")
                .statusCode(200);
    }

    @Test
    void anAlteredTimelineThatIsWholeIsPutRightAndToldWithoutRinging() {
        history(ABECHE);
        List<String> right = timeline(ABECHE);
        sql(
                "update control_interval set control = jsonb_set(control, '{control,holder}',"
                        + " '{\"id\":\"libya-dawn\",\"name\":\"Libya Dawn\"}') where valid_from = '2021-06-11' and place = ?",
                ABECHE);
        String start = now();
        apply("2");
        assertEquals(right, timeline(ABECHE));
        assertEquals(List.of("CORRECTED government-of-td -> boko-haram 2021-06-11 rules"), changes(start, ABECHE));
    }

    @Test
    void aRebuildGoesOnWhereAStoppedReplicaLeftIt() {
        history(MOUNDOU);
        history(FAYA);
        assertTrue(MOUNDOU.compareTo(FAYA) < 0);
        for (String place : List.of(MOUNDOU, FAYA)) {
            sql("delete from control_interval where valid_from = '2021-04-11' and place = ?", place);
        }
        UUID id = UUID.fromString(uuid());
        sql(ROW, id, "2", "2", "RUNNING", MOUNDOU);
        sql("notify rebuilds");
        JsonNode preview = until(id.toString(), "PREVIEWED");
        assertTrue(difference(preview, MOUNDOU).isMissingNode());
        assertFalse(difference(preview, FAYA).isMissingNode());
        assertTrue(preview.path("done").asInt() > 7);

        UUID second = UUID.fromString(uuid());
        sql(ROW, second, "2", "2", "APPLYING", MOUNDOU);
        sql("notify rebuilds");
        until(second.toString(), "APPLIED");
        assertEquals(4, intervals(FAYA));
        assertEquals(3, intervals(MOUNDOU));
        apply("2");
        assertEquals(4, intervals(MOUNDOU));
        post("/control/rebuilds/" + id + "/cancellation").statusCode(200);
    }

    @Test
    void whatComesBeforeTheRebuildReachesAPlaceIsToldApartFromTheRules() {
        String place = "2434910";
        says("lake-wire", "2022-01-01T18:00:00Z", place, "boko-haram", "2022-01-01");
        says("sahel-wire", "2022-01-01T18:00:00Z", place, "islamic-state", "2022-01-01");
        apply("1");
        assertEquals("2022-01-01 HELD islamic-state taken", timeline(place).get(1));
        // As if the second version was put in force and the place not reached yet.
        sql("insert into rules_in_force (version, author, reason, recorded_at) values ('2', 'test', 'test', now())");
        String start = now();
        says("chari-wire", "2022-06-01T10:00:00Z", place, "government-of-td", "2022-06-01");
        assertEquals(
                List.of(
                        "CHANGED_HANDS islamic-state -> government-of-td 2022-06-01 event live",
                        "CONTESTED government-of-td -> islamic-state 2022-01-01 rules",
                        "HELD_AFTER_ALL government-of-td -> government-of-td 2022-06-01 rules"),
                changes(start, place));
        String end = now();
        assertTrue(difference(apply("2"), place).isMissingNode());
        assertEquals(List.of(), changes(end, place));
    }

    @Test
    void oneRebuildAtATimeIsAtWork() {
        UUID id = UUID.fromString(uuid());
        // No release knows these rules, so nobody works on it.
        sql(ROW, id, "99", "2", "RUNNING", "");
        try {
            start("{}")
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", containsString(id.toString()));
            post("/control/rebuilds/" + id + "/application").statusCode(409);
        } finally {
            post("/control/rebuilds/" + id + "/cancellation").statusCode(200).body("status", equalTo("CANCELLED"));
        }
        UUID applying = UUID.fromString(uuid());
        sql(ROW, applying, "99", "2", "APPLYING", "");
        try {
            post("/control/rebuilds/" + applying + "/cancellation").statusCode(409);
        } finally {
            sql("update rebuild set status = 'CANCELLED', finished_at = now() where id = ?", applying);
        }
    }
}
