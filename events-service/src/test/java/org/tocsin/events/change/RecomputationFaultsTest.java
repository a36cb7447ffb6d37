package org.tocsin.events.change;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.Beliefs.changes;
import static org.tocsin.events.Beliefs.now;
import static org.tocsin.events.Beliefs.says;
import static org.tocsin.events.Beliefs.sql;
import static org.tocsin.events.Beliefs.timeline;
import static org.tocsin.events.Calls.as;
import static org.tocsin.events.Calls.get;
import static org.tocsin.events.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.service.access.Role;
import org.tocsin.testing.PostgresAndKeys;

/** Damage that no call brings about. In Gabon, where no other test does anything. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class RecomputationFaultsTest {
    private static final String PORT_GENTIL = "2396518";
    private static final String MOANDA = "2398269";
    private static final String GONE = "999999999999";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from control_interval where valid_from is null and place = ?",
                "delete from control_interval where valid_from > '2021-04-11' and place = ?",
                "update control_interval set control = '{}' where valid_from = '2021-04-11' and place = ?"
            })
    void aDamagedTimelineIsAnsweredAllTheSameAndMendedWithTheNextEvent(String damage) {
        if (timeline(PORT_GENTIL).size() < 3) {
            says("gulf-wire", "2021-04-11T10:00:00Z", PORT_GENTIL, "boko-haram", "2021-04-11");
            says("coast-wire", "2021-05-11T10:00:00Z", PORT_GENTIL, "government-of-ga", "2021-05-11");
        }
        List<String> before = timeline(PORT_GENTIL);
        sql(damage, PORT_GENTIL);
        sql("update timeline set revision = default where place = ?", PORT_GENTIL);
        assertEquals(before, timeline(PORT_GENTIL));
        get("/places/" + PORT_GENTIL + "/control?at=2021-04-20")
                .statusCode(200)
                .body("holder.id", equalTo("boko-haram"));

        String start = now();
        String holder = before.size() % 2 == 1 ? "boko-haram" : "government-of-ga";
        String day = "2022-0%d-01".formatted(before.size());
        says("third-wire-" + before.size(), day + "T10:00:00Z", PORT_GENTIL, holder, day);
        assertEquals(1, changes(start, PORT_GENTIL).size(), () -> changes(start, PORT_GENTIL)
                .toString());
        assertEquals(before, timeline(PORT_GENTIL).subList(0, before.size()));
        assertEquals(before.size() + 1, timeline(PORT_GENTIL).size());
    }

    @Test
    void aPlaceThatAlwaysFailsHoldsUpNoOther() throws InterruptedException {
        sql(
                "insert into decision (id, place, state, holder, parties, valid_from, reason, author, recorded_at)"
                        + " values (?, ?, 'HELD', 'boko-haram', '[]', '2021-01-01', 'of a place that is gone', 'test', now())",
                UUID.fromString(uuid()),
                GONE);
        says("fault-wire", "2021-04-11T10:00:00Z", MOANDA, "boko-haram", "2021-04-11");
        String start = now();
        for (int i = 0; i < 3; i++) {
            sql("insert into recomputation (place, cause_type, cause_id) values (?, 'grade', 'test')", GONE);
        }
        as(Role.ANALYST)
                .contentType("application/json")
                .body("{\"name\":\"Fault Wire\",\"grade\":\"A\"}")
                .put("/publishers/fault-wire")
                .then()
                .statusCode(200);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (changes(start, MOANDA).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertEquals(1, changes(start, MOANDA).size());
        sql("delete from recomputation where place = ?", GONE);
        sql("delete from decision where place = ?", GONE);
    }
}
