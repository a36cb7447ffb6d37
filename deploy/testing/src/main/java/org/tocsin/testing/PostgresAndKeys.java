package org.tocsin.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a real PostgreSQL for one test run and configures the program under test, in-process or packaged, with its address and with the
 * issuer and key of {@link TestKeys}.
 */
public final class PostgresAndKeys implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "tocsin.test.database";

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = postgres.getJdbcUrl("postgres", "postgres");
        System.setProperty(URL, url);
        return settings(url);
    }

    /** What a program is told to work with the database at the JDBC URL and to trust the keys of the tests. */
    public static Map<String, String> settings(String url) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres",
                "tocsin.auth.issuer",
                TestKeys.ISSUER,
                "tocsin.auth.key",
                TestKeys.publicKey());
    }

    /** A connection to the database of the program under test, for what no call of its API can bring about. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(URL, ""), "postgres", "postgres");
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
