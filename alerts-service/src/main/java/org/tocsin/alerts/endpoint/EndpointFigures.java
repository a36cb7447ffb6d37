package org.tocsin.alerts.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Database;

/** Figures of an endpoint for its owner. */
@ApplicationScoped
class EndpointFigures {
    private static final String READ = """
            select e.url, e.breaker, e.allowed, e.probe_at,
                case when e.paused_until > now() then e.paused_until end, e.failing_since, e.disables_at,
                least(e.allowed, leased.number),
                greatest(0, leased.number - e.allowed)
                    + (select count(*) from delivery d where d.endpoint_id = e.id and d.state = 'READY'),
                own.waiting, own.dead,
                (select min(due_at) from delivery d where d.endpoint_id = e.id and d.state = 'READY' and due_at <= now()),
                day.delivered, day.failed, day.millis, day.slowest,
                (select max(delivered_at) from endpoint_hour h where h.endpoint_id = e.id)
            from endpoint e
            cross join lateral (
                select count(*) as number from delivery d where d.endpoint_id = e.id and d.state = 'SENDING') leased
            cross join lateral (
                select
                    coalesce(sum((select count(*) from delivery d
                        where d.subscription_id = s.id and d.state = 'WAITING')), 0) as waiting,
                    coalesce(sum((select count(*) from delivery d
                        where d.subscription_id = s.id and d.state = 'DEAD')), 0) as dead
                from subscription s where s.endpoint_id = e.id) own
            cross join lateral (
                select coalesce(sum(delivered), 0) as delivered, coalesce(sum(failed), 0) as failed,
                    sum(millis) as millis, max(slowest) as slowest
                from endpoint_hour h
                where h.endpoint_id = e.id and h.hour >= date_trunc('hour', now(), 'UTC') - interval '24 hours') day
            where e.id = (
                select endpoint_id from subscription where id = ? and (?::text is null or owner = ?))
            """;

    private final Database database;

    EndpointFigures(Database database) {
        this.database = database;
    }

    /** @param owner null to see all */
    Optional<EndpointHealth> of(UUID subscription, @Nullable String owner) {
        return database.listing(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ)) {
                statement.setObject(1, subscription);
                statement.setString(2, owner);
                statement.setString(3, owner);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(health(row)) : Optional.empty();
                }
            }
        });
    }

    private static EndpointHealth health(ResultSet row) throws SQLException {
        long delivered = row.getLong(13);
        long failed = row.getLong(14);
        long all = delivered + failed;
        return new EndpointHealth(
                row.getString(1),
                Breaker.State.valueOf(row.getString(2)),
                row.getInt(3),
                row.getLong(8),
                instant(row, 4),
                instant(row, 5),
                instant(row, 6),
                instant(row, 7),
                instant(row, 17),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                instant(row, 12),
                new EndpointHealth.Day(
                        delivered, failed, all == 0 ? null : row.getLong(15) / all, row.getObject(16, Integer.class)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
