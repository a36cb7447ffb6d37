package org.tocsin.ingest.report;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tocsin.ingest.reading.ReadingQueue;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/** Takes submissions into the database, many in one transaction, each content of a publisher once. */
@ApplicationScoped
class Reports {
    /** Rows are put in order, so that two batches with the same contents wait for each other and never deadlock. */
    private static final String INSERT_NEW = """
            with given as (
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[]) with ordinality
                    as g(id, publisher, hash, title, text, url, language_hint, published_at, position)
            ), fresh as (
                insert into report_content (publisher, hash, report)
                select publisher, decode(hash, 'hex'), id from given order by publisher, hash
                on conflict do nothing
                returning report
            ), stored as (
                insert into report (id, publisher, title, text, url, language_hint, published_at, live, received_at,
                    received_from, revision, revised_at, status)
                select g.id, g.publisher, g.title, g.text, g.url, g.language_hint, g.published_at, ?, ?, ?, 1, ?, 'PENDING'
                from given g join fresh f on f.report = g.id
                order by g.position
            )
            select report from fresh
            """;

    private static final String FIND_KNOWN = """
            select c.publisher, encode(c.hash, 'hex') as hash, r.id, r.status
            from unnest(?::text[], ?::text[]) as g(publisher, hash)
            join report_content c on c.publisher = g.publisher and c.hash = decode(g.hash, 'hex')
            join report r on r.id = c.report
            """;

    private final Transactions transactions;
    private final ReadingQueue queue;
    private final Clock clock;

    Reports(Transactions transactions, ReadingQueue queue, Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.clock = clock;
    }

    /** What became of a submission. {@code known} means that its publisher had sent the same content before. */
    record Stored(UUID id, ReportStatus status, boolean known) {}

    private record Content(String publisher, String hash) {}

    /**
     * Stores what is new and queues it to be read, in one transaction.
     *
     * @param from subject of the sender's token
     * @return one result for each submission, in order
     */
    List<Stored> store(List<Submission> submissions, boolean live, String from) {
        List<Content> contents = submissions.stream()
                .map(s -> new Content(s.publisher(), s.hash()))
                .toList();
        List<UUID> ids = submissions.stream().map(s -> UUID.randomUUID()).toList();
        return transactions.run(connection -> {
            Set<UUID> fresh = insertNew(connection, ids, contents, submissions, live, from);
            queue.add(connection, fresh, 1);
            Map<Content, Stored> known =
                    fresh.size() == ids.size() ? Map.of() : findKnown(connection, ids, contents, fresh);
            List<Stored> results = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                UUID id = ids.get(i);
                results.add(
                        fresh.contains(id)
                                ? new Stored(id, ReportStatus.PENDING, false)
                                : Objects.requireNonNull(known.get(contents.get(i))));
            }
            return results;
        });
    }

    private Set<UUID> insertNew(
            Connection connection,
            List<UUID> ids,
            List<Content> contents,
            List<Submission> submissions,
            boolean live,
            String from)
            throws SQLException {
        OffsetDateTime now =
                OffsetDateTime.ofInstant(Instant.now(clock).truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_NEW)) {
            Columns.bind(insert, 1, "uuid", ids);
            Columns.bind(insert, 2, "text", contents, Content::publisher);
            Columns.bind(insert, 3, "text", contents, Content::hash);
            Columns.bind(insert, 4, "text", submissions, Submission::title);
            Columns.bind(insert, 5, "text", submissions, Submission::text);
            Columns.bind(insert, 6, "text", submissions, Submission::url);
            Columns.bind(insert, 7, "text", submissions, Submission::language);
            Columns.bind(insert, 8, "text", submissions, s -> s.publishedAt().toString());
            insert.setBoolean(9, live);
            insert.setObject(10, now);
            insert.setString(11, from);
            insert.setObject(12, now);
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            return fresh;
        }
    }

    private static Map<Content, Stored> findKnown(
            Connection connection, List<UUID> ids, List<Content> contents, Set<UUID> fresh) throws SQLException {
        List<Content> wanted = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!fresh.contains(ids.get(i))) {
                wanted.add(contents.get(i));
            }
        }
        Map<Content, Stored> known = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(FIND_KNOWN)) {
            Columns.bind(find, 1, "text", wanted, Content::publisher);
            Columns.bind(find, 2, "text", wanted, Content::hash);
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            new Content(rows.getString("publisher"), rows.getString("hash")),
                            new Stored(
                                    rows.getObject("id", UUID.class),
                                    ReportStatus.valueOf(rows.getString("status")),
                                    true));
                }
            }
        }
        return known;
    }
}
