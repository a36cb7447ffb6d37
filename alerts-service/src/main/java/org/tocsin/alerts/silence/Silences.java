package org.tocsin.alerts.silence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.delivery.HeldDeliveries;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;
import org.tocsin.alerts.store.Limits;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Keeps silences. One is never gone by hand: it ends, and is listed for 90 days after. */
@ApplicationScoped
public class Silences {
    private static final Logger LOG = Logger.getLogger(Silences.class);

    private static final String SELECT =
            "select position, id, owner, matchers, starts_at, ends_at, comment, created_by, created_at, updated_at from silence ";

    private final Database database;
    private final Ownership ownership;
    private final HeldDeliveries held;
    private final Audit audit;
    private final Clock clock;
    private final int most;

    Silences(
            Database database,
            Ownership ownership,
            HeldDeliveries held,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "tocsin.silences.per-owner", defaultValue = "1000") int most) {
        this.database = database;
        this.ownership = ownership;
        this.held = held;
        this.audit = audit;
        this.clock = clock;
        this.most = most;
    }

    /** One that lasts now. */
    public record Active(String owner, Matchers matchers, OffsetDateTime endsAt) {}

    record Placed(long position, String owner, Silence silence) {}

    /** Those of some owners that last at the beginning of the transaction. */
    public static List<Active> active(Connection connection, Collection<String> owners) throws SQLException {
        String sql =
                "select owner, matchers, ends_at from silence where owner = any(?) and starts_at <= now() and ends_at > now()";
        List<Active> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", owners.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Active(
                            row.getString(1),
                            MatchersJson.read(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class)));
                }
            }
        }
        return found;
    }

    /** @throws org.tocsin.service.problem.ProblemException when the owner has as many as he may, or names a subscription that is not his */
    Silence make(String owner, String by, SilenceRequest wanted) {
        Instant now = now();
        wanted.check(now);
        Matchers matchers = wanted.matchersOrAll();
        refuseOthers(matchers, owner);
        UUID id = UUID.randomUUID();
        String insert = """
                insert into silence
                    (id, owner, matchers, starts_at, ends_at, comment, created_by, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        return database.inTransaction(connection -> {
            Limits.check(
                    connection,
                    "silence",
                    owner,
                    "select count(*) from silence where owner = ? and ends_at > now()",
                    most,
                    "silences that are not over");
            run(
                    connection,
                    insert,
                    id,
                    owner,
                    MatchersJson.write(matchers),
                    utc(wanted.start(now)),
                    utc(wanted.end()),
                    wanted.comment(),
                    by,
                    utc(now),
                    utc(now));
            audit.record("silence", "silences/" + id, detail(wanted, now));
            return find(connection, id, owner).orElseThrow().silence();
        });
    }

    Optional<Silence> one(UUID id, @Nullable String owner) {
        return database.inTransaction(connection -> find(connection, id, owner).map(Placed::silence));
    }

    /** Oldest first; one more than the limit when there are more. */
    List<Placed> list(@Nullable String owner, Silence.@Nullable Status status, Cursor cursor) {
        String sql = SELECT + """
                where (?::text is null or owner = ?) and position > ? and (?::text is null or ? = case
                    when ends_at <= now() then 'EXPIRED' when starts_at > now() then 'PENDING' else 'ACTIVE' end)
                order by position limit ?
                """;
        return database.listing(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, owner);
                statement.setString(2, owner);
                statement.setLong(3, cursor.after() == null ? 0 : cursor.after());
                statement.setString(4, status == null ? null : status.name());
                statement.setString(5, status == null ? null : status.name());
                statement.setInt(6, cursor.limit() + 1);
                return read(statement);
            }
        });
    }

    /** Replaces what was said of one that is not over; its beginning stays when it has begun. Empty: there is no such silence. */
    Optional<Silence> change(UUID id, @Nullable String owner, SilenceRequest wanted) {
        Instant now = now();
        wanted.check(now);
        Matchers matchers = wanted.matchersOrAll();
        return database.inTransaction(connection -> {
            Optional<Placed> found = locked(connection, id, owner);
            if (found.isEmpty()) {
                return Optional.<Silence>empty();
            }
            refuseOthers(matchers, found.get().owner());
            Silence before = found.get().silence();
            if (before.status() == Silence.Status.EXPIRED) {
                throw Problem.of(ProblemKind.CONFLICT, "The silence is over: make another.")
                        .asException();
            }
            boolean begun = before.status() == Silence.Status.ACTIVE;
            run(
                    connection,
                    "update silence set matchers = ?, starts_at = ?, ends_at = ?, comment = ?, updated_at = ? where id = ?",
                    MatchersJson.write(matchers),
                    utc(begun ? before.startsAt() : wanted.start(now)),
                    utc(wanted.end()),
                    wanted.comment(),
                    utc(now),
                    id);
            audit.record("change-silence", "silences/" + id, detail(wanted, now));
            held.lookAgain(found.get().owner());
            return find(connection, id, owner).map(Placed::silence);
        });
    }

    /** Ends it now. @return false when there is no such silence */
    boolean expire(UUID id, @Nullable String owner) {
        return database.inTransaction(connection -> {
            Optional<Placed> found = locked(connection, id, owner);
            if (found.isEmpty()) {
                return false;
            }
            if (found.get().silence().status() != Silence.Status.EXPIRED) {
                run(
                        connection,
                        "update silence set starts_at = least(starts_at, now()), ends_at = now(), updated_at = now() where id = ?",
                        id);
                audit.record("expire-silence", "silences/" + id, "");
                held.lookAgain(found.get().owner());
            }
            return true;
        });
    }

    @Scheduled(every = "6h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            database.inTransaction(connection -> {
                run(connection, "delete from silence where ends_at < now() - interval '90 days'");
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warnf("old silences: trying on later: %s", e);
        }
    }

    private void refuseOthers(Matchers matchers, String owner) {
        List<UUID> named = matchers.subscriptions();
        for (int i = 0; i < named.size(); i++) {
            if (!ownership.has(named.get(i), owner)) {
                throw Problem.invalid("matchers.subscriptions[" + i + "]", "is no subscription of this owner")
                        .asException();
            }
        }
    }

    private Optional<Placed> locked(Connection connection, UUID id, @Nullable String owner) throws SQLException {
        run(connection, "select 1 from silence where id = ? for update", id);
        return find(connection, id, owner);
    }

    private Optional<Placed> find(Connection connection, UUID id, @Nullable String owner) throws SQLException {
        String sql = SELECT + "where id = ? and (?::text is null or owner = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setString(2, owner);
            statement.setString(3, owner);
            return read(statement).stream().findFirst();
        }
    }

    private List<Placed> read(PreparedStatement statement) throws SQLException {
        List<Placed> found = new ArrayList<>();
        Instant now = clock.instant();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Instant starts = instant(row, 5);
                Instant ends = instant(row, 6);
                found.add(new Placed(
                        row.getLong(1),
                        row.getString(3),
                        new Silence(
                                row.getString(2),
                                Silence.Status.of(starts, ends, now),
                                MatchersJson.read(row.getString(4)),
                                starts,
                                ends,
                                row.getString(7),
                                row.getString(8),
                                instant(row, 9),
                                instant(row, 10))));
            }
        }
        return found;
    }

    private static String detail(SilenceRequest wanted, Instant now) {
        return "startsAt=" + wanted.start(now) + " endsAt=" + wanted.end() + " comment=" + wanted.comment();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
