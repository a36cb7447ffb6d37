package org.tocsin.alerts.recovery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.delivery.Lanes;
import org.tocsin.alerts.store.Database;

/**
 * Moves recoveries on. What is dead becomes WAITING in the order in which it was made, so each lane goes on with its earliest; only so many
 * are let go at a time that new alerts hardly wait behind them.
 */
@ApplicationScoped
class RecoveryWork {
    private static final Logger LOG = Logger.getLogger(RecoveryWork.class);

    /** So many that were not tried yet may be ready at once. */
    private static final int WINDOW = 256;

    private static final String NEXT = """
            select d.id, d.position, d.subject from delivery d, recovery r
            where r.id = ? and d.subscription_id = ? and d.position > r.cursor and d.kind = 'ALERT'
              and d.finished_at <= r.started_at
              and (r.made_from is null or d.created_at >= r.made_from)
              and (r.made_before is null or d.created_at < r.made_before)
            """;

    private static final String WAIT = """
            update delivery d set state = 'WAITING', failures = 0, finished_at = null, recovery_id = ?,
                endpoint_id = s.endpoint_id
            from subscription s
            where d.id = any(?) and d.state in ('DEAD', 'DELIVERED') and s.id = d.subscription_id
            """;

    private static final String FINISH = """
            update recovery r set state = ?, finished_at = now(),
                delivered = (select count(*) from delivery where recovery_id = r.id and state = 'DELIVERED'),
                dead = r.taken - (select count(*) from delivery where recovery_id = r.id and state = 'DELIVERED')
            where id = ?
            """;

    private final Database database;
    private final Deliveries deliveries;

    RecoveryWork(Database database, Deliveries deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    private record Running(UUID id, UUID subscription) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        try {
            for (Running running : running()) {
                boolean let = database.inTransaction(connection ->
                        Ownership.lock(connection, running.subscription(), null).isPresent()
                                && step(connection, running.id(), running.subscription()));
                if (let) {
                    deliveries.wake();
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("recoveries: trying on: %s", e);
        }
    }

    /** Lets some more go, or ends it. The subscription is locked. @return whether something was let go */
    boolean step(Connection connection, UUID id, UUID subscription) throws SQLException {
        boolean delivered;
        String look = "select include_delivered from recovery where id = ? and state = 'RUNNING' for update";
        try (PreparedStatement statement = connection.prepareStatement(look)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                delivered = row.getBoolean(1);
            }
        }
        long room = WINDOW - count(connection, id, "state in ('READY', 'SENDING') and failures = 0");
        if (room <= 0) {
            return false;
        }
        List<UUID> ids = new ArrayList<>();
        Set<String> subjects = new TreeSet<>();
        long cursor = next(connection, id, subscription, delivered, room, ids, subjects);
        if (!ids.isEmpty()) {
            letGo(connection, id, subscription, ids, subjects, cursor);
        } else if (count(connection, id, "state in ('WAITING', 'READY', 'SENDING')") == 0) {
            finish(connection, id, "COMPLETED");
        }
        return !ids.isEmpty();
    }

    /** @return whether it was running. The subscription is locked. */
    boolean cancel(Connection connection, UUID id, UUID subscription) throws SQLException {
        String running = "select 1 from recovery where id = ? and state = 'RUNNING' for update";
        try (PreparedStatement statement = connection.prepareStatement(running)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
            }
        }
        Set<String> subjects = new TreeSet<>();
        String which = "select distinct subject from delivery where recovery_id = ? and state in ('WAITING', 'READY')";
        try (PreparedStatement statement = connection.prepareStatement(which)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
            }
        }
        lock(connection, subscription, subjects);
        run(connection, """
                with dead as (
                    update delivery set state = 'DEAD', finished_at = now(), urgent = false
                    where recovery_id = ? and state in ('WAITING', 'READY') returning id)
                update lane set head = null from dead where lane.subscription_id = ? and lane.head = dead.id
                """, id, subscription);
        if (isActive(Ownership.lock(connection, subscription, null))) {
            Lanes.open(connection, subscription, subjects);
            Deliveries.announce(connection);
        }
        finish(connection, id, "CANCELLED");
        return true;
    }

    private static void letGo(
            Connection connection, UUID id, UUID subscription, List<UUID> ids, Set<String> subjects, long cursor)
            throws SQLException {
        lock(connection, subscription, subjects);
        Array all = connection.createArrayOf("uuid", ids.toArray());
        run(connection, WAIT, id, all);
        run(connection, "update recovery set cursor = ?, taken = taken + ? where id = ?", cursor, ids.size(), id);
        if (isActive(Ownership.lock(connection, subscription, null))) {
            Lanes.open(connection, subscription, subjects);
            Deliveries.announce(connection);
        }
    }

    private static boolean isActive(Optional<String> status) {
        return status.filter("ACTIVE"::equals).isPresent();
    }

    private static void lock(Connection connection, UUID subscription, Set<String> subjects) throws SQLException {
        Lanes.lock(
                connection,
                subjects.stream()
                        .map(subject -> new Lanes.Key(subscription, subject))
                        .toList());
    }

    private static long next(
            Connection connection,
            UUID id,
            UUID subscription,
            boolean delivered,
            long room,
            List<UUID> ids,
            Set<String> subjects)
            throws SQLException {
        String which = delivered ? " and d.state in ('DEAD', 'DELIVERED')" : " and d.state = 'DEAD'";
        long cursor = 0;
        try (PreparedStatement statement = connection.prepareStatement(NEXT + which + " order by d.position limit ?")) {
            statement.setObject(1, id);
            statement.setObject(2, subscription);
            statement.setLong(3, room);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                    cursor = rows.getLong(2);
                    subjects.add(rows.getString(3));
                }
            }
        }
        return cursor;
    }

    private static long count(Connection connection, UUID id, String which) throws SQLException {
        String sql = "select count(*) from delivery where recovery_id = ? and " + which;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Running> running() {
        return database.inTransaction(connection -> {
            String sql = "select id, subscription_id from recovery where state = 'RUNNING' order by position";
            List<Running> all = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new Running(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
            return all;
        });
    }

    private static void finish(Connection connection, UUID id, String state) throws SQLException {
        run(connection, FINISH, state, id);
        LOG.infof("recovery %s id=%s", state, id);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
