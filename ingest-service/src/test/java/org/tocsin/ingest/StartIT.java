package org.tocsin.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.Refusals;

/** What a program says that does not start: one line, what is wrong and what to set. */
class StartIT {
    private static final PostgresAndKeys DATABASE = new PostgresAndKeys();
    private static Map<String, String> settings = Map.of();

    @BeforeAll
    static void open() {
        settings = DATABASE.start();
    }

    @AfterAll
    static void close() {
        DATABASE.stop();
    }

    @Test
    void namesWhatIsNotSet() throws Exception {
        String said = new Refusals(Map.of()).line(Map.of());
        assertTrue(said.contains("quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL)"), said);
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() throws Exception {
        String said =
                new Refusals(settings).line(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/x"));
        assertTrue(said.startsWith("Does not start: the database does not answer"), said);
    }

    @Test
    void refusesTheSchemaOfALaterVersion() throws Exception {
        String said = new Refusals(settings).lineOfALaterSchema();
        assertTrue(said.startsWith("Does not start: the database's schema is newer than this program"), said);
    }
}
