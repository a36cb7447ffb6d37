package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.TestDatabase;

/** Which indexes are used of a re-reading that has just begun, so that the planner knows nothing of it yet. */
class PlansTest {
    private static final UUID OLD = UUID.randomUUID();
    private static final UUID NEW = UUID.randomUUID();

    private static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = new TestDatabase();
        database.run("alter table re_reading_report set (autovacuum_enabled = off)");
        database.run("""
                insert into report (id, publisher, title, text, published_at, live, received_at, received_from, revision, revised_at,
                    status, language)
                select gen_random_uuid(), 'a-wire', 'A title', 'A text.', now(), true, now(), 'a', 1, now(), 'READ', 'en'
                from generate_series(1, 3000)
                """);
        reRead(OLD, "APPLIED");
        database.run("analyze report, re_reading, re_reading_report");
        reRead(NEW, "WAITING");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void whatWaitsIsFoundAmongWhatWaits() throws SQLException {
        for (String sql : new String[] {Previews.TAKE_NEW, Previews.TAKE_AGAIN}) {
            assertUses("re_reading_report_waiting", sql, NEW, 16, NEW);
        }
    }

    @Test
    void whatMayBeAppliedIsFoundAmongWhatMayBe() throws SQLException {
        assertUses("re_reading_report_read", Application.TAKE, NEW, 1, 8);
    }

    @Test
    void itsRowsAreCountedAndDeletedWithoutReadingThoseOfOthers() throws SQLException {
        assertUses("re_reading_report_all", ReReadingRows.COUNT, NEW.toString());
        assertUses("re_reading_report_all", Progress.DELETE, NEW.toString(), 5_000);
    }

    private static void assertUses(String index, String sql, Object... values) throws SQLException {
        String plan = String.join("\n", database.texts("explain " + sql, values));
        assertTrue(plan.contains(" using " + index + " "), plan);
    }

    private static void reRead(UUID id, String state) throws SQLException {
        database.run("""
                insert into re_reading (id, filter, apply, state, reader_version, selected_until, started_by, started_at, changed_at)
                values (?, '{}', false, 'RUNNING', '1', 3000, 'a', now(), now())
                """, id);
        database.run(
                "insert into re_reading_report (re_reading, report, sequence, state) select ?, id, sequence, ? from report",
                id,
                state);
    }
}
