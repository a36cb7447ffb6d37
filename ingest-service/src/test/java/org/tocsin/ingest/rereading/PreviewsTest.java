package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.TestDatabase;
import org.tocsin.ingest.rereading.Previews.Preview;
import org.tocsin.ingest.rereading.Previews.Taken;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;

class PreviewsTest {
    private static final UUID ID = UUID.randomUUID();

    private static TestDatabase database;
    private static Previews previews;

    @BeforeAll
    static void start() throws Exception {
        database = new TestDatabase();
        previews = new Previews(new Transactions(database.source()), new Json(new ObjectMapper()));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void threeWait() throws SQLException {
        database.run("truncate re_reading, report cascade");
        database.run("""
                insert into re_reading (id, filter, apply, state, reader_version, selected_until, started_by, started_at, changed_at)
                values (?, '{}', false, 'RUNNING', '2', 3, 'a', now(), now())
                """, ID);
        for (int i = 1; i <= 3; i++) {
            database.run(
                    "insert into re_reading_report (re_reading, report, sequence, state) values (?, ?, ?, 'WAITING')",
                    ID,
                    database.report("READ"),
                    i);
        }
    }

    @Test
    void whatIsGivenBackIsTakenAgainAsIfItHadNeverBeen() {
        List<Taken> taken = previews.take(ID, 3);
        previews.giveBack(ID, taken.subList(1, 3));
        List<Taken> again = previews.take(ID, 3);
        assertEquals(reports(taken.subList(1, 3)), reports(again));
        assertEquals(
                List.of(1, 1), again.stream().map(t -> t.report().attempts()).toList());
        assertEquals(List.of(), previews.take(ID, 3), "the first is still with the one who took it");
    }

    @Test
    void whoGaveItBackCanNotStoreItAnyMore() throws SQLException {
        Taken mine = previews.take(ID, 1).get(0);
        previews.giveBack(ID, List.of(mine));
        Taken theirs = previews.take(ID, 1).get(0);
        assertEquals(mine.report().id(), theirs.report().id());
        assertNotEquals(mine.report().lease(), theirs.report().lease());
        previews.store(ID, List.of(unchanged(mine)), "2");
        assertEquals("WAITING", state(mine));
        previews.store(ID, List.of(unchanged(theirs)), "2");
        assertEquals("READ", state(mine));
    }

    @Test
    void whatSomebodyElseHasTakenMeanwhileIsNotGivenBack() throws SQLException {
        List<Taken> late = previews.take(ID, 3);
        database.run("update re_reading_report set leased_until = now() - interval '1 second'");
        Taken theirs = previews.take(ID, 3).get(0);
        assertEquals(2, theirs.report().attempts(), "alone, for it may be what stopped the other");
        previews.giveBack(ID, late);
        previews.store(ID, List.of(unchanged(theirs)), "2");
        assertEquals("READ", state(theirs));
    }

    private static Preview unchanged(Taken taken) {
        return new Preview(taken, ReportDifference.State.READ, "en", null, false, List.of(), Differences.NONE);
    }

    private static List<UUID> reports(List<Taken> taken) {
        return taken.stream().map(t -> t.report().id()).sorted().toList();
    }

    private static String state(Taken taken) throws SQLException {
        return database.texts(
                        "select state from re_reading_report where report = ?",
                        taken.report().id())
                .get(0);
    }
}
