package org.tocsin.alerts.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Database;

/** Whose subscription it is: another owner's is as if it were not there. */
@ApplicationScoped
public class Ownership {
    private static final String FIND =
            "select status from subscription where id = ? and (?::text is null or owner = ?)";

    private final Database database;

    Ownership(Database database) {
        this.database = database;
    }

    /** @param owner null to see all */
    public boolean has(UUID subscription, @Nullable String owner) {
        return database.inTransaction(
                connection -> find(connection, FIND, subscription, owner).isPresent());
    }

    /** Locks the subscription until the transaction ends, which comes before all else of it, and gives its status; empty: there is none. */
    public static Optional<String> lock(Connection connection, UUID subscription, @Nullable String owner)
            throws SQLException {
        return find(connection, FIND + " for update", subscription, owner);
    }

    private static Optional<String> find(Connection connection, String sql, UUID subscription, @Nullable String owner)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subscription);
            statement.setString(2, owner);
            statement.setString(3, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
