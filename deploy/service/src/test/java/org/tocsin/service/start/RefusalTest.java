package org.tocsin.service.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource({
        "08001, the database does not answer",
        "28P01, the database refuses the user or its password",
        "28000, the database refuses the user or its password",
        "3D000, the server has no such database",
        "42501, the user may not change the database's schema",
        "53300, the database has no connection left",
        "57P03, the database is starting up"
    })
    void tellsWhatTheDatabaseSays(String state, String line) {
        String told = told(new RuntimeException("wrapped", new SQLException("secret of the driver", state)));
        assertTrue(told.startsWith(line), told);
        assertFalse(told.contains("secret"), told);
    }

    @Test
    void tellsAHostThatIsNotKnownBeforeADatabaseThatDoesNotAnswer() {
        String told = told(new SQLException("no", "08001", new UnknownHostException("nowhere")));
        assertTrue(told.startsWith("the database's host is not known"), told);
    }

    @Test
    void tellsANewerSchema() {
        String told = told(new FlywayException("Validate failed: Migrations have failed validation\n"
                + "Detected applied migration not resolved locally: 99.\nIf you removed this migration"));
        assertTrue(told.startsWith("the database's schema is newer than this program"), told);
    }

    @Test
    void tellsAPort() {
        String told = told(new QuarkusBindException("0.0.0.0", 8080, new BindException("in use")));
        assertTrue(told.startsWith("port 8080 is in use; set quarkus.http.port (QUARKUS_HTTP_PORT)"), told);
    }

    @Test
    void namesMissingSettingsOnceEach() {
        assertEquals(
                "set tocsin.events-url (TOCSIN_EVENTS_URL), tocsin.a.\"b-c\" (TOCSIN_A__B_C_).",
                told(
                        new RuntimeException(
                                "SRCFG00014: The config property tocsin.events-url is required but it could not be found in any config source\n"
                                        + "SRCFG00014: The config property tocsin.a.\"b-c\" is required but it could not be found",
                                new NoSuchElementException(
                                        "SRCFG00014: The config property tocsin.events-url is required but it could not be found"))));
    }

    @Test
    void namesASettingThatCannotBeReadAndNotItsValue() {
        String told = told(
                new IllegalArgumentException(
                        "SRCFG00039: The config property tocsin.look-every with the config value \"hunter2\" threw an Exception whilst being converted"));
        assertEquals("The value of tocsin.look-every (TOCSIN_LOOK_EVERY) cannot be read as what it should be.", told);
    }

    @Test
    void namesWhatIsMissingByOurNames() {
        RuntimeException missing = new RuntimeException(
                "Failed to load config value of type class java.lang.String for: mp.jwt.verify.issuer\n"
                        + "Failed to load config value of type class java.lang.String for: quarkus.datasource.username");
        missing.addSuppressed(
                new NoSuchElementException("The config property mp.jwt.verify.issuer is defined as the empty String"));
        assertEquals(
                "set tocsin.auth.issuer (TOCSIN_AUTH_ISSUER), quarkus.datasource.username (QUARKUS_DATASOURCE_USERNAME).",
                told(missing));
    }

    @Test
    void namesTheSettingOfAScheduleThatCannotBeRead() {
        assertEquals(
                "The value of tocsin.delivery.look-every (TOCSIN_DELIVERY_LOOK_EVERY) cannot be read as what it should be.",
                told(
                        new IllegalStateException(
                                "Invalid every() expression on: @Scheduled(identity=\"\", every=\"${tocsin.delivery.look-every:30s}\")")));
    }

    @Test
    void repeatsInOneLineWhatOurOwnChecksSay() {
        assertEquals(
                "Set tocsin.auth.issuer (TOCSIN_AUTH_ISSUER): the 'iss'.",
                told(new RuntimeException(
                        new IllegalStateException("Set tocsin.auth.issuer\n (TOCSIN_AUTH_ISSUER): the 'iss'."))));
    }

    @Test
    void hidesNothingThatItDoesNotKnow() {
        assertNull(Refusal.of(new IllegalStateException("a mistake of ours")));
        assertNull(Refusal.of(new SQLException("odd", "XX000")));
    }

    @Test
    void endsOnCausesThatGoRound() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);
        assertNull(Refusal.of(one));
    }

    private static String told(Throwable thrown) {
        String line = assertNotNullAnd(Refusal.of(thrown));
        assertFalse(line.contains("\n"), line);
        return line;
    }

    private static String assertNotNullAnd(@org.jspecify.annotations.Nullable String line) {
        assertNotNull(line);
        return line;
    }
}
