package org.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;

/** Alerts that were made, for those who fetch them; each is seen by the owner of its subscription only. */
@ApplicationScoped
class AlertLog {
    private final Database database;

    AlertLog(Database database) {
        this.database = database;
    }

    record Placed(long position, String body) {}

    /** @param owner null to see all */
    Optional<String> one(UUID id, @Nullable String owner) {
        String sql = """
                select a.body from alert a join subscription s on s.id = a.subscription_id
                where a.id = ? and (?::text is null or s.owner = ?)
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setString(2, owner);
                statement.setString(3, owner);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** In the order in which they were made; positions are given under the lock of the feed, so none appears behind a cursor. */
    List<Placed> after(@Nullable UUID subscription, @Nullable String owner, Cursor cursor) {
        String sql = """
                select a.position, a.body from alert a join subscription s on s.id = a.subscription_id
                where a.position > ? and (?::text is null or s.owner = ?) and (?::uuid is null or a.subscription_id = ?)
                order by a.position limit ?
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, cursor.after() == null ? 0 : cursor.after());
                statement.setString(2, owner);
                statement.setString(3, owner);
                statement.setObject(4, subscription);
                statement.setObject(5, subscription);
                statement.setInt(6, cursor.limit());
                List<Placed> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Placed(rows.getLong(1), rows.getString(2)));
                    }
                }
                return found;
            }
        });
    }
}
