package org.tocsin.ingest.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.ingest.copy.Story;
import org.tocsin.ingest.link.CopyLinks;
import org.tocsin.ingest.outbox.Outbox;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;

/** What was read, per report and revision. */
@ApplicationScoped
public class Readings {
    private static final String RELEASE_DONE = """
            delete from reading_queue q
            using unnest(?::uuid[], ?::int[], ?::uuid[]) as g(report, revision, lease)
            where q.report = g.report and q.revision = g.revision and q.lease = g.lease
            returning q.report
            """;

    /** Corrected while it was taken: what was read is of the text before, so it is free to be taken again. */
    private static final String RELEASE_OTHERS = """
            update reading_queue set lease = null, leased_until = '-infinity', attempts = 0
            where lease = any(?::uuid[])
            """;

    private static final String STORE = """
            insert into reading (report, revision, reader_version, language, claims, read_at)
            select g.report, g.revision, ?, g.language, g.claims::jsonb, now()
            from unnest(?::uuid[], ?::int[], ?::text[], ?::text[]) as g(report, revision, language, claims)
            on conflict (report, revision) do update
            set reader_version = excluded.reader_version, language = excluded.language, claims = excluded.claims,
                read_at = excluded.read_at
            """;

    private static final String SET_STATUS = """
            update report r set status = g.status, language = g.language, status_reason = g.failure
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as g(report, status, language, failure)
            where r.id = g.report
            """;

    private static final String CLAIMS = "select claims::text from reading where report = ? and revision = ?";

    private final Transactions transactions;
    private final CopyLinks links;
    private final Outbox outbox;
    private final Json json;

    Readings(Transactions transactions, CopyLinks links, Outbox outbox, Json json) {
        this.transactions = transactions;
        this.links = links;
        this.outbox = outbox;
        this.json = json;
    }

    /** Stores what workers brought, and queues it to be sent on, in one transaction. What was corrected meanwhile is left out. */
    void store(List<Outcome> outcomes, String readerVersion) {
        transactions.run(connection -> {
            ReportLocks.take(
                    connection, outcomes.stream().map(o -> o.report().id()).toList());
            Set<UUID> done = release(connection, outcomes);
            List<Outcome> kept = outcomes.stream()
                    .filter(o -> done.contains(o.report().id()))
                    .toList();
            if (!kept.isEmpty()) {
                storeClaims(
                        connection,
                        kept.stream().filter(o -> o.failure() == null).toList(),
                        readerVersion);
                setStatus(connection, kept);
                outbox.add(connection, done);
                link(connection, kept);
            }
            return done;
        });
    }

    /** The claims read in this revision; empty when it has not been read. */
    public List<ClaimBody> claimsOf(UUID report, int revision) {
        String claims = transactions.run(connection -> {
            try (PreparedStatement find = connection.prepareStatement(CLAIMS)) {
                find.setObject(1, report);
                find.setInt(2, revision);
                try (ResultSet rows = find.executeQuery()) {
                    return rows.next() ? rows.getString(1) : "[]";
                }
            }
        });
        return json.read(claims, ClaimBody.LIST);
    }

    /** Last, for the links are locked from here until the end. Before it is sent for the first time, a copy is linked. */
    private void link(Connection connection, List<Outcome> kept) throws SQLException {
        for (Outcome outcome : kept) {
            UUID report = outcome.report().id();
            Story story = outcome.story();
            outbox.carry(
                    connection,
                    report,
                    story == null ? links.go(connection, report) : links.come(connection, report, story));
        }
    }

    private static Set<UUID> release(Connection connection, List<Outcome> outcomes) throws SQLException {
        Set<UUID> done = new HashSet<>();
        try (PreparedStatement release = connection.prepareStatement(RELEASE_DONE)) {
            Columns.bind(release, 1, "uuid", outcomes, o -> o.report().id());
            Columns.bind(release, 2, "int4", outcomes, o -> o.report().revision());
            Columns.bind(release, 3, "uuid", outcomes, o -> o.report().lease());
            try (ResultSet rows = release.executeQuery()) {
                while (rows.next()) {
                    done.add(rows.getObject(1, UUID.class));
                }
            }
        }
        if (done.size() < outcomes.size()) {
            try (PreparedStatement others = connection.prepareStatement(RELEASE_OTHERS)) {
                Columns.bind(others, 1, "uuid", outcomes, o -> o.report().lease());
                others.executeUpdate();
            }
        }
        return done;
    }

    private void storeClaims(Connection connection, List<Outcome> read, String readerVersion) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setString(1, readerVersion);
            Columns.bind(store, 2, "uuid", read, o -> o.report().id());
            Columns.bind(store, 3, "int4", read, o -> o.report().revision());
            Columns.bind(store, 4, "text", read, Outcome::language);
            Columns.bind(store, 5, "text", read, o -> json.text(o.claims()));
            store.executeUpdate();
        }
    }

    private static void setStatus(Connection connection, List<Outcome> outcomes) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET_STATUS)) {
            Columns.bind(set, 1, "uuid", outcomes, o -> o.report().id());
            Columns.bind(set, 2, "text", outcomes, Outcome::status);
            Columns.bind(set, 3, "text", outcomes, Outcome::language);
            Columns.bind(set, 4, "text", outcomes, Outcome::failure);
            set.executeUpdate();
        }
    }
}
