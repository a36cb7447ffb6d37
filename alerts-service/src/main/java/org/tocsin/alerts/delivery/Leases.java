package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.SigningKey;
import org.tocsin.alerts.signing.SigningKeys;
import org.tocsin.alerts.store.Database;

/**
 * Takes deliveries that are due. Claims go round the endpoints: an endpoint's row is locked while its deliveries are counted and taken, so
 * that all replicas together never have more in flight to it than its breaker allows, and the endpoint served longest ago comes first. To an
 * endpoint that is paused goes only what somebody asked for by hand.
 */
@ApplicationScoped
class Leases {
    /** Longer than any attempt can take, its writing down included. */
    static final Duration LEASE = Duration.ofSeconds(20);

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
            select e.id from endpoint e join waiting w on w.endpoint_id = e.id
            where w.due_at <= now() and (w.urgent or greatest(e.paused_until, e.probe_at, now()) = now())
              and e.allowed > (select count(*) from delivery s where s.endpoint_id = e.id and s.state = 'SENDING')
            order by e.claimed_at nulls first
            limit ?
            for no key update of e skip locked
            """;

    private static final String TAKE = """
            with served as (update endpoint set claimed_at = clock_timestamp() where id = any(?)),
            taken as (
                select d.id from unnest(?::bigint[]) with ordinality as turn (id, number)
                join endpoint e on e.id = turn.id
                cross join lateral (
                    select id from delivery
                    where endpoint_id = e.id and state = 'READY' and due_at <= now()
                      and (urgent or greatest(e.paused_until, e.probe_at, now()) = now())
                    order by urgent desc, due_at, position
                    limit greatest(0, least(e.allowed, e.allowed_rate) - (
                        select count(*) from delivery s where s.endpoint_id = e.id and s.state = 'SENDING'))
                    for update skip locked) d
                order by turn.number
                limit ?)
            update delivery d set state = 'SENDING', lease = ?, leased_until = now() + ? * interval '1 second'
            from taken, subscription s, endpoint e
            where d.id = taken.id and s.id = d.subscription_id and e.id = d.endpoint_id
            returning d.id, d.subscription_id, d.kind, d.subject,
                e.id, e.url, e.epoch, e.breaker = 'CLOSED' and e.failing_since is null,
                extract(epoch from now() - d.due_at) * 1000,
                coalesce(d.body, (select a.body from alert a where a.id = d.alert_id)), d.failures, s.challenge, s.format
            """;

    private final Database database;
    private final SigningKeys keys;
    private final String changes;
    private volatile long freedAt = System.nanoTime() - FREE_EVERY.toNanos();

    Leases(Database database, SigningKeys keys, @ConfigProperty(name = "tocsin.changes-url") Optional<String> changes) {
        this.database = database;
        this.keys = keys;
        this.changes = changes.map(url -> url.endsWith("/") ? url : url + "/").orElse("");
    }

    /** Leases what is due, at most {@code limit}. */
    List<Claimed> claim(int limit) {
        return database.inTransaction(connection -> {
            free(connection);
            Array endpoints = lockEndpoints(connection);
            return endpoints == null ? List.<Claimed>of() : take(connection, endpoints, limit);
        });
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

    /** How long until the next delivery is due; empty when none is. */
    Optional<Duration> untilNext() {
        return database.inTransaction(connection -> {
            String next = """
                    select extract(epoch from min(due_at) - clock_timestamp()) * 1000 from delivery
                    where state = 'READY' and due_at > now()
                    """;
            try (PreparedStatement statement = connection.prepareStatement(next);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                double millis = rows.getDouble(1);
                return rows.wasNull()
                        ? Optional.<Duration>empty()
                        : Optional.of(Duration.ofMillis(Math.max(1, (long) Math.ceil(millis))));
            }
        });
    }

    private static @Nullable Array lockEndpoints(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ENDPOINTS)) {
            statement.setInt(1, ENDPOINTS);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids.isEmpty() ? null : connection.createArrayOf("bigint", ids.toArray());
        }
    }

    private List<Claimed> take(Connection connection, Array endpoints, int limit) throws SQLException {
        UUID lease = UUID.randomUUID();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(1, endpoints);
            statement.setArray(2, endpoints);
            statement.setInt(3, limit);
            statement.setObject(4, lease);
            statement.setLong(5, LEASE.toSeconds());
            try (ResultSet taken = statement.executeQuery()) {
                while (taken.next()) {
                    rows.add(Row.of(taken));
                }
            }
        }
        if (!rows.isEmpty()) {
            Pace.keep(connection, lease);
        }
        Map<UUID, List<SigningKey>> signing = keys.open(
                connection, rows.stream().map(Row::subscription).distinct().toList());
        return rows.stream()
                .map(row -> row.claimed(lease, changes, signing.getOrDefault(row.subscription(), List.of())))
                .toList();
    }

    private record Row(
            UUID id,
            UUID subscription,
            DeliveryKind kind,
            @Nullable String subject,
            Claimed.Endpoint endpoint,
            String body,
            int failures,
            String challenge,
            Format format) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    DeliveryKind.valueOf(row.getString(3)),
                    row.getString(4),
                    new Claimed.Endpoint(
                            row.getLong(5),
                            row.getString(6),
                            row.getInt(7),
                            row.getBoolean(8),
                            Duration.ofMillis(row.getLong(9))),
                    row.getString(10),
                    row.getInt(11),
                    row.getString(12),
                    Format.of(row.getString(13)));
        }

        Claimed claimed(UUID lease, String changes, List<SigningKey> keys) {
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
                    keys);
        }
    }
}
