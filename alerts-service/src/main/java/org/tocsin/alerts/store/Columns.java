package org.tocsin.alerts.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds many rows as one array for each column, so that one statement ({@code unnest}) writes them all. */
public final class Columns {
    private Columns() {}

    /** @param type of PostgreSQL, but text */
    public static <T> void set(
            PreparedStatement statement, int place, String type, Collection<T> rows, Function<T, @Nullable Object> part)
            throws SQLException {
        statement.setArray(
                place,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(part).toArray()));
    }

    /** Strings go as they are; as an array of anything else the driver would quote them. */
    public static <T> void setText(
            PreparedStatement statement, int place, Collection<T> rows, Function<T, @Nullable String> part)
            throws SQLException {
        statement.setArray(
                place,
                statement
                        .getConnection()
                        .createArrayOf("text", rows.stream().map(part).toArray(String[]::new)));
    }
}
