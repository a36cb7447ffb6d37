package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.tocsin.alerts.endpoint.Endpoints;
import org.tocsin.alerts.notice.Notices;
import org.tocsin.alerts.store.Database;

/** Writes down how attempts ended and what follows: delivered, tried again, given up, or the subscription switched on or off. */
@ApplicationScoped
class Results {
    /** Only who still holds the lease decides; an attempt that ended too late has been taken over by another. */
    private static final String FINISH = """
            with finished as (
                update delivery d set
                    state = case when ? = 'READY' and d.kind = 'ALERT' and s.status <> 'ACTIVE' then 'WAITING' else ? end,
                    attempts = attempts + 1, failures = ?, urgent = false, due_at = now() + ? * interval '1 millisecond',
                    finished_at = case when ? then now() end, last_status = ?, last_error = ?,
                    lease = null, leased_until = null
                from subscription s
                where d.id = ? and d.lease = ? and s.id = d.subscription_id
                returning d.id, d.attempts, case when d.state = 'READY' then d.due_at end as next_at)
            insert into attempt (delivery_id, number, started_at, millis, status, error, headers, next_at)
            select id, attempts, ?, ?, ?, ?, ?, next_at from finished
            """;

    private final Database database;
    private final Consent consent;
    private final Endpoints endpoints;
    private final Notices notices;

    Results(Database database, Consent consent, Endpoints endpoints, Notices notices) {
        this.database = database;
        this.consent = consent;
        this.endpoints = endpoints;
        this.notices = notices;
    }

    /** All of them or, when it throws, none. */
    void write(List<Outcome> outcomes) {
        // Subscriptions are locked in one order, and before lanes, as everywhere.
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparing(
                        outcome -> outcome.delivery().subscription().toString()))
                .toList();
        database.inTransaction(connection -> {
            Set<UUID> disabled = new TreeSet<>();
            for (Outcome outcome : sorted) {
                if (outcome.gone()) {
                    UUID subscription = outcome.delivery().subscription();
                    if (consent.withdraw(connection, subscription)) {
                        disabled.add(subscription);
                    }
                } else if (outcome.delivered() && outcome.delivery().kind() == DeliveryKind.VERIFICATION) {
                    give(connection, outcome);
                }
            }
            endpoints.heed(
                    connection,
                    outcomes.stream()
                            .collect(Collectors.groupingBy(
                                    outcome -> outcome.delivery().endpoint().id(),
                                    Collectors.mapping(Outcome::answer, Collectors.toList()))));
            Lanes.moveOn(connection, finish(connection, sorted));
            notices.add(connection, Notices.Kind.SUBSCRIPTION_DISABLED, null, disabled);
            return outcomes.size();
        });
    }

    private void give(Connection connection, Outcome verification) throws SQLException {
        Claimed delivery = verification.delivery();
        Handshake.Allowed allowed = verification.allowed();
        if (consent.give(connection, delivery.subscription(), delivery.challenge()) && allowed != null) {
            Pace.allow(connection, delivery.subscription(), allowed.perMinute());
        }
    }

    /** @return the deliveries with a lane that can move on */
    private static List<Claimed> finish(Connection connection, List<Outcome> outcomes) throws SQLException {
        List<Claimed> finished = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            for (Outcome outcome : outcomes) {
                Next next = Next.after(outcome, ThreadLocalRandom.current().nextDouble());
                bind(statement, outcome, next);
                statement.addBatch();
                if (next.finished() && outcome.delivery().subject() != null) {
                    finished.add(outcome.delivery());
                }
            }
            statement.executeBatch();
        }
        return finished;
    }

    private static void bind(PreparedStatement statement, Outcome outcome, Next next) throws SQLException {
        Claimed delivery = outcome.delivery();
        statement.setString(1, next.state().name());
        statement.setString(2, next.state().name());
        statement.setInt(3, next.failures());
        statement.setLong(4, next.pause().toMillis());
        statement.setBoolean(5, next.finished());
        statement.setObject(6, outcome.status(), Types.INTEGER);
        statement.setString(7, outcome.error());
        statement.setObject(8, delivery.id());
        statement.setObject(9, delivery.lease());
        statement.setObject(10, outcome.startedAt().atOffset(ZoneOffset.UTC));
        statement.setLong(11, outcome.took().toMillis());
        statement.setObject(12, outcome.status(), Types.INTEGER);
        statement.setString(13, outcome.error());
        statement.setString(14, outcome.headers());
    }
}
