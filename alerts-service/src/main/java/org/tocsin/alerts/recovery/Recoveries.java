package org.tocsin.alerts.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Starts, shows and cancels recoveries; each is seen by the owner of its subscription only. */
@ApplicationScoped
class Recoveries {
    private static final String START = """
            insert into recovery
                (id, subscription_id, state, made_from, made_before, include_delivered, total, started_by, started_at)
            select ?, ?, 'RUNNING', ?, ?, ?, count(*), ?, now() from delivery d
            where d.subscription_id = ? and d.kind = 'ALERT' and (d.state = 'DEAD' or (? and d.state = 'DELIVERED'))
              and (?::timestamptz is null or d.created_at >= ?) and (?::timestamptz is null or d.created_at < ?)
            """;

    private static final String SELECT = """
            select r.position, r.id, r.subscription_id, r.state, r.made_from, r.made_before, r.include_delivered, r.total,
                r.taken, r.started_by, r.started_at, r.finished_at,
                case when r.state = 'RUNNING' then coalesce(now.delivered, 0) else r.delivered end,
                case when r.state = 'RUNNING' then coalesce(now.dead, 0) else r.dead end
            from recovery r join subscription s on s.id = r.subscription_id
            left join lateral (
                select count(*) filter (where state = 'DELIVERED') as delivered, count(*) filter (where state = 'DEAD') as dead
                from delivery where recovery_id = r.id and r.state = 'RUNNING') now on true
            where s.id = ? and (?::text is null or s.owner = ?)
            """;

    private final Database database;
    private final RecoveryWork work;
    private final Deliveries deliveries;
    private final Audit audit;

    Recoveries(Database database, RecoveryWork work, Deliveries deliveries, Audit audit) {
        this.database = database;
        this.work = work;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    record Placed(long position, Recovery recovery) {}

    /** Empty: there is no such subscription. */
    Optional<Recovery> start(UUID subscription, @Nullable String owner, String by, RecoveryRequest wanted) {
        if (wanted.madeFrom() != null
                && wanted.madeBefore() != null
                && !wanted.madeFrom().isBefore(wanted.madeBefore())) {
            throw Problem.invalid("madeBefore", "must be after madeFrom").asException();
        }
        UUID id = UUID.randomUUID();
        boolean started = database.inTransaction(connection -> {
            if (Ownership.lock(connection, subscription, owner).isEmpty()) {
                return false;
            }
            refuseSecond(connection, subscription);
            insert(connection, id, subscription, by, wanted);
            audit.record(
                    "start-recovery",
                    "subscriptions/" + subscription + "/recoveries/" + id,
                    "madeFrom=" + wanted.madeFrom() + " madeBefore=" + wanted.madeBefore() + " includeDelivered="
                            + wanted.includeDelivered());
            work.step(connection, id, subscription);
            return true;
        });
        deliveries.wake();
        return started ? one(subscription, id, owner) : Optional.empty();
    }

    Optional<Recovery> one(UUID subscription, UUID id, @Nullable String owner) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT + " and r.id = ?")) {
                bind(statement, subscription, owner);
                statement.setObject(4, id);
                return read(statement).stream().findFirst().map(Placed::recovery);
            }
        });
    }

    /** Newest first; one more than the limit when there are more. */
    List<Placed> of(UUID subscription, @Nullable String owner, Cursor cursor) {
        return database.listing(connection -> {
            String sql = SELECT + " and r.position < ? order by r.position desc limit ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, subscription, owner);
                statement.setLong(4, cursor.after() == null ? Long.MAX_VALUE : cursor.after());
                statement.setInt(5, cursor.limit() + 1);
                return read(statement);
            }
        });
    }

    /** What is not under way yet is dead again. Empty: there is no such recovery. */
    Optional<Recovery> cancel(UUID subscription, UUID id, @Nullable String owner) {
        database.inTransaction(connection -> {
            if (Ownership.lock(connection, subscription, owner).isPresent()
                    && one(subscription, id, owner).isPresent()) {
                if (!work.cancel(connection, id, subscription)) {
                    throw Problem.of(ProblemKind.CONFLICT, "The recovery is over.")
                            .asException();
                }
                audit.record("cancel-recovery", "subscriptions/" + subscription + "/recoveries/" + id, "");
            }
            return true;
        });
        deliveries.wake();
        return one(subscription, id, owner);
    }

    private static void refuseSecond(Connection connection, UUID subscription) throws SQLException {
        String running = "select id from recovery where subscription_id = ? and state = 'RUNNING'";
        try (PreparedStatement statement = connection.prepareStatement(running)) {
            statement.setObject(1, subscription);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw Problem.of(
                                    ProblemKind.CONFLICT,
                                    "The recovery " + row.getString(1)
                                            + " of this subscription is RUNNING: wait for it, or cancel it.")
                            .asException();
                }
            }
        }
    }

    private static void insert(Connection connection, UUID id, UUID subscription, String by, RecoveryRequest wanted)
            throws SQLException {
        OffsetDateTime from = utc(wanted.madeFrom());
        OffsetDateTime before = utc(wanted.madeBefore());
        boolean delivered = Boolean.TRUE.equals(wanted.includeDelivered());
        try (PreparedStatement statement = connection.prepareStatement(START)) {
            Object[] values = {
                id, subscription, from, before, delivered, by, subscription, delivered, from, from, before, before
            };
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, UUID subscription, @Nullable String owner)
            throws SQLException {
        statement.setObject(1, subscription);
        statement.setString(2, owner);
        statement.setString(3, owner);
    }

    private static List<Placed> read(PreparedStatement statement) throws SQLException {
        List<Placed> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Placed(row.getLong(1), recovery(row)));
            }
        }
        return found;
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        Recovery.State state = Recovery.State.valueOf(row.getString(4));
        long total = row.getLong(8);
        long taken = row.getLong(9);
        long delivered = row.getLong(13);
        long dead = row.getLong(14);
        return new Recovery(
                row.getString(2),
                row.getString(3),
                state,
                instant(row, 5),
                instant(row, 6),
                row.getBoolean(7),
                total,
                Math.max(0, total - taken),
                taken - delivered - dead,
                delivered,
                dead,
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                instant(row, 12));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
