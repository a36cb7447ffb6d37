package org.tocsin.alerts.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.alerts.store.Columns;

/** Writes down attempts and what they make of their deliveries, however many, in one statement. */
final class Finishing {
    /** Only who still holds the lease decides; an attempt that ended too late has been taken over by another. */
    private static final String FINISH = """
            with r as (
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::timestamptz[], ?::int[], ?::int[],
                    ?::text[], ?::text[])
                    as r (id, lease, state, failures, pause, started_at, millis, status, error, headers)),
            finished as (
                update delivery d set
                    state = case when r.state = 'READY' and d.kind = 'ALERT' and s.status <> 'ACTIVE' then 'WAITING' else r.state end,
                    attempts = d.attempts + 1, failures = r.failures, urgent = false,
                    due_at = now() + r.pause * interval '1 millisecond',
                    finished_at = case when r.state in ('DELIVERED', 'DEAD') then now() end,
                    last_status = r.status, last_error = r.error, lease = null, leased_until = null
                from r, subscription s
                where d.id = r.id and d.lease = r.lease and s.id = d.subscription_id
                returning d.id, d.attempts, r.started_at, r.millis, r.status, r.error, r.headers,
                    case when d.state = 'READY' then d.due_at end as next_at)
            insert into attempt (delivery_id, number, started_at, millis, status, error, headers, next_at)
            select id, attempts, started_at, millis, status, error, headers, next_at from finished
            returning delivery_id
            """;

    private Finishing() {}

    private record Result(Outcome outcome, Next next) {}

    /** @return the deliveries with a lane that can move on */
    static List<Claimed> write(Connection connection, List<Outcome> outcomes) throws SQLException {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            results.add(new Result(
                    outcome, Next.after(outcome, ThreadLocalRandom.current().nextDouble())));
        }
        Set<UUID> written = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            bind(statement, results);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    written.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return results.stream()
                .filter(result -> result.next().finished())
                .map(result -> result.outcome().delivery())
                .filter(delivery -> delivery.subject() != null && written.contains(delivery.id()))
                .toList();
    }

    private static void bind(PreparedStatement statement, List<Result> results) throws SQLException {
        Columns.set(statement, 1, "uuid", results, r -> r.outcome().delivery().id());
        Columns.set(statement, 2, "uuid", results, r -> r.outcome()
                .delivery()
                .lease()
                .token());
        Columns.setText(statement, 3, results, r -> r.next().state().name());
        Columns.set(statement, 4, "integer", results, r -> r.next().failures());
        Columns.set(statement, 5, "bigint", results, r -> r.next().pause().toMillis());
        Columns.setTimes(statement, 6, results, r -> r.outcome().startedAt().atOffset(ZoneOffset.UTC));
        Columns.set(
                statement, 7, "integer", results, r -> (int) r.outcome().took().toMillis());
        Columns.set(statement, 8, "integer", results, r -> r.outcome().status());
        Columns.setText(statement, 9, results, r -> r.outcome().error());
        Columns.setText(statement, 10, results, r -> r.outcome().headers());
    }
}
