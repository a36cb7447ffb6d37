package org.tocsin.ingest.rereading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.reading.ClaimBody;
import org.tocsin.ingest.reading.QueuedReport;
import org.tocsin.ingest.report.ReportStatus;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;

/**
 * The reports of a re-reading that wait to be read. A worker takes some under a lease; when it dies the lease runs out and another takes
 * them. What a worker brings is stored only while it still holds the lease.
 */
@ApplicationScoped
class Previews {
    /** As of the queue of new reports, the lease grows with the texts. */
    private static final String TAKE = """
            with turn as (
                select report from re_reading_report
                where re_reading = ? and state = 'WAITING' and leased_until < now() and %s
                order by sequence limit ?
                for update skip locked
            ), texts as (
                select r.id, r.revision, r.status, r.title, r.text, r.published_at, r.language, g.number, g.reader_version,
                    g.claims::text as claims, sum(octet_length(r.text)) over () as size
                from turn t join report r on r.id = t.report
                left join reading g on g.report = r.id and g.revision = r.revision and r.status = 'READ'
            )
            update re_reading_report q
            set lease = gen_random_uuid(), attempts = q.attempts + 1,
                leased_until = clock_timestamp() + make_interval(secs => 15 + x.size / 50000.0)
            from texts x where q.re_reading = ? and q.report = x.id
            returning x.id, x.revision, q.lease, q.attempts, x.status, x.title, x.text, x.published_at, x.language,
                coalesce(x.number, 0) as number, x.reader_version, coalesce(x.claims, '[]') as claims
            """;

    static final String TAKE_NEW = TAKE.formatted("attempts = 0");
    static final String TAKE_AGAIN = TAKE.formatted("attempts > 0");

    private static final String GIVE_BACK = """
            update re_reading_report set lease = null, leased_until = '-infinity', attempts = attempts - 1
            where re_reading = ? and lease = any(?)
            """;

    /** What is not as it was shown when the application began waits for the next one, unless nobody asked to see it. */
    private static final String STORE = """
            update re_reading_report q
            set state = g.state, lease = null, leased_until = '-infinity', attempts = 0, revision = g.revision, base = g.base,
                reader_version = ?, language = g.language, failure = g.failure, changed = g.changed, added = g.added,
                removed = g.removed, altered = g.altered, before = g.before::jsonb, differences = g.differences::jsonb,
                claims = g.claims::jsonb,
                round = case when w.state = 'APPLYING' and not w.apply and g.changed
                        and (not q.changed or q.differences is distinct from g.differences::jsonb)
                    then w.round + 1 else q.round end
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::bool[], ?::int[], ?::int[],
                    ?::int[], ?::text[], ?::text[], ?::text[])
                    as g(report, lease, state, revision, base, language, failure, changed, added, removed, altered, before,
                        differences, claims),
                re_reading w
            where w.id = ? and q.re_reading = w.id and q.report = g.report and q.lease = g.lease
            """;

    private final Transactions transactions;
    private final Json json;

    Previews(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * A report that a worker has taken to read again.
     *
     * @param base number of its stored reading, 0 for none
     * @param claims of the stored reading
     */
    record Taken(
            QueuedReport report,
            ReportStatus status,
            @Nullable String language,
            int base,
            @Nullable String readerVersion,
            String claims) {
        ReportDifference.Read before() {
            return new ReportDifference.Read(status, language, readerVersion);
        }
    }

    /**
     * What came of it.
     *
     * @param language of the new reading, null when there is none
     * @param failure why there is none, or null
     * @param changed whether the new reading says something else than the stored one
     */
    record Preview(
            Taken taken,
            ReportDifference.State state,
            @Nullable String language,
            @Nullable String failure,
            boolean changed,
            List<ClaimBody> claims,
            Differences differences) {
        Preview {
            claims = List.copyOf(claims);
        }
    }

    /** Up to {@code limit} reports that were never taken; else one that a worker took and did not bring back. */
    List<Taken> take(UUID reReading, int limit) {
        List<Taken> taken = take(TAKE_NEW, reReading, limit);
        return taken.isEmpty() ? take(TAKE_AGAIN, reReading, 1) : taken;
    }

    private List<Taken> take(String sql, UUID reReading, int limit) {
        return transactions.run(connection -> {
            try (PreparedStatement take = connection.prepareStatement(sql)) {
                take.setObject(1, reReading);
                take.setInt(2, limit);
                take.setObject(3, reReading);
                List<Taken> taken = new ArrayList<>();
                try (ResultSet row = take.executeQuery()) {
                    while (row.next()) {
                        taken.add(taken(row));
                    }
                }
                return taken;
            }
        });
    }

    /** Lets others take these, as if they had not been taken. */
    void giveBack(UUID reReading, List<Taken> taken) {
        transactions.run(connection -> {
            try (PreparedStatement give = connection.prepareStatement(GIVE_BACK)) {
                give.setObject(1, reReading);
                Columns.bind(give, 2, "uuid", taken, t -> t.report().lease());
                return give.executeUpdate();
            }
        });
    }

    void store(UUID reReading, List<Preview> previews, String readerVersion) {
        transactions.run(connection -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setString(1, readerVersion);
                Columns.bind(store, 2, "uuid", previews, p -> p.taken().report().id());
                Columns.bind(store, 3, "uuid", previews, p -> p.taken().report().lease());
                Columns.bind(store, 4, "text", previews, p -> p.state().name());
                Columns.bind(store, 5, "int4", previews, p -> p.taken().report().revision());
                Columns.bind(store, 6, "int4", previews, p -> p.taken().base());
                Columns.bind(store, 7, "text", previews, Preview::language);
                Columns.bind(store, 8, "text", previews, Preview::failure);
                Columns.bind(store, 9, "bool", previews, Preview::changed);
                Columns.bind(store, 10, "int4", previews, p -> p.differences()
                        .added()
                        .size());
                Columns.bind(store, 11, "int4", previews, p -> p.differences()
                        .removed()
                        .size());
                Columns.bind(store, 12, "int4", previews, p -> p.differences()
                        .altered()
                        .size());
                Columns.bind(
                        store, 13, "text", previews, p -> json.text(p.taken().before()));
                Columns.bind(store, 14, "text", previews, p -> p.changed() ? json.text(p.differences()) : null);
                Columns.bind(store, 15, "text", previews, p -> p.changed() ? json.text(p.claims()) : null);
                store.setObject(16, reReading);
                return store.executeUpdate();
            }
        });
    }

    /** @throws java.io.UncheckedIOException if they are in a form that is not known any more */
    List<ClaimBody> claimsOf(Taken taken) {
        return json.read(taken.claims(), ClaimBody.LIST);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                new QueuedReport(
                        row.getObject("id", UUID.class),
                        row.getInt("revision"),
                        row.getObject("lease", UUID.class),
                        row.getInt("attempts"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()),
                ReportStatus.valueOf(row.getString("status")),
                row.getString("language"),
                row.getInt("number"),
                row.getString("reader_version"),
                row.getString("claims"));
    }
}
