package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.TestDatabase;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;

class ProgressTest {
    private static final UUID ID = UUID.randomUUID();

    private static TestDatabase database;
    private static Progress progress;

    @BeforeAll
    static void start() throws Exception {
        database = new TestDatabase();
        Json json = new Json(new ObjectMapper());
        progress =
                new Progress(new Transactions(database.source()), new ReReadingRows(json, Duration.ofDays(30)), json);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void startOne() throws SQLException {
        database.run("delete from re_reading");
        database.run("""
                insert into re_reading (id, filter, apply, state, reader_version, selected_until, started_by, started_at, changed_at)
                values (?, '{}', false, 'RUNNING', '2', 1, 'a', now(), now())
                """, ID);
    }

    @Test
    void aNewerReaderGoesOnWithItAndAnOlderOneKeepsAwayFromThenOn() throws SQLException {
        assertEquals(1, progress.underWay("2").size());
        assertEquals(1, progress.underWay("2.1").size());
        assertEquals("2.1", column("reader_version"));
        assertEquals(List.of(), progress.underWay("2"));
    }

    @Test
    void theSameReaderWritesNothingEachTimeItLooks() throws SQLException {
        progress.underWay("3");
        String written = column("xmin");
        progress.underWay("3");
        assertEquals(written, column("xmin"));
    }

    private static String column(String name) throws SQLException {
        return database.texts("select " + name + "::text from re_reading").get(0);
    }
}
