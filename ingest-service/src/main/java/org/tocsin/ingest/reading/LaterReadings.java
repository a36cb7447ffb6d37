package org.tocsin.ingest.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.ingest.copy.Fact;
import org.tocsin.ingest.copy.Story;
import org.tocsin.ingest.link.CopyLinks;
import org.tocsin.ingest.outbox.Outbox;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Json;

/** Readings by a newer reader that take the place of the stored ones. Every method works in the transaction of a caller who has locked the reports. */
@ApplicationScoped
public class LaterReadings {
    /** Nothing has been said of a report whose events still wait to be sent, so what it says now is news like the first reading. */
    private static final String REPLACE = """
            insert into reading (report, revision, number, reader_version, language, claims, read_at, rebuild)
            select g.report, g.revision, g.number, g.reader_version, g.language, g.claims::jsonb, now(),
                not exists (select from dispatch d where d.report = g.report)
            from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[])
                as g(report, revision, number, reader_version, language, claims)
            on conflict (report, revision) do update
            set number = excluded.number, reader_version = excluded.reader_version, language = excluded.language,
                claims = excluded.claims, read_at = excluded.read_at, rebuild = reading.rebuild or excluded.rebuild
            """;

    private static final String SET_READ = """
            update report r set status = 'READ', language = g.language, status_reason = null
            from unnest(?::uuid[], ?::text[]) as g(report, language)
            where r.id = g.report
            """;

    private static final String NOTE = """
            update reading set reader_version = g.reader_version
            from unnest(?::uuid[], ?::int[], ?::text[]) as g(report, revision, reader_version)
            where reading.report = g.report and reading.revision = g.revision
            """;

    private static final String TEXTS =
            "select id, left(text, " + Story.LONGEST + ") as text, published_at from report where id = any(?::uuid[])";

    private final CopyLinks links;
    private final Outbox outbox;
    private final Json json;

    LaterReadings(CopyLinks links, Outbox outbox, Json json) {
        this.links = links;
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * A reading of a report.
     *
     * @param number counts the readings of this revision, from 1
     * @param claims the array that is stored; not looked at when only the reader's version is noted
     */
    public record Later(UUID report, int revision, int number, String readerVersion, String language, String claims) {}

    /** Puts these in the place of what was read before, links near copies anew, and queues the reports to be sent in the background. */
    public void replace(Connection connection, List<Later> readings) throws SQLException {
        if (readings.isEmpty()) {
            return;
        }
        try (PreparedStatement replace = connection.prepareStatement(REPLACE);
                PreparedStatement set = connection.prepareStatement(SET_READ)) {
            Columns.bind(replace, 1, "uuid", readings, Later::report);
            Columns.bind(replace, 2, "int4", readings, Later::revision);
            Columns.bind(replace, 3, "int4", readings, Later::number);
            Columns.bind(replace, 4, "text", readings, Later::readerVersion);
            Columns.bind(replace, 5, "text", readings, Later::language);
            Columns.bind(replace, 6, "text", readings, Later::claims);
            replace.executeUpdate();
            Columns.bind(set, 1, "uuid", readings, Later::report);
            Columns.bind(set, 2, "text", readings, Later::language);
            set.executeUpdate();
        }
        outbox.addInBackground(connection, readings.stream().map(Later::report).toList());
        link(connection, readings);
    }

    /** What was read in a report is part of what makes it a near copy. Last, for the links are locked from here until the end. */
    private void link(Connection connection, List<Later> readings) throws SQLException {
        Map<UUID, Later> byReport = readings.stream().collect(Collectors.toMap(Later::report, later -> later));
        Map<UUID, Story> stories = new LinkedHashMap<>();
        try (PreparedStatement find = connection.prepareStatement(TEXTS)) {
            Columns.bind(find, 1, "uuid", readings, Later::report);
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    UUID report = row.getObject("id", UUID.class);
                    stories.put(
                            report,
                            Story.of(
                                    row.getString("text"),
                                    row.getObject("published_at", OffsetDateTime.class)
                                            .toInstant(),
                                    factsIn(Objects.requireNonNull(byReport.get(report)))));
                }
            }
        }
        for (Map.Entry<UUID, Story> story : stories.entrySet()) {
            outbox.carry(connection, story.getKey(), links.come(connection, story.getKey(), story.getValue()));
        }
    }

    private List<Fact> factsIn(Later reading) {
        List<ClaimBody> claims = json.read(reading.claims(), ClaimBody.LIST);
        return Fact.in(claims.stream().map(ClaimBody::asClaim).toList());
    }

    /** Notes that this reader reads the same in them; nothing is sent. */
    public void note(Connection connection, List<Later> readings) throws SQLException {
        if (readings.isEmpty()) {
            return;
        }
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            Columns.bind(note, 1, "uuid", readings, Later::report);
            Columns.bind(note, 2, "int4", readings, Later::revision);
            Columns.bind(note, 3, "text", readings, Later::readerVersion);
            note.executeUpdate();
        }
    }
}
