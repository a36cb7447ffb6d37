package org.tocsin.ingest.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as the arrays that {@code unnest} takes. */
public final class Columns {
    private Columns() {}

    /** Binds the values themselves as an array of the PostgreSQL type {@code type}. */
    public static void bind(PreparedStatement statement, int index, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /** Binds one value of each row as an array of the PostgreSQL type {@code type}. */
    public static <T> void bind(
            PreparedStatement statement,
            int index,
            String type,
            Collection<T> rows,
            Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
