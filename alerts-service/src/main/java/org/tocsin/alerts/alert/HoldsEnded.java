package org.tocsin.alerts.alert;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangeJson;
import org.tocsin.alerts.change.Message;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.delivery.HeldDeliveries;
import org.tocsin.alerts.delivery.Lanes;
import org.tocsin.alerts.store.Database;

/**
 * Looks at what was held back when its pause or silence is over: what still holds goes, once for each place; the rest never does. A lane waits for
 * the last of what holds any alert of it. Every replica looks; each subscription is dealt with by the one that locks it.
 */
@ApplicationScoped
class HoldsEnded {
    private static final Logger LOG = Logger.getLogger(HoldsEnded.class);

    /** So many places of a subscription at a time. */
    private static final int LANES = 200;

    private final Database database;
    private final AlertBody bodies;
    private final Deliveries deliveries;

    HoldsEnded(Database database, AlertBody bodies, Deliveries deliveries) {
        this.database = database;
        this.bodies = bodies;
        this.deliveries = deliveries;
    }

    @Scheduled(every = "${tocsin.holds.look-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (step()) {
                deliveries.wake();
            }
        } catch (RuntimeException e) {
            LOG.warnf("held alerts: trying on: %s", e);
        }
    }

    private record Subscriber(UUID id, Standing standing, Assurance threshold) {}

    /** @return whether there was something to look at */
    private boolean step() {
        return database.inTransaction(connection -> {
            Optional<Subscriber> found = next(connection);
            if (found.isEmpty()) {
                return false;
            }
            Subscriber subscriber = found.get();
            List<String> subjects = due(connection, subscriber.id());
            Lanes.lock(
                    connection,
                    subjects.stream()
                            .map(subject -> new Lanes.Key(subscriber.id(), subject))
                            .toList());
            end(connection, subscriber, read(connection, subscriber.id(), subjects));
            return true;
        });
    }

    private void end(Connection connection, Subscriber subscriber, Map<String, Lane> lanes) throws SQLException {
        Holds holds = Holds.read(connection, Map.of(subscriber.id(), subscriber.standing()));
        Map<String, Change.Control> states = states(connection, lanes.keySet());
        List<String> ended = new ArrayList<>();
        Map<UUID, String> going = new HashMap<>();
        for (Map.Entry<String, Lane> each : lanes.entrySet()) {
            Lane lane = each.getValue();
            Optional<OffsetDateTime> held = lane.alerts().stream()
                    .filter(StillHolds.Told::held)
                    .flatMap(told -> holds.until(subscriber.id(), told.change()).stream())
                    .max(OffsetDateTime::compareTo);
            if (held.isPresent()) {
                holdOn(connection, subscriber.id(), each.getKey(), held.get());
                continue;
            }
            Set<UUID> telling = StillHolds.of(lane.alerts(), states.get(each.getKey()), subscriber.threshold());
            for (UUID id : telling) {
                going.put(
                        id, bodies.asFirst(lane.bodies().getOrDefault(id, ""), revised -> isSent(connection, revised)));
            }
            ended.add(each.getKey());
        }
        HeldDeliveries.release(
                connection, subscriber.id(), ended, going, subscriber.standing().active());
        LOG.infof("held alerts subscription=%s places=%d sent=%d", subscriber.id(), ended.size(), going.size());
    }

    /** One that has something due, and that nobody else looks at; it is locked. */
    private static Optional<Subscriber> next(Connection connection) throws SQLException {
        String sql = "select id, minimum_assurance, " + Standing.COLUMNS + """
                 from subscription where id in (
                    select subscription_id from delivery where state = 'HELD' and held_until <= now() limit 1000)
                limit 1 for update skip locked
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Subscriber(
                            row.getObject(1, UUID.class),
                            new Standing(row.getBoolean(3), row.getString(4), row.getObject(5, OffsetDateTime.class)),
                            Assurance.valueOf(row.getString(2))))
                    : Optional.empty();
        }
    }

    private static List<String> due(Connection connection, UUID subscription) throws SQLException {
        String sql = """
                select distinct subject from delivery
                where subscription_id = ? and state = 'HELD' and held_until <= now() order by subject limit ?
                """;
        List<String> subjects = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subscription);
            statement.setInt(2, LANES);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
            }
        }
        return subjects;
    }

    private record Lane(List<StillHolds.Told> alerts, Map<UUID, String> bodies) {}

    /** The alerts of each lane from the first that is held on, but for those that were skipped before. */
    private static Map<String, Lane> read(Connection connection, UUID subscription, List<String> subjects)
            throws SQLException {
        String sql = """
                select a.subject, a.id, a.message, a.root, a.body, coalesce(d.state = 'HELD', false) from alert a
                join (select subject, min(sequence) as first from delivery
                    where subscription_id = ? and subject = any(?) and state = 'HELD' group by subject) held
                  on held.subject = a.subject and a.sequence >= held.first
                left join delivery d on d.id = a.id
                where a.subscription_id = ? and (a.sent or d.state = 'HELD')
                order by a.subject, a.sequence
                """;
        Map<String, Lane> lanes = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subscription);
            statement.setArray(2, connection.createArrayOf("text", subjects.toArray()));
            statement.setObject(3, subscription);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Lane lane = lanes.computeIfAbsent(
                            row.getString(1), subject -> new Lane(new ArrayList<>(), new HashMap<>()));
                    UUID id = row.getObject(2, UUID.class);
                    String body = row.getString(5);
                    lane.bodies().put(id, body);
                    lane.alerts()
                            .add(new StillHolds.Told(
                                    id,
                                    Message.valueOf(row.getString(3)),
                                    row.getString(4),
                                    AlertBody.changeOf(body),
                                    row.getBoolean(6)));
                }
            }
        }
        return lanes;
    }

    /** What holds at each place now, as the last change said that altered it. */
    private static Map<String, Change.Control> states(Connection connection, Set<String> subjects) throws SQLException {
        String sql = """
                select distinct on (subject) subject, json from change
                where subject = any(?) and current order by subject, position desc
                """;
        Map<String, Change.Control> states = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String json = row.getString(2);
                    Change.@Nullable Control after = json == null
                            ? null
                            : ChangeJson.stored(json).change().after();
                    if (after != null) {
                        states.put(row.getString(1), after);
                    }
                }
            }
        }
        return states;
    }

    private static void holdOn(Connection connection, UUID subscription, String subject, OffsetDateTime until)
            throws SQLException {
        String sql = "update delivery set held_until = ? where subscription_id = ? and subject = ? and state = 'HELD'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, until);
            statement.setObject(2, subscription);
            statement.setString(3, subject);
            statement.executeUpdate();
        }
    }

    private static boolean isSent(Connection connection, UUID alert) {
        try (PreparedStatement statement = connection.prepareStatement("select sent from alert where id = ?")) {
            statement.setObject(1, alert);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
