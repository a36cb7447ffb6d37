package org.tocsin.ingest.rereading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.tocsin.testing.PostgresAndKeys;

/**
 * There is only one reader in a program, so what an older one would have stored is written into the database: its version, and claims that
 * differ from those of today.
 */
final class Older {
    static final String VERSION = "0.9";

    private Older() {}

    /** Makes the stored reading one of an older reader, with what it said. */
    static void read(String report, UnaryOperator<String> claims) {
        String now = text("select claims::text from reading where report = ? order by revision desc limit 1", report);
        run(
                "update reading set claims = ?::jsonb, reader_version = ? where report = ?",
                claims.apply(now),
                VERSION,
                UUID.fromString(report));
    }

    /** Makes it one that the older reader failed on. */
    static void failedOn(String report) {
        run("delete from reading where report = ?", UUID.fromString(report));
        run(
                "update report set status = 'UNREADABLE', language = null, status_reason = 'The reading failed.' where id = ?",
                UUID.fromString(report));
    }

    static void run(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the first row as text. */
    static String text(String sql, String id) {
        return first(sql, UUID.fromString(id));
    }

    /** The same without a parameter. */
    static String text(String sql) {
        return first(sql);
    }

    private static String first(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("no row");
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
