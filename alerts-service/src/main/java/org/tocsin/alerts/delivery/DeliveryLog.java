package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;

/** What became of deliveries; each is seen by the owner of its subscription only. */
@ApplicationScoped
public class DeliveryLog {
    private static final String SELECT = """
            select d.position, d.id, d.subscription_id, d.kind, d.alert_id, d.state, d.attempts, d.created_at,
                case when d.state in ('READY', 'SENDING') then d.due_at end, d.finished_at, d.last_status, d.last_error
            from delivery d join subscription s on s.id = d.subscription_id
            """;

    private final Database database;
    private final Ownership ownership;
    private final Audit audit;

    DeliveryLog(Database database, Ownership ownership, Audit audit) {
        this.database = database;
        this.ownership = ownership;
        this.audit = audit;
    }

    /** @param owner null to see all */
    public Optional<Delivery> one(UUID id, @Nullable String owner) {
        return database.inTransaction(connection -> {
            String sql = SELECT + "where d.id = ? and (?::text is null or s.owner = ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setString(2, owner);
                statement.setString(3, owner);
                return read(statement).stream().findFirst().map(Placed::delivery);
            }
        });
    }

    record Placed(long position, Delivery delivery) {}

    /** Those of a subscription, newest first; one more than the limit when there are more. Empty: there is no such subscription. */
    Optional<List<Placed>> of(UUID subscription, @Nullable String owner, @Nullable DeliveryState state, Cursor cursor) {
        return database.listing(connection -> {
            if (!ownership.has(subscription, owner)) {
                return Optional.empty();
            }
            String sql = SELECT + """
                    where d.subscription_id = ? and d.position < ? and (?::text is null or d.state = ?)
                    order by d.position desc limit ?
                    """;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                statement.setLong(2, cursor.after() == null ? Long.MAX_VALUE : cursor.after());
                statement.setString(3, state == null ? null : state.name());
                statement.setString(4, state == null ? null : state.name());
                statement.setInt(5, cursor.limit() + 1);
                return Optional.of(read(statement));
            }
        });
    }

    /**
     * Sends a finished delivery again, or one that waits for its next attempt at once.
     *
     * @return whether it could be
     */
    boolean again(UUID id) {
        String again = """
                update delivery d set endpoint_id = s.endpoint_id, state = 'READY', urgent = true, failures = 0, due_at = now(), finished_at = null
                from subscription s
                where d.id = ? and s.id = d.subscription_id and s.status = 'ACTIVE'
                  and d.kind <> 'VERIFICATION' and d.state in ('READY', 'DELIVERED', 'DEAD')
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(again)) {
                statement.setObject(1, id);
                boolean done = statement.executeUpdate() > 0;
                if (done) {
                    audit.record("redeliver", "deliveries/" + id, "");
                }
                Deliveries.announce(connection);
                return done;
            }
        });
    }

    private static List<Placed> read(PreparedStatement statement) throws SQLException {
        List<Placed> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Placed(
                        row.getLong(1),
                        new Delivery(
                                row.getString(2),
                                row.getString(3),
                                DeliveryKind.valueOf(row.getString(4)),
                                row.getString(5),
                                DeliveryState.valueOf(row.getString(6)),
                                row.getInt(7),
                                row.getObject(8, OffsetDateTime.class).toInstant(),
                                instant(row, 9),
                                instant(row, 10),
                                row.getObject(11, Integer.class),
                                row.getString(12))));
            }
        }
        return found;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
