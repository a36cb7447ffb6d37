package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.tocsin.alerts.store.Database;

/** Deliveries that a pause or a silence holds back. The subscription, and after it the lanes, are locked by whoever calls. */
@ApplicationScoped
public class HeldDeliveries {
    /** What was not tried, and takes nothing further that was, is held; the next look says for how long. */
    private static final String HOLD = """
            with held as (
                update delivery d set state = 'HELD', held_until = now()
                from alert a
                where a.id = d.alert_id and d.subscription_id = ? and d.state in ('READY', 'WAITING') and d.attempts = 0
                  and not d.urgent and d.recovery_id is null
                  and not exists (
                    select 1 from alert b left join delivery e on e.id = b.id
                    where b.subscription_id = a.subscription_id and b.root = a.root and b.position < a.position and b.sent
                      and (e.id is null or e.attempts > 0 or e.state in ('SENDING', 'DELIVERED', 'DEAD')))
                returning d.id),
            freed as (
                update lane set head = null from held where lane.subscription_id = ? and lane.head = held.id)
            update alert set sent = false from held where alert.id = held.id
            """;

    private final Database database;

    HeldDeliveries(Database database) {
        this.database = database;
    }

    /** Holds what of a subscription was not tried yet; what may go on does. */
    public void holdUnsent(UUID subscription, boolean active) {
        database.inTransaction(connection -> {
            run(connection, "select 1 from lane where subscription_id = ? order by subject for update", subscription);
            run(connection, HOLD, subscription, subscription);
            if (active) {
                Lanes.open(connection, subscription);
                Deliveries.announce(connection);
            }
            lookAgain(subscription);
            return subscription;
        });
    }

    /** What held the deliveries of a subscription is not what it was. */
    public void lookAgain(UUID subscription) {
        database.inTransaction(connection -> {
            run(
                    connection,
                    "update delivery set held_until = now() where subscription_id = ? and state = 'HELD'",
                    subscription);
            return subscription;
        });
    }

    /** The same, of all subscriptions of an owner. */
    public void lookAgain(String owner) {
        database.inTransaction(connection -> {
            run(connection, """
                    update delivery d set held_until = now() from subscription s
                    where s.owner = ? and d.subscription_id = s.id and d.state = 'HELD'
                    """, owner);
            return owner;
        });
    }

    /**
     * Ends the holding of some lanes.
     *
     * @param sent what goes now, and the body that it carries; all else that was held there never will
     */
    public static void release(
            Connection connection,
            UUID subscription,
            Collection<String> subjects,
            Map<UUID, String> sent,
            boolean active)
            throws SQLException {
        Object lanes = connection.createArrayOf("text", subjects.toArray());
        Object going = connection.createArrayOf("uuid", sent.keySet().toArray());
        run(connection, """
                update delivery set state = 'SKIPPED', finished_at = now(), held_until = null
                where subscription_id = ? and subject = any(?) and state = 'HELD' and id <> all(?)
                """, subscription, lanes, going);
        String go = """
                with going as (
                    update delivery set state = 'WAITING', held_until = null, failures = 0,
                        body = nullif(?, (select a.body from alert a where a.id = delivery.alert_id))
                    where id = ? and state = 'HELD' returning alert_id)
                update alert set sent = true from going where alert.id = going.alert_id
                """;
        try (PreparedStatement statement = connection.prepareStatement(go)) {
            for (Map.Entry<UUID, String> each : sent.entrySet()) {
                statement.setString(1, each.getValue());
                statement.setObject(2, each.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        if (active) {
            Lanes.open(connection, subscription, subjects);
            Deliveries.announce(connection);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
