package org.tocsin.service.start;

import io.quarkus.runtime.QuarkusBindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a service's surroundings when it does not start, and what to set. */
final class Refusal {
    private static final String DATABASE = "quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL)";
    private static final String USER =
            "quarkus.datasource.username (QUARKUS_DATASOURCE_USERNAME) and quarkus.datasource.password";

    /** Tried one after the other on all that was thrown, what is told best first. */
    private static final List<Function<List<Throwable>, @Nullable String>> TOLD = List.of(
            thrown -> first(thrown, Refusal::ours),
            thrown -> first(thrown, Refusal::port),
            WrongSettings::in,
            thrown -> thrown.stream().anyMatch(UnknownHostException.class::isInstance)
                    ? "the database's host is not known; check " + DATABASE + "."
                    : null,
            thrown -> first(thrown, Refusal::database),
            thrown -> first(thrown, Refusal::schema),
            thrown -> first(thrown, Refusal::address));

    private Refusal() {}

    /** @return one line without any secret; null for what is not known */
    static @Nullable String of(Throwable cause) {
        List<Throwable> thrown = chain(cause);
        for (Function<List<Throwable>, @Nullable String> told : TOLD) {
            String line = told.apply(thrown);
            if (line != null) {
                return line.replaceAll("\\s+", " ").strip();
            }
        }
        return null;
    }

    /** The first cause first: what is around it repeats it. */
    private static List<Throwable> chain(Throwable cause) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = cause; at != null && seen.add(at); at = at.getCause()) {
            chain.add(at);
        }
        Collections.reverse(chain);
        return chain;
    }

    private static @Nullable String first(List<Throwable> thrown, Function<Throwable, @Nullable String> told) {
        return thrown.stream()
                .map(one -> told.apply(one))
                .filter(line -> line != null)
                .findFirst()
                .orElse(null);
    }

    static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : message;
    }

    /** Our own checks of settings name them. */
    private static @Nullable String ours(Throwable thrown) {
        return message(thrown).contains("(TOCSIN_") ? message(thrown) : null;
    }

    private static @Nullable String port(Throwable thrown) {
        return thrown instanceof QuarkusBindException bind
                ? "port " + bind.getPort() + " is in use; set quarkus.http.port (QUARKUS_HTTP_PORT) or"
                        + " quarkus.management.port (QUARKUS_MANAGEMENT_PORT) to another."
                : null;
    }

    /** By the state that PostgreSQL or its driver gives. */
    private static @Nullable String database(Throwable thrown) {
        String state = thrown instanceof SQLException sql ? sql.getSQLState() : null;
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "08001", "08004", "08006" -> "the database does not answer; check " + DATABASE + ".";
            case "28000", "28P01" -> "the database refuses the user or its password; check " + USER + ".";
            case "3D000" -> "the server has no such database; create it, or check " + DATABASE + ".";
            case "42501" -> "the user may not change the database's schema; make it the owner, or check " + USER + ".";
            case "53300" ->
                "the database has no connection left; raise max_connections, or lower"
                        + " quarkus.datasource.jdbc.max-size (QUARKUS_DATASOURCE_JDBC_MAX_SIZE).";
            case "57P03" ->
                "the database is starting up or shutting down; it will be tried again when the service is started again.";
            default -> null;
        };
    }

    private static @Nullable String schema(Throwable thrown) {
        String message = message(thrown);
        if (thrown instanceof FlywayException && message.contains("not resolved locally")) {
            return "the database's schema is newer than this program, or another service's; start the version that made it or a later one, or check "
                    + DATABASE + " (docs/operations.md, After an upgrade).";
        }
        if (thrown instanceof FlywayException && message.contains("ailed migration to version")) {
            return "an earlier change of the database's schema failed half-way; restore the database or repair it"
                    + " (docs/operations.md, After an upgrade).";
        }
        if (thrown instanceof FlywayException && message.contains("non-empty schema")) {
            return "the database holds tables that are not ours; give each service a database of its own, check "
                    + DATABASE + ".";
        }
        if (message.contains("Schema validation:") || message.contains("Schema-validation:") || isNotValid(thrown)) {
            return "the database's schema is not what this version makes; check that " + DATABASE
                    + " names this service's own database.";
        }
        return null;
    }

    private static boolean isNotValid(Throwable thrown) {
        return thrown instanceof FlywayException && message(thrown).contains("Validate failed");
    }

    private static @Nullable String address(Throwable thrown) {
        String message = message(thrown);
        return message.contains("URL is not set")
                        || message.contains("uitable driver")
                        || message.contains("not support the provided URL")
                ? "set " + DATABASE + " to jdbc:postgresql://HOST:PORT/DATABASE."
                : null;
    }
}
