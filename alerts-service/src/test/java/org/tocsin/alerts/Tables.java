package org.tocsin.alerts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tocsin.testing.PostgresAndKeys;

/** The database of the program under test, for what takes days to come about. */
public final class Tables {
    private Tables() {}

    /** @return how many rows it changed */
    public static int change(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a query that counts answers. */
    public static long count(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
