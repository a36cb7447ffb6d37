package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Columns;
import org.tocsin.alerts.store.Database;

/** Puts deliveries into the queue. */
@ApplicationScoped
public class Deliveries {
    /** The channel on which senders are told that something became ready. */
    static final String CHANNEL = "delivery_ready";

    private static final String ADD_URGENT = """
            insert into delivery
                (id, subscription_id, endpoint_id, kind, body, state, urgent, due_at, created_at)
            select ?, s.id, s.endpoint_id, ?, ?, 'READY', true, now(), now() from subscription s where s.id = ?
            """;

    /** In the order in which they are given, for that is the order of their positions. */
    private static final String ADD_ALERTS = """
            insert into delivery
                (id, subscription_id, endpoint_id, kind, alert_id, subject, sequence, state, urgent, held_until, due_at, created_at)
            select a.id, s.id, s.endpoint_id, 'ALERT', a.id, a.subject, a.sequence, a.state, false, a.held_until, now(), now()
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[])
                with ordinality as a (id, subscription_id, subject, sequence, state, held_until, number)
            join subscription s on s.id = a.subscription_id
            order by a.number
            """;

    private final Database database;
    private final Sender sender;
    private final Consent consent;

    Deliveries(Database database, Sender sender, Consent consent) {
        this.database = database;
        this.consent = consent;
        this.sender = sender;
    }

    /**
     * An alert to be delivered.
     *
     * @param ready whether it may go at once; else it waits
     * @param heldUntil null unless a pause or a silence holds it
     */
    public record NewAlert(
            UUID id,
            UUID subscription,
            String subject,
            long sequence,
            boolean ready,
            @Nullable OffsetDateTime heldUntil) {
        DeliveryState state() {
            if (heldUntil != null) {
                return DeliveryState.HELD;
            }
            return ready ? DeliveryState.READY : DeliveryState.WAITING;
        }
    }

    /** Adds alerts in the caller's transaction, which has locked their lanes. */
    public void add(Connection connection, Collection<NewAlert> alerts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD_ALERTS)) {
            Columns.set(statement, 1, "uuid", alerts, NewAlert::id);
            Columns.set(statement, 2, "uuid", alerts, NewAlert::subscription);
            Columns.setText(statement, 3, alerts, NewAlert::subject);
            Columns.set(statement, 4, "bigint", alerts, NewAlert::sequence);
            Columns.setText(statement, 5, alerts, alert -> alert.state().name());
            Columns.setTimes(statement, 6, alerts, NewAlert::heldUntil);
            statement.executeUpdate();
        }
        announce(connection);
    }

    /** Adds a verification or a ping, to go at once, in the caller's transaction if there is one. */
    public void add(UUID id, UUID subscription, DeliveryKind kind, String body) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD_URGENT)) {
                statement.setObject(1, id);
                statement.setString(2, kind.name());
                statement.setString(3, body);
                statement.setObject(4, subscription);
                statement.executeUpdate();
            }
            announce(connection);
            return id;
        });
    }

    /** Until the transaction ends nobody takes or finishes deliveries of the subscription: whoever does either locks the endpoint first. */
    public void hold(UUID subscription) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    select id from endpoint where id in (select endpoint_id from delivery where subscription_id = ?)
                    order by id for no key update
                    """)) {
                statement.setObject(1, subscription);
                return statement.execute();
            }
        });
    }

    /** The subscription's endpoint became another: what was not delivered goes there, once it has given its consent. */
    public void redirect(UUID subscription) {
        hold(subscription);
        giveUp(subscription, DeliveryKind.VERIFICATION);
        giveUp(subscription, DeliveryKind.PING);
        update("""
                update delivery d set endpoint_id = s.endpoint_id, failures = 0, urgent = false,
                    state = case when d.state = 'READY' then 'WAITING' else d.state end
                from subscription s
                where s.id = d.subscription_id and s.id = ? and d.kind = 'ALERT' and d.state <> 'DELIVERED'
                """, subscription);
    }

    /** The owner says that the endpoint wants alerts: what waited may go, and it is asked no more. */
    public void consented(UUID subscription, String challenge) {
        database.inTransaction(connection -> {
            consent.give(connection, subscription, challenge);
            announce(connection);
            return subscription;
        });
        giveUp(subscription, DeliveryKind.VERIFICATION);
    }

    /** How many of this kind were added in the last hour. */
    public int lately(UUID subscription, DeliveryKind kind) {
        String sql = "select count(*) from delivery where subscription_id = ? and kind = ?"
                + " and created_at > now() - interval '1 hour'";
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                statement.setString(2, kind.name());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Tries those of this kind no more. */
    public void giveUp(UUID subscription, DeliveryKind kind) {
        update(
                "update delivery set state = 'DEAD', finished_at = now() where subscription_id = ? and state = 'READY'"
                        + " and kind = '" + kind.name() + "'",
                subscription);
    }

    private void update(String sql, UUID subscription) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                return statement.executeUpdate();
            }
        });
    }

    /** To be called after the transaction that added something: the sender of this process need not wait for the notification. */
    public void wake() {
        sender.wake();
    }

    /** Tells all senders, when the transaction is committed, that something is ready. */
    public static void announce(Connection connection) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANNEL);
            notify.execute();
        }
    }
}
