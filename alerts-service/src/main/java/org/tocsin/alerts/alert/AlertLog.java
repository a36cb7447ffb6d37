package org.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;

/** Alerts that were made, for those who fetch them; each is seen by the owner of its subscription only. */
@ApplicationScoped
public class AlertLog {
    private final Database database;

    AlertLog(Database database) {
        this.database = database;
    }

    /** An alert as it was made, with its place in the order of all. */
    public record Made(long position, UUID subscription, String owner, String body) {}

    /** The position of the last alert; 0 before the first. */
    public long last() {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("select coalesce(max(position), 0) from alert");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The alerts of all owners after a position. */
    public List<Made> made(long after, int limit) {
        return after(null, null, new Cursor(after, limit));
    }

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
    public List<Made> after(@Nullable UUID subscription, @Nullable String owner, Cursor cursor) {
        String sql = """
                select a.position, a.subscription_id, s.owner, a.body from alert a join subscription s on s.id = a.subscription_id
                where a.position > ? and (?::text is null or s.owner = ?) and (?::uuid is null or a.subscription_id = ?)
                order by a.position limit ?
                """;
        return database.listing(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, cursor.after() == null ? 0 : cursor.after());
                statement.setString(2, owner);
                statement.setString(3, owner);
                statement.setObject(4, subscription);
                statement.setObject(5, subscription);
                statement.setInt(6, cursor.limit());
                return read(statement);
            }
        });
    }

    /** Those of a subscription before a position, the newest first. */
    public List<Made> before(UUID subscription, long position, int limit) {
        String sql = """
                select a.position, a.subscription_id, s.owner, a.body from alert a join subscription s on s.id = a.subscription_id
                where a.subscription_id = ? and a.position < ? order by a.position desc limit ?
                """;
        return database.listing(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                statement.setLong(2, position);
                statement.setInt(3, limit);
                return read(statement);
            }
        });
    }

    /** The times that the events of these alerts carry. */
    public Map<UUID, Instant> times(Collection<UUID> alerts) {
        String sql = "select id, body::json ->> 'time' from alert where id = any(?)";
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", alerts.toArray()));
                Map<UUID, Instant> times = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        times.put(row.getObject(1, UUID.class), Instant.parse(row.getString(2)));
                    }
                }
                return times;
            }
        });
    }

    private static List<Made> read(PreparedStatement statement) throws SQLException {
        List<Made> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(
                        new Made(rows.getLong(1), rows.getObject(2, UUID.class), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }
}
