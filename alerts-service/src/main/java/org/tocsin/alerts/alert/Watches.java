package org.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.subscription.FilterJson;

/** The subscriptions as matching needs them; each version is read and parsed once. */
@ApplicationScoped
class Watches {
    private record Version(UUID id, int number) {}

    private Map<Version, Watch> parsed = Map.of();

    /** All that there are at this moment. */
    synchronized List<Watch> all(Connection connection) throws SQLException {
        Map<Version, Watch> now = new HashMap<>();
        Set<UUID> missing = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement("select id, version from subscription");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Version version = new Version(rows.getObject(1, UUID.class), rows.getInt(2));
                Watch watch = parsed.get(version);
                if (watch == null) {
                    missing.add(version.id());
                } else {
                    now.put(version, watch);
                }
            }
        }
        if (!missing.isEmpty()) {
            parse(connection, missing, now);
        }
        parsed = Map.copyOf(now);
        return List.copyOf(now.values());
    }

    /** Keeps these subscriptions as they are until the transaction ends, and says how they stand; one that was deleted is missing. */
    static Map<UUID, Standing> locked(Connection connection, Collection<UUID> wanted) throws SQLException {
        Map<UUID, Standing> standings = new HashMap<>();
        String lock = "select id, " + Standing.COLUMNS + " from subscription where id = any(?) order by id for share";
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setArray(1, connection.createArrayOf("uuid", wanted.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    standings.put(
                            rows.getObject(1, UUID.class),
                            new Standing(
                                    rows.getBoolean(2), rows.getString(3), rows.getObject(4, OffsetDateTime.class)));
                }
            }
        }
        return standings;
    }

    private static void parse(Connection connection, Set<UUID> missing, Map<Version, Watch> into) throws SQLException {
        String read = """
                select id, version, name, filter, minimum_assurance, include_past, created_at
                from subscription where id = any(?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(read)) {
            statement.setArray(1, connection.createArrayOf("uuid", missing.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    into.put(
                            new Version(id, rows.getInt(2)),
                            new Watch(
                                    id,
                                    rows.getString(3),
                                    FilterJson.read(rows.getString(4)),
                                    Assurance.valueOf(rows.getString(5)),
                                    rows.getBoolean(6),
                                    rows.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }
}
