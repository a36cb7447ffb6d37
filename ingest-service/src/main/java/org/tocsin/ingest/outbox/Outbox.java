package org.tocsin.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/**
 * Reports whose events are to be sent. A report is in it at most once and is sent as it is at that moment, so a newer revision takes the
 * place of an older one that has not been sent yet; while a send is under way nobody else sends the same report, so they keep their order.
 */
@ApplicationScoped
public class Outbox {
    /** The channel on which a new row is announced. */
    static final String CHANNEL = "dispatch";

    /** While a lease holds, {@code due_at} is when it runs out. */
    private static final String ADD = """
            insert into dispatch (report, revision, background) select id, revision, ? from report where id = any(?::uuid[])
            on conflict (report) do update
            set revision = excluded.revision, background = dispatch.background and excluded.background, attempts = 0,
                last_problem = null, stamp = dispatch.stamp + 1,
                due_at = case when dispatch.lease is null then now() else dispatch.due_at end
            """;

    private static final String CARRY = """
            insert into dispatch_copy (carrier, report) select ?, g.report from unnest(?::uuid[]) as g(report)
            on conflict do nothing
            """;

    private static final String TAKE = """
            with turn as (
                select report from dispatch where background = ? and due_at <= now() order by due_at limit ?
                for update skip locked
            )
            update dispatch d
            set lease = gen_random_uuid(), attempts = d.attempts + 1, due_at = clock_timestamp() + make_interval(secs => ?)
            from turn t where t.report = d.report
            returning d.report, d.stamp, d.lease, d.attempts
            """;

    private static final String DONE = "delete from dispatch where report = ? and lease = ? and stamp = ?";

    private static final String CARRIED = "delete from dispatch_copy where carrier = ?";

    private static final String RELEASE = """
            update dispatch set lease = null, due_at = now() + make_interval(secs => ?), last_problem = ?,
                attempts = case when ? then attempts else greatest(attempts - 1, 0) end
            where report = ? and lease = ?
            """;

    private final Transactions transactions;

    Outbox(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A report to be sent.
     *
     * @param stamp changes when there is more to send of it
     * @param lease proof that this sender took it
     * @param attempts how often it was taken, this time included
     */
    record Turn(UUID report, int stamp, UUID lease, int attempts) {}

    /** Queues these reports to be sent as they are then, in the caller's transaction. */
    public void add(Connection connection, Collection<UUID> reports) throws SQLException {
        add(connection, reports, false);
    }

    /** As {@link #add}, but to be sent only while nothing else waits. A report that waits already keeps its turn. */
    public void addInBackground(Connection connection, Collection<UUID> reports) throws SQLException {
        add(connection, reports, true);
    }

    private static void add(Connection connection, Collection<UUID> reports, boolean background) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD);
                Statement notify = connection.createStatement()) {
            add.setBoolean(1, background);
            Columns.bind(add, 2, "uuid", reports);
            add.executeUpdate();
            notify.execute("notify " + CHANNEL);
        }
    }

    /**
     * Lets the links of other reports be sent with this one, in the caller's transaction, which queues it too.
     *
     * @param copies reports that are copies of another one than before, or of none
     */
    public void carry(Connection connection, UUID report, Collection<UUID> copies) throws SQLException {
        if (copies.isEmpty()) {
            return;
        }
        try (PreparedStatement carry = connection.prepareStatement(CARRY)) {
            carry.setObject(1, report);
            Columns.bind(carry, 2, "uuid", copies);
            carry.executeUpdate();
        }
    }

    /** Up to {@code limit} reports whose turn it is, longest waiting first, for at most {@code lease}. */
    List<Turn> take(int limit, Duration lease) {
        return take(false, limit, lease);
    }

    /** One that can wait until nothing else does: alone, so that what arrives meanwhile waits for no more than that. */
    List<Turn> takeInBackground(Duration lease) {
        return take(true, 1, lease);
    }

    private List<Turn> take(boolean background, int limit, Duration lease) {
        return transactions.run(connection -> {
            List<Turn> taken = new ArrayList<>();
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setBoolean(1, background);
                take.setInt(2, limit);
                take.setDouble(3, lease.toMillis() / 1000.0);
                try (ResultSet rows = take.executeQuery()) {
                    while (rows.next()) {
                        taken.add(new Turn(
                                rows.getObject("report", UUID.class),
                                rows.getInt("stamp"),
                                rows.getObject("lease", UUID.class),
                                rows.getInt("attempts")));
                    }
                }
            }
            return taken;
        });
    }

    /** Sent, with the links that go with it. If there is more to send by now, it is sent next. */
    void sent(Turn turn) {
        transactions.run(connection -> {
            if (isDone(connection, turn)) {
                try (PreparedStatement carried = connection.prepareStatement(CARRIED)) {
                    carried.setObject(1, turn.report());
                    carried.executeUpdate();
                }
            }
            return turn;
        });
    }

    /** There is nothing to send at the moment; links that go with it wait for the next time. */
    void notNow(Turn turn) {
        transactions.run(connection -> isDone(connection, turn));
    }

    /** Not sent, for events-service did not answer; this was no fault of the report. */
    void putBack(Turn turn) {
        transactions.run(connection -> {
            release(connection, turn, Duration.ZERO, null, false);
            return turn;
        });
    }

    /** Refused, or failed at. It is tried again after {@code pause}, for that may be the fault of either service. */
    void refused(Turn turn, Duration pause, String problem) {
        transactions.run(connection -> {
            release(connection, turn, pause, problem, true);
            return turn;
        });
    }

    private static boolean isDone(Connection connection, Turn turn) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setObject(1, turn.report());
            done.setObject(2, turn.lease());
            done.setInt(3, turn.stamp());
            if (done.executeUpdate() > 0) {
                return true;
            }
        }
        release(connection, turn, Duration.ZERO, null, false);
        return false;
    }

    private static void release(
            Connection connection, Turn turn, Duration pause, @Nullable String problem, boolean counts)
            throws SQLException {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setDouble(1, pause.toMillis() / 1000.0);
            release.setString(2, problem);
            release.setBoolean(3, counts);
            release.setObject(4, turn.report());
            release.setObject(5, turn.lease());
            release.executeUpdate();
        }
    }
}
