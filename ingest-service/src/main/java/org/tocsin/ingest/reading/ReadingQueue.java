package org.tocsin.ingest.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/**
 * Reports that wait to be read. A worker takes some under a lease; when it dies the lease runs out and another takes them. What a worker
 * brings is stored only while it still holds the lease and nobody has corrected the report meanwhile.
 */
@ApplicationScoped
public class ReadingQueue {
    /** The channel on which a new row is announced. */
    static final String CHANNEL = "reading_queue";

    private static final String ADD = """
            insert into reading_queue (report, revision) select id, ? from unnest(?::uuid[]) as g(id)
            on conflict (report) do update
            set revision = excluded.revision, attempts = 0, lease = null, leased_until = '-infinity', queued_at = now()
            """;

    /** The lease grows with the texts: 15 s, and a second for each 50 kB. */
    private static final String TAKE = """
            with turn as (
                select report from reading_queue
                where leased_until < now() and %s
                order by queued_at limit ?
                for update skip locked
            ), texts as (
                select r.id, r.revision, r.title, r.text, r.published_at, sum(octet_length(r.text)) over () as size
                from report r join turn t on t.report = r.id
            )
            update reading_queue q
            set lease = gen_random_uuid(), attempts = q.attempts + 1,
                leased_until = clock_timestamp() + make_interval(secs => 15 + x.size / 50000.0)
            from texts x where x.id = q.report
            returning x.id, x.revision, q.lease, q.attempts, x.title, x.text, x.published_at
            """;

    private static final String TAKE_NEW = TAKE.formatted("attempts = 0");
    private static final String TAKE_AGAIN = TAKE.formatted("attempts > 0");

    private final Transactions transactions;

    ReadingQueue(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Queues these reports, in the caller's transaction. A report that is queued or being read already is read again. */
    public void add(Connection connection, Collection<UUID> reports, int revision) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD);
                Statement notify = connection.createStatement()) {
            add.setInt(1, revision);
            Columns.bind(add, 2, "uuid", reports);
            add.executeUpdate();
            notify.execute("notify " + CHANNEL);
        }
    }

    /** Forgets a report that need not be read any more, in the caller's transaction. */
    public void remove(Connection connection, UUID report) throws SQLException {
        try (PreparedStatement remove = connection.prepareStatement("delete from reading_queue where report = ?")) {
            remove.setObject(1, report);
            remove.executeUpdate();
        }
    }

    /** Whether there are reports that nobody has taken. */
    public boolean isWaiting() {
        return transactions.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement(
                            "select exists (select from reading_queue where leased_until < now())");
                    ResultSet row = find.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    /** Up to {@code limit} reports that were never taken, oldest first. */
    List<QueuedReport> take(int limit) {
        return take(TAKE_NEW, limit);
    }

    /** One report that a worker took and did not bring back: alone, for it may be what stopped that worker. */
    List<QueuedReport> takeAgain() {
        return take(TAKE_AGAIN, 1);
    }

    private List<QueuedReport> take(String sql, int limit) {
        return transactions.run(connection -> {
            List<QueuedReport> taken = new ArrayList<>();
            try (PreparedStatement take = connection.prepareStatement(sql)) {
                take.setInt(1, limit);
                try (ResultSet rows = take.executeQuery()) {
                    while (rows.next()) {
                        taken.add(new QueuedReport(
                                rows.getObject("id", UUID.class),
                                rows.getInt("revision"),
                                rows.getObject("lease", UUID.class),
                                rows.getInt("attempts"),
                                rows.getString("title"),
                                rows.getString("text"),
                                rows.getObject("published_at", OffsetDateTime.class)
                                        .toInstant()));
                    }
                }
            }
            return taken;
        });
    }
}
