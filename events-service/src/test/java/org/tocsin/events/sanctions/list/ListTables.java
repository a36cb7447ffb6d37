package org.tocsin.events.sanctions.list;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tocsin.testing.PostgresAndKeys;

/** The tables of sanctions lists, for what no call can bring about. */
final class ListTables {
    private ListTables() {}

    /** Forgets all versions of all lists. */
    static void empty() {
        run(
                "delete from sanctions_change; delete from sanctions_entry; delete from sanctions_version; delete from sanctions_file");
    }

    static void run(String sql) {
        try (Connection connection = PostgresAndKeys.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int count(String sql) {
        try (Connection connection = PostgresAndKeys.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
