package org.tocsin.ingest.link;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.copy.Comparison;
import org.tocsin.ingest.copy.Fact;
import org.tocsin.ingest.copy.Fingerprints;
import org.tocsin.ingest.copy.Story;

/** The tables of near copies, in one transaction. */
final class LinkRows {
    /** One at a time, in all replicas: of two copies that arrive at once the second must see the first. */
    private static final String LOCK = "select pg_advisory_xact_lock(7011001)";

    private static final String FORGET = """
            delete from copy_fingerprint f using copy c, unnest(c.fingerprints) as p
            where c.report = ? and f.fingerprint = p and f.published_at = c.published_at and f.sequence = c.sequence
            """;

    private static final String PUT = "with forgotten as (" + FORGET + " returning 1)" + """
            insert into copy (report, sequence, published_at, facts, fingerprints)
            select id, sequence, ?, ?, ? from report where id = ?
            on conflict (report) do update
            set published_at = excluded.published_at, facts = excluded.facts, fingerprints = excluded.fingerprints
            returning sequence, copy_of, exists (select from forgotten) as was_first
            """;

    private static final String INDEX = """
            insert into copy_fingerprint (fingerprint, published_at, sequence)
            select p, c.published_at, c.sequence from copy c, unnest(c.fingerprints) as p where c.report = ?
            on conflict do nothing
            """;

    private static final String MEMBER = """
            select c.report, c.sequence, c.copy_of, c.published_at, c.facts, c.fingerprints, left(r.text, %d) as text
            """.formatted(Story.LONGEST);

    /**
     * Firsts that have most in common with a text. However many reports there are, each fingerprint costs one look into the index and gives the
     * nearest in time, and weighs the more the fewer have it: what many stories share (the background that an agency adds to each) finds some of
     * them, their own words find the right one. That one may be too far in time to be found by the background too, so it need not have one in ten
     * of the found ones in common if those that it has weigh as much as one that no other has.
     */
    private static final String ALIKE =
            """
            with near as (
                select f.sequence, 1.0 / count(*) over (partition by p.fingerprint) as weight
                from unnest(?::bigint[]) as p(fingerprint)
                cross join lateral (
                    (select sequence from copy_fingerprint
                    where fingerprint = p.fingerprint and published_at <= ? and published_at >= ?
                    order by published_at desc limit 16)
                    union all
                    (select sequence from copy_fingerprint
                    where fingerprint = p.fingerprint and published_at > ? and published_at <= ?
                    order by published_at limit 16)
                ) f
                where f.sequence <> ?
            ), alike as (
                select n.sequence
                from near n
                join copy c using (sequence)
                group by n.sequence, c.fingerprints
                having count(*) * 10 >= least(?, cardinality(c.fingerprints)) or sum(n.weight) > 0.99
                order by sum(n.weight) desc, n.sequence
                limit 8
            )
            """ + MEMBER + "from alike join copy c using (sequence) join report r on r.id = c.report";

    private static final String COPIES = MEMBER
            + "from copy c join report r on r.id = c.report where c.copy_of = ? order by c.published_at, c.sequence";

    private static final String LINK = "update copy set copy_of = ?, version = version + 1 where report = ?";

    private static final String CLEAR = """
            update copy set facts = '{}', fingerprints = '{}', copy_of = null, version = version + (copy_of is not null)::int
            where report = ?
            """;

    private final Connection connection;

    LinkRows(Connection connection) {
        this.connection = connection;
    }

    void lock() throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(LOCK);
        }
    }

    /** A report as it is compared from now on, and whether others can be copies of what it was. */
    record Put(Member member, boolean wasFirst) {}

    /** Stores what a report is compared by, beside the link it has. It is not found before it is indexed. */
    Put put(UUID report, Story story, List<Long> fingerprints) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, report);
            put.setObject(2, story.publishedAt().atOffset(ZoneOffset.UTC));
            put.setArray(
                    3,
                    connection.createArrayOf(
                            "text", story.facts().stream().map(Fact::toText).toArray()));
            put.setArray(4, connection.createArrayOf("int8", fingerprints.toArray()));
            put.setObject(5, report);
            try (ResultSet row = put.executeQuery()) {
                row.next();
                UUID copyOf = row.getObject("copy_of", UUID.class);
                return new Put(
                        new Member(report, row.getLong("sequence"), copyOf, story, fingerprints),
                        row.getBoolean("was_first"));
            }
        }
    }

    /** Forgets what a report is compared by and its link; the row stays, to count on. */
    void clear(UUID report) throws SQLException {
        run(CLEAR, report);
    }

    /** Lets the report be found as a first. */
    void index(UUID report) throws SQLException {
        run(INDEX, report);
    }

    /** Lets it be found no longer; whether it was. */
    boolean forget(UUID report) throws SQLException {
        return run(FORGET, report) > 0;
    }

    /** At most eight firsts that were published about the same time, are near it and have most in common with it. */
    List<Member> alike(Member member) throws SQLException {
        OffsetDateTime at = member.publishedAt().atOffset(ZoneOffset.UTC);
        try (PreparedStatement find = connection.prepareStatement(ALIKE)) {
            find.setArray(
                    1, connection.createArrayOf("int8", member.fingerprints().toArray()));
            find.setObject(2, at);
            find.setObject(3, at.minus(Comparison.WINDOW));
            find.setObject(4, at);
            find.setObject(5, at.plus(Comparison.WINDOW));
            find.setLong(6, member.sequence());
            find.setInt(7, member.fingerprints().size());
            return members(find, others -> Fingerprints.areNear(member.fingerprints(), others));
        }
    }

    /** The copies of a first, in the order of publication. */
    List<Member> copiesOf(UUID first) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(COPIES)) {
            find.setObject(1, first);
            return members(find, any -> true);
        }
    }

    void link(UUID report, @Nullable UUID first) throws SQLException {
        try (PreparedStatement link = connection.prepareStatement(LINK)) {
            link.setObject(1, first);
            link.setObject(2, report);
            link.executeUpdate();
        }
    }

    private int run(String sql, UUID report) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, report);
            return statement.executeUpdate();
        }
    }

    private static List<Member> members(PreparedStatement find, Predicate<List<Long>> fingerprints)
            throws SQLException {
        List<Member> members = new ArrayList<>();
        try (ResultSet row = find.executeQuery()) {
            while (row.next()) {
                List<Long> prints =
                        List.of((Long[]) row.getArray("fingerprints").getArray());
                if (fingerprints.test(prints)) {
                    members.add(member(row, prints));
                }
            }
        }
        return members;
    }

    private static Member member(ResultSet row, List<Long> fingerprints) throws SQLException {
        List<Fact> facts = Arrays.stream((String[]) row.getArray("facts").getArray())
                .map(Fact::fromText)
                .toList();
        Instant publishedAt =
                row.getObject("published_at", OffsetDateTime.class).toInstant();
        return new Member(
                row.getObject("report", UUID.class),
                row.getLong("sequence"),
                row.getObject("copy_of", UUID.class),
                Story.of(row.getString("text"), publishedAt, facts),
                fingerprints);
    }
}
