package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.SigningKey;
import org.tocsin.alerts.signing.SigningKeys;
import org.tocsin.alerts.store.Database;

/**
 * Takes deliveries that are due. Claims go round the endpoints, the one served longest ago first. An endpoint's row is locked while its
 * deliveries are taken, and while a process holds some of them no other takes any, so that all replicas together never have more in flight to
 * it than its breaker allows, nor go faster than its {@link Pace}. To an endpoint that is paused goes only what somebody asked for by hand.
 */
@ApplicationScoped
class Leases {
    /** Longer than what is waited for before an attempt, the attempt and its writing down take. */
    static final Duration LEASE = Duration.ofSeconds(20);

    static final Duration TO_BE_SENT_WITHIN = Duration.ofSeconds(3);

    private static final Duration FREE_EVERY = Duration.ofSeconds(1);
    private static final int ENDPOINTS = 200;

    /** A crashed process lets go of what it held when its leases end. */
    private static final String FREE = """
            update delivery set state = 'READY' where id in (
                select id from delivery where state = 'SENDING' and leased_until < now() for update skip locked)
            """;

    /** Jumps from endpoint to endpoint in the index, however many deliveries each has. */
    private static final String LOCK_ENDPOINTS = """
            with recursive waiting (endpoint_id, urgent, due_at) as (
                (select endpoint_id, urgent, due_at from delivery where state = 'READY'
                order by endpoint_id, urgent desc, due_at limit 1)
                union all
                select next.endpoint_id, next.urgent, next.due_at from waiting cross join lateral (
                    select endpoint_id, urgent, due_at from delivery
                    where state = 'READY' and endpoint_id > waiting.endpoint_id
                    order by endpoint_id, urgent desc, due_at limit 1) next)
            select e.id, w.urgent, e.allowed, e.breaker = 'CLOSED' and e.failing_since is null,
                e.allowed_rate, extract(epoch from now() - e.slow_since)
            from endpoint e join waiting w on w.endpoint_id = e.id
            where w.due_at <= now() and (w.urgent or greatest(e.paused_until, e.probe_at, now()) = now())
              and (e.paced_until is null or e.paced_until <= now()) and (w.urgent or e.id <> all(?))
              and not exists (select 1 from delivery s where s.endpoint_id = e.id and s.state = 'SENDING' and s.lease < ?)
              and not exists (select 1 from delivery s where s.endpoint_id = e.id and s.state = 'SENDING' and s.lease > ?)
            order by e.claimed_at nulls first
            limit ?
            for no key update of e skip locked
            """;

    /**
     * Of each endpoint as many as it has room for; gap: microseconds that each of them takes. Now that the endpoints are locked it is seen for
     * certain whether another holds some. An array, for the planner would take so many of unknown number for a good part of the table. Ordered as the
     * index of what is ready is, also by what is the same for all, or the planner may read all endpoints' deliveries of one time and sort them.
     */
    private static final String TAKE = """
            with turn as (
                select t.* from unnest(?::bigint[], ?::int[], ?::bigint[]) as t (id, room, gap)
                where not exists (select 1 from delivery s where s.endpoint_id = t.id and s.state = 'SENDING' and s.lease < ?)
                  and not exists (select 1 from delivery s where s.endpoint_id = t.id and s.state = 'SENDING' and s.lease > ?)),
            urgent as materialized (
                select turn.id as endpoint_id, d.id from turn cross join lateral (
                    select id from delivery
                    where endpoint_id = turn.id and state = 'READY' and urgent and due_at <= now()
                    order by urgent desc, due_at, position limit turn.room for update skip locked) d),
            taken as materialized (
                select endpoint_id, id from urgent
                union all
                select turn.id, d.id from turn join endpoint e on e.id = turn.id cross join lateral (
                    select id from delivery
                    where endpoint_id = e.id and state = 'READY' and not urgent and due_at <= now()
                      and greatest(e.paused_until, e.probe_at, now()) = now()
                    order by urgent desc, due_at, position
                    limit turn.room - (select count(*) from urgent u where u.endpoint_id = turn.id)
                    for update skip locked) d),
            served as (
                update endpoint e set claimed_at = clock_timestamp(),
                    paced_until = case when turn.gap = 0 then e.paced_until else
                        now() + turn.gap * interval '1 microsecond'
                            * (select count(*) from taken where taken.endpoint_id = turn.id) end
                from turn where e.id = turn.id)
            update delivery d set state = 'SENDING', lease = ?, leased_until = now() + ? * interval '1 second'
            from subscription s, endpoint e
            where d.id = any(array(select id from taken)) and s.id = d.subscription_id and e.id = d.endpoint_id
            returning d.id, d.subscription_id, d.kind, d.subject,
                e.id, e.url, e.epoch, e.breaker = 'CLOSED' and e.failing_since is null, e.allowed,
                extract(epoch from now() - d.due_at) * 1000,
                coalesce(d.body, (select a.body from alert a where a.id = d.alert_id)), d.failures, s.challenge,
                d.urgent, d.position, s.format, d.attempts = 0 and d.kind = 'ALERT'
            """;

    /** From endpoint to endpoint as in {@link #LOCK_ENDPOINTS}. */
    private static final String UNTIL_NEXT = """
            with recursive waiting (endpoint_id) as (
                (select endpoint_id from delivery where state = 'READY' order by endpoint_id limit 1)
                union all
                select next.endpoint_id from waiting cross join lateral (
                    select endpoint_id from delivery where state = 'READY' and endpoint_id > waiting.endpoint_id
                    order by endpoint_id limit 1) next)
            select extract(epoch from least(
                (select min(first.due_at) from waiting cross join (values (true), (false)) as u (urgent) cross join lateral (
                    select due_at from delivery
                    where state = 'READY' and endpoint_id = waiting.endpoint_id and urgent = u.urgent and due_at > now()
                    order by urgent desc, due_at, position limit 1) first),
                (select min(until) from endpoint, unnest(array[paced_until, paused_until, probe_at]) as until
                where until > now())) - clock_timestamp()) * 1000
            """;

    private static final String LOCK = "select id from endpoint where id = any(?) order by id for no key update";

    private static final String GIVE_BACK = """
            update delivery d set lease = null, leased_until = null,
                state = case when d.kind = 'ALERT' and s.status <> 'ACTIVE' then 'WAITING' else 'READY' end
            from subscription s
            where d.id = any(?) and d.lease = ? and d.state = 'SENDING' and s.id = d.subscription_id
            """;

    private final Database database;
    private final SigningKeys keys;
    private final String changes;
    private final UUID token = UUID.randomUUID();
    private long freedAt = System.nanoTime() - FREE_EVERY.toNanos();

    Leases(Database database, SigningKeys keys, @ConfigProperty(name = "tocsin.changes-url") Optional<String> changes) {
        this.database = database;
        this.keys = keys;
        this.changes = changes.map(url -> url.endsWith("/") ? url : url + "/").orElse("");
    }

    /** @param more the endpoints that may have more than was taken */
    record Taken(List<Claimed> deliveries, Set<Long> more) {
        static final Taken NOTHING = new Taken(List.of(), Set.of());
    }

    private record Turn(long endpoint, int room, long gap) {}

    /** Leases what is due and has room in {@code lines}, at most {@code limit}. */
    Taken claim(Lines lines, int limit) {
        List<Long> full = lines.full();
        return database.inTransaction(connection -> {
            free(connection);
            List<Turn> turns = turns(connection, full, lines, limit);
            if (turns.isEmpty()) {
                return Taken.NOTHING;
            }
            if (turns.stream().allMatch(turn -> turn.gap() == 0)) {
                notAwaited(connection);
            }
            return take(connection, turns);
        });
    }

    /**
     * A lease that a crash of the database forgets is a delivery that is taken again, as after any crash; what it ended with is committed after
     * it, and awaited. Only when the next request may go must never be forgotten.
     */
    private static void notAwaited(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("set local synchronous_commit = off")) {
            statement.execute();
        }
    }

    /** Lets go of what was leased and not sent. */
    void giveBack(Connection connection, List<Claimed> unsent) throws SQLException {
        if (unsent.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            unsent.stream()
                                    .map(claimed -> claimed.endpoint().id())
                                    .distinct()
                                    .toArray()));
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", unsent.stream().map(Claimed::id).toArray()));
            statement.setObject(2, token);
            statement.executeUpdate();
        }
    }

    /** Now and then is enough: a lease is long. */
    private void free(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (now - freedAt < FREE_EVERY.toNanos()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(FREE)) {
            statement.executeUpdate();
        }
        freedAt = now;
    }

    /** How long until a delivery is due, or an endpoint's pause ends; empty when none does. */
    Optional<Duration> untilNext() {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UNTIL_NEXT);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                double millis = rows.getDouble(1);
                return rows.wasNull()
                        ? Optional.<Duration>empty()
                        : Optional.of(Duration.ofMillis(Math.max(1, (long) Math.ceil(millis))));
            }
        });
    }

    private List<Turn> turns(Connection connection, List<Long> full, Lines lines, int limit) throws SQLException {
        List<Turn> turns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ENDPOINTS)) {
            statement.setArray(1, connection.createArrayOf("bigint", full.toArray()));
            statement.setObject(2, token);
            statement.setObject(3, token);
            statement.setInt(4, ENDPOINTS);
            int left = limit;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next() && left > 0) {
                    long id = rows.getLong(1);
                    int room = lines.room(id, rows.getInt(3), rows.getBoolean(4));
                    // Who rings for a test does not wait behind what is held already.
                    room = rows.getBoolean(2) ? Math.max(1, room) : room;
                    Pace pace = Pace.of(rows.getObject(5, Integer.class), number(rows, 6));
                    int most = Math.min(left, pace.of(room));
                    if (most > 0) {
                        turns.add(new Turn(id, most, pace.gap()));
                        left -= most;
                    }
                }
            }
        }
        return turns;
    }

    private Taken take(Connection connection, List<Turn> turns) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, array(connection, "bigint", turns, Turn::endpoint));
            statement.setArray(2, array(connection, "integer", turns, Turn::room));
            statement.setArray(3, array(connection, "bigint", turns, Turn::gap));
            statement.setObject(4, token);
            statement.setObject(5, token);
            statement.setObject(6, token);
            statement.setLong(7, LEASE.toSeconds());
            try (ResultSet taken = statement.executeQuery()) {
                while (taken.next()) {
                    rows.add(Row.of(taken));
                }
            }
        }
        Map<UUID, List<SigningKey>> signing = keys.open(
                connection, rows.stream().map(Row::subscription).distinct().toList());
        long now = System.nanoTime();
        List<Claimed> deliveries = rows.stream()
                .sorted(Row.IN_TURN)
                .map(row -> row.claimed(token, now, changes, signing.getOrDefault(row.subscription(), List.of())))
                .toList();
        return new Taken(deliveries, more(turns, deliveries));
    }

    private static Set<Long> more(List<Turn> turns, List<Claimed> deliveries) {
        Map<Long, Integer> counts = new HashMap<>();
        deliveries.forEach(delivery -> counts.merge(delivery.endpoint().id(), 1, Integer::sum));
        Set<Long> more = new HashSet<>();
        for (Turn turn : turns) {
            if (counts.getOrDefault(turn.endpoint(), 0) >= turn.room()) {
                more.add(turn.endpoint());
            }
        }
        return more;
    }

    private static Array array(Connection connection, String type, List<Turn> turns, Function<Turn, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, turns.stream().map(part).toArray());
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private record Row(
            UUID id,
            UUID subscription,
            DeliveryKind kind,
            @Nullable String subject,
            Claimed.Endpoint endpoint,
            Duration waited,
            String body,
            int failures,
            String challenge,
            boolean urgent,
            long position,
            Format format,
            boolean first) {
        static final Comparator<Row> IN_TURN = Comparator.comparing(Row::urgent)
                .thenComparing(Row::waited)
                .reversed()
                .thenComparing(Row::position);

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    DeliveryKind.valueOf(row.getString(3)),
                    row.getString(4),
                    new Claimed.Endpoint(
                            row.getLong(5), row.getString(6), row.getInt(7), row.getBoolean(8), row.getInt(9)),
                    Duration.ofMillis(row.getLong(10)),
                    row.getString(11),
                    row.getInt(12),
                    row.getString(13),
                    row.getBoolean(14),
                    row.getLong(15),
                    Format.of(row.getString(16)),
                    row.getBoolean(17));
        }

        Claimed claimed(UUID token, long takenAt, String changes, List<SigningKey> keys) {
            Claimed.Lease lease = new Claimed.Lease(token, takenAt, waited);
            return new Claimed(
                    id,
                    lease,
                    subscription,
                    kind,
                    subject,
                    endpoint,
                    format,
                    format.bodyOf(body, changes),
                    failures,
                    challenge,
                    keys,
                    first ? ReportedAt.of(body) : null);
        }
    }
}
