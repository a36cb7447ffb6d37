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
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.signing.SigningKey;
import org.tocsin.alerts.signing.SigningKeys;
import org.tocsin.alerts.store.Database;

/**
 * Takes deliveries that are due. Claims go round the endpoints: an endpoint's row is locked while its deliveries are counted and taken, so
 * that all replicas together never have more than the cap in flight to it, and the endpoint served longest ago comes first.
 */
@ApplicationScoped
class Leases {
    /** Longer than any attempt can take, its writing down included. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final int PER_ENDPOINT = 8;
    private static final int ENDPOINTS = 200;

    /** A crashed process lets go of what it held when its leases end. */
    private static final String FREE =
            "update delivery set state = 'READY' where state = 'SENDING' and leased_until < now()";

    /** Jumps from endpoint to endpoint in the index, however many deliveries each has. */
    private static final String LOCK_ENDPOINTS = """
            with recursive waiting (endpoint_id, due_at) as (
                (select endpoint_id, due_at from delivery where state = 'READY' order by endpoint_id, due_at limit 1)
                union all
                select next.endpoint_id, next.due_at from waiting cross join lateral (
                    select endpoint_id, due_at from delivery
                    where state = 'READY' and endpoint_id > waiting.endpoint_id
                    order by endpoint_id, due_at limit 1) next)
            select e.id from endpoint e join waiting w on w.endpoint_id = e.id
            where w.due_at <= now() and (e.paused_until is null or e.paused_until <= now())
            order by e.claimed_at nulls first
            limit ?
            for update of e skip locked
            """;

    private static final String TAKE = """
            with served as (update endpoint set claimed_at = clock_timestamp() where id = any(?)),
            taken as (
                select d.id from unnest(?::bigint[]) with ordinality as e (id, turn)
                cross join lateral (
                    select id, due_at from delivery
                    where endpoint_id = e.id and state = 'READY' and due_at <= now()
                    order by due_at, position
                    limit greatest(0, least(?, (select allowed_rate from endpoint r where r.id = e.id)) - (
                        select count(*) from delivery s where s.endpoint_id = e.id and s.state = 'SENDING'))
                    for update skip locked) d
                limit ?)
            update delivery d set state = 'SENDING', lease = ?, leased_until = now() + ? * interval '1 second'
            from taken, subscription s, endpoint e
            where d.id = taken.id and s.id = d.subscription_id and e.id = d.endpoint_id
            returning d.id, d.subscription_id, d.kind, d.subject, e.url,
                coalesce(d.body, (select a.body from alert a where a.id = d.alert_id)), d.failures, s.challenge
            """;

    private final Database database;
    private final SigningKeys keys;

    Leases(Database database, SigningKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Leases what is due, at most {@code limit}. */
    List<Claimed> claim(int limit) {
        return database.inTransaction(connection -> {
            try (PreparedStatement free = connection.prepareStatement(FREE)) {
                free.executeUpdate();
            }
            Array endpoints = lockEndpoints(connection);
            return endpoints == null ? List.<Claimed>of() : take(connection, endpoints, limit);
        });
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
            statement.setInt(3, PER_ENDPOINT);
            statement.setInt(4, limit);
            statement.setObject(5, lease);
            statement.setLong(6, LEASE.toSeconds());
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
                .map(row -> row.claimed(lease, signing.getOrDefault(row.subscription(), List.of())))
                .toList();
    }

    private record Row(
            UUID id,
            UUID subscription,
            DeliveryKind kind,
            @Nullable String subject,
            String url,
            String body,
            int failures,
            String challenge) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    DeliveryKind.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getInt(7),
                    row.getString(8));
        }

        Claimed claimed(UUID lease, List<SigningKey> keys) {
            return new Claimed(id, lease, subscription, kind, subject, url, body, failures, challenge, keys);
        }
    }
}
