package org.tocsin.alerts.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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

    /** {@link OffsetDateTime#MAX} is infinity, as the driver has it for a single value. */
    public static <T> void setTimes(
            PreparedStatement statement, int place, Collection<T> rows, Function<T, @Nullable OffsetDateTime> part)
            throws SQLException {
        set(statement, place, "timestamptz", rows, row -> written(part.apply(row)));
    }

    static @Nullable String written(@Nullable OffsetDateTime time) {
        if (time == null) {
            return null;
        }
        return time.equals(OffsetDateTime.MAX) ? "infinity" : time.toString();
    }
}
