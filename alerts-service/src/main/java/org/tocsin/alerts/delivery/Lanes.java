package org.tocsin.alerts.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Columns;

/**
 * A lane is what one subscription is told about one place. Its alerts are numbered, and one of them is under way at a time: the lane's head.
 * Whoever numbers or moves on locks the lanes it needs, in one order, after the subscriptions it needs.
 */
public final class Lanes {
    private Lanes() {}

    public record Key(UUID subscription, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySubscription = subscription.toString().compareTo(other.subscription.toString());
            return bySubscription != 0 ? bySubscription : subject.compareTo(other.subject);
        }

        static Optional<Key> of(Claimed delivery) {
            return Optional.ofNullable(delivery.subject()).map(subject -> new Key(delivery.subscription(), subject));
        }
    }

    /**
     * @param sequence the number of the last alert; 0 before the first
     * @param head the delivery under way, if any
     */
    public record Lane(
            Key key,
            long sequence,
            @Nullable UUID lastAlert,
            @Nullable UUID head) {}

    /** Makes the lanes that are missing, and locks all. */
    public static Map<Key, Lane> locked(Connection connection, Collection<Key> wanted) throws SQLException {
        List<Key> keys = List.copyOf(new TreeSet<>(wanted));
        String add = """
                insert into lane (subscription_id, subject)
                select * from unnest(?::uuid[], ?::text[])
                on conflict do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            bind(statement, keys);
            statement.executeUpdate();
        }
        return lock(connection, keys);
    }

    /** Locks those of the lanes that exist. */
    public static Map<Key, Lane> lock(Connection connection, Collection<Key> wanted) throws SQLException {
        String lock = """
                select subscription_id, subject, sequence, last_alert, head from lane
                where (subscription_id, subject) in (select * from unnest(?::uuid[], ?::text[]))
                order by subscription_id, subject
                for update
                """;
        Map<Key, Lane> lanes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            bind(statement, List.copyOf(new TreeSet<>(wanted)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Key key = new Key(rows.getObject(1, UUID.class), rows.getString(2));
                    lanes.put(
                            key,
                            new Lane(
                                    key,
                                    rows.getLong(3),
                                    rows.getObject(4, UUID.class),
                                    rows.getObject(5, UUID.class)));
                }
            }
        }
        return lanes;
    }

    /** Stores what the lanes have become. */
    public static void store(Connection connection, Collection<Lane> lanes) throws SQLException {
        String update = """
                update lane set sequence = l.sequence, last_alert = l.last_alert, head = l.head
                from unnest(?::uuid[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[])
                    as l (subscription_id, subject, sequence, last_alert, head)
                where lane.subscription_id = l.subscription_id and lane.subject = l.subject
                """;
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            bind(statement, lanes.stream().map(Lane::key).toList());
            Columns.set(statement, 3, "bigint", lanes, Lane::sequence);
            Columns.set(statement, 4, "uuid", lanes, Lane::lastAlert);
            Columns.set(statement, 5, "uuid", lanes, Lane::head);
            statement.executeUpdate();
        }
    }

    /**
     * After {@code done} are finished, the next of each lane becomes ready; nothing happens where it was not the head.
     *
     * @return whether any became ready
     */
    static boolean moveOn(Connection connection, Collection<Claimed> done) throws SQLException {
        // Locked by a statement of its own: the next one then sees what was added while this one waited.
        Map<Key, Lane> lanes =
                lock(connection, done.stream().flatMap(d -> Key.of(d).stream()).toList());
        List<Lane> moving = done.stream()
                .flatMap(delivery ->
                        Key.of(delivery)
                                .map(lanes::get)
                                .filter(lane -> delivery.id().equals(lane.head()))
                                .stream())
                .toList();
        if (moving.isEmpty()) {
            return false;
        }
        String next = """
                with done as (
                    select done.*, next.id as next from unnest(?::uuid[], ?::text[]) as done (subscription_id, subject)
                    left join lateral (
                        select d.id from delivery d
                        where d.subscription_id = done.subscription_id and d.subject = done.subject and d.state = 'WAITING'
                          and exists (select 1 from subscription s where s.id = done.subscription_id and s.status = 'ACTIVE')
                        order by d.sequence limit 1) next on true),
                moved as (
                    update lane set head = done.next from done
                    where lane.subscription_id = done.subscription_id and lane.subject = done.subject
                    returning lane.head)
                update delivery set state = 'READY', due_at = now() from moved where id = moved.head
                """;
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            bind(statement, moving.stream().map(Lane::key).toList());
            return statement.executeUpdate() > 0;
        }
    }

    /** Lets the first of each lane of a subscription go, now that it is active. */
    static void open(Connection connection, UUID subscription) throws SQLException {
        open(connection, subscription, null);
    }

    /** Lets the first of some lanes of an active subscription go, where none is under way; null: of all its lanes. */
    public static void open(Connection connection, UUID subscription, @Nullable Collection<String> subjects)
            throws SQLException {
        String these = subjects == null ? "" : " and subject = any(?)";
        String[] steps = {
            "select 1 from lane where subscription_id = ?" + these + " order by subject for update",
            "with first as (select distinct on (subject) subject, id from delivery where subscription_id = ?" + these
                    + """
                     and state = 'WAITING' order by subject, sequence)
                    update lane set head = first.id from first
                    where lane.subscription_id = ? and lane.subject = first.subject
                      and not exists (select 1 from delivery d where d.id = lane.head and d.state in ('READY', 'SENDING'))
                    """,
            "with head as (select head from lane where subscription_id = ?" + these + """
                    )
                    update delivery set state = 'READY', due_at = now(), failures = 0
                    where subscription_id = ? and state = 'WAITING' and id in (select head from head)
                    """
        };
        for (String step : steps) {
            try (PreparedStatement statement = connection.prepareStatement(step)) {
                int last = 0;
                statement.setObject(++last, subscription);
                if (subjects != null) {
                    statement.setArray(++last, connection.createArrayOf("text", subjects.toArray()));
                }
                if (step.startsWith("with")) {
                    statement.setObject(++last, subscription);
                }
                statement.execute();
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Key> keys) throws SQLException {
        Columns.set(statement, 1, "uuid", keys, Key::subscription);
        Columns.setText(statement, 2, keys, Key::subject);
    }
}
