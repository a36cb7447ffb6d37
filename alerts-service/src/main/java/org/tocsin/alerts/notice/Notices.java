package org.tocsin.alerts.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;

/** Writes and reads notices: CloudEvents like those of webhooks, but fetched, for it is the webhooks that are in trouble. */
@ApplicationScoped
public class Notices {
    /** What happened. */
    public enum Kind {
        ENDPOINT_FAILING("tocsin.endpoint-failing"),
        SUBSCRIPTION_DISABLED("tocsin.subscription-disabled");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    private static final String ABOUT = """
            select s.id, s.name, s.endpoint, s.status, s.status_reason, e.failing_since, e.disables_at, e.last_status,
                e.last_error, now()
            from subscription s join endpoint e on e.id = s.endpoint_id
            where s.id = any(?) order by s.id
            """;

    private static final String ADD = """
            insert into notice (id, subscription_id, body, failing_since, stage, created_at) values (?, ?, ?, ?, ?, now())
            on conflict do nothing
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Database database;
    private final String source;

    Notices(
            Database database,
            @ConfigProperty(name = "tocsin.public-url", defaultValue = "http://localhost:8083") String source) {
        this.database = database;
        this.source = source;
    }

    /**
     * Tells the owners of subscriptions what became of them. To be called last in a transaction, for the order of notices is kept by a lock.
     *
     * @param stage one notice for each of a failing; null: one every time
     */
    public void add(Connection connection, Kind kind, @Nullable Integer stage, Collection<UUID> subscriptions)
            throws SQLException {
        if (subscriptions.isEmpty()) {
            return;
        }
        // A position that is given later is also seen later: no notice appears behind the cursor of a reader.
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(7463001)")) {
            lock.execute();
        }
        try (PreparedStatement about = connection.prepareStatement(ABOUT);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            about.setArray(1, connection.createArrayOf("uuid", subscriptions.toArray()));
            try (ResultSet row = about.executeQuery()) {
                while (row.next()) {
                    UUID id = UUID.randomUUID();
                    add.setObject(1, id);
                    add.setObject(2, row.getObject(1, UUID.class));
                    add.setString(3, bodyOf(id, kind, row));
                    add.setObject(4, stage == null ? null : row.getObject(6, OffsetDateTime.class));
                    add.setObject(5, stage, Types.INTEGER);
                    add.addBatch();
                }
            }
            add.executeBatch();
        }
    }

    record Placed(long position, String body) {}

    /** Those of an owner's subscriptions, or of all, oldest first. */
    List<Placed> after(@Nullable UUID subscription, @Nullable String owner, Cursor cursor) {
        String sql = """
                select n.position, n.body from notice n join subscription s on s.id = n.subscription_id
                where n.position > ? and (?::text is null or s.owner = ?) and (?::uuid is null or s.id = ?)
                order by n.position limit ?
                """;
        return database.listing(connection -> {
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

    private String bodyOf(UUID id, Kind kind, ResultSet row) throws SQLException {
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", kind.type)
                .put("subject", "subscriptions/" + row.getString(1))
                .put("time", time(row, 10))
                .put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        data.putObject("subscription").put("id", row.getString(1)).put("name", row.getString(2));
        data.put("endpoint", row.getString(3))
                .put("status", row.getString(4))
                .put("statusReason", row.getString(5))
                .put("failingSince", time(row, 6))
                .put("disablesAt", kind == Kind.SUBSCRIPTION_DISABLED ? null : time(row, 7))
                .put("lastStatus", row.getObject(8, Integer.class))
                .put("lastError", row.getString(9));
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : Instant.from(time).toString();
    }
}
