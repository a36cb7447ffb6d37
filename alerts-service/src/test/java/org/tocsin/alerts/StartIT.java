package org.tocsin.alerts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.Refusals;

/** What a program says that does not start: one line, what is wrong and what to set. */
class StartIT {
    private static final PostgresAndKeys DATABASE = new PostgresAndKeys();
    private static Map<String, String> settings = Map.of();
    private static Refusals refusals = new Refusals(Map.of());

    @BeforeAll
    static void open() {
        settings = new HashMap<>(DATABASE.start());
        settings.put("tocsin.secrets.key", Surroundings.MASTER_KEY);
        refusals = new Refusals(settings);
    }

    @AfterAll
    static void close() {
        DATABASE.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "tocsin.secrets.key, '', Set tocsin.secrets.key (TOCSIN_SECRETS_KEY)",
        "tocsin.secrets.key, c2VjcmV0IGJ1dCB0b28gc2hvcnQ=, Set tocsin.secrets.key (TOCSIN_SECRETS_KEY)",
        "tocsin.secrets.old-keys, c2VjcmV0, Set tocsin.secrets.old-keys (TOCSIN_SECRETS_OLD_KEYS)",
        "tocsin.auth.issuer, '', set tocsin.auth.issuer (TOCSIN_AUTH_ISSUER)",
        "tocsin.auth.key, '', set tocsin.auth.key (TOCSIN_AUTH_KEY)",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://no-such-host.invalid/x, the database's host is not known",
        "quarkus.datasource.jdbc.url, jdbc:postgresql://127.0.0.1:1/x, the database does not answer",
        "quarkus.datasource.jdbc.url, postgres://127.0.0.1/x, set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL) to",
        "tocsin.delivery.look-every, c2VjcmV0, The value of tocsin.delivery.look-every (TOCSIN_DELIVERY_LOOK_EVERY)"
    })
    void saysInOneLineWhatIsWrong(String setting, String value, String line) throws Exception {
        String said = refusals.line(Map.of(setting, value));
        assertTrue(said.startsWith("Does not start: " + line), said);
        assertFalse(said.contains("c2VjcmV0"), said);
    }

    @Test
    void namesADatabaseThatIsNotThere() throws Exception {
        String said = refusals.line(Map.of("quarkus.datasource.jdbc.url", refusals.database("none")));
        assertTrue(said.startsWith("Does not start: the server has no such database"), said);
    }

    @Test
    void namesAUserThatIsRefused() throws Exception {
        String nobody = refusals.database("postgres").replace("user=postgres", "user=nobody");
        String said = refusals.line(Map.of("quarkus.datasource.jdbc.url", nobody));
        assertTrue(said.startsWith("Does not start: the database refuses the user or its password"), said);
    }

    @Test
    void namesAPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String said = refusals.line(Map.of("quarkus.http.port", Integer.toString(taken.getLocalPort())));
            assertTrue(said.startsWith("Does not start: port " + taken.getLocalPort() + " is in use"), said);
        }
    }

    @Test
    void namesWhatIsNotSet() throws Exception {
        String said = new Refusals(Map.of()).line(Map.of());
        assertTrue(said.contains("quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL)"), said);
    }

    @Test
    void refusesTheSchemaOfALaterVersion() throws Exception {
        String said = refusals.lineOfALaterSchema();
        assertTrue(said.startsWith("Does not start: the database's schema is newer than this program"), said);
    }
}
