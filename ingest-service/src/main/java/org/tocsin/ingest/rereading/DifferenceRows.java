package org.tocsin.ingest.rereading;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.report.ReportStatus;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Finds what the reports of a re-reading differ in. */
@ApplicationScoped
class DifferenceRows {
    /** A page ends before its differences come to more than this, unless it is the first report's that do. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final String FIND = """
            with page as (
                select q.*, count(*) over () as there,
                    sum(octet_length(q.differences::text)) over (order by q.sequence) as characters
                from (
                    select * from re_reading_report
                    where re_reading = ? and (changed or failure is not null) and sequence > ? order by sequence limit ?
                ) q
            )
            select q.sequence, q.report, r.publisher, r.title, r.published_at, q.revision, q.state, q.failure,
                q.before::text as before, q.language, q.reader_version, q.differences::text as differences, q.there
            from page q join report r on r.id = q.report
            where q.characters is null or q.characters <= ? or q.sequence = (select min(sequence) from page)
            order by q.sequence limit ?
            """;

    private final Transactions transactions;
    private final ReReadingRows rows;
    private final Json json;

    DifferenceRows(Transactions transactions, ReReadingRows rows, Json json) {
        this.transactions = transactions;
        this.rows = rows;
        this.json = json;
    }

    /** First stored first. */
    DifferencePage page(UUID id, @Nullable Long after, int limit) {
        return transactions.run(connection -> {
            if (rows.isPurged(connection, id).orElseThrow(ReReadings::unknown)) {
                throw Problem.of(ProblemKind.GONE, "What the reports differed in is not kept any more.")
                        .asException();
            }
            return find(connection, id, after == null ? 0 : after, limit);
        });
    }

    private DifferencePage find(Connection connection, UUID id, long after, int limit) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            find.setLong(2, after);
            find.setInt(3, limit + 1);
            find.setInt(4, MOST_CHARACTERS);
            find.setInt(5, limit);
            List<ReportDifference> found = new ArrayList<>();
            boolean more = false;
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.add(difference(row));
                    more = row.getInt("there") > found.size();
                }
            }
            return new DifferencePage(
                    found, more ? String.valueOf(found.get(found.size() - 1).sequence()) : null);
        }
    }

    private ReportDifference difference(ResultSet row) throws SQLException {
        String text = row.getString("differences");
        Differences differences =
                text == null ? Differences.NONE : json.read(text, new TypeReference<Differences>() {});
        String failure = row.getString("failure");
        return new ReportDifference(
                row.getLong("sequence"),
                row.getObject("report", UUID.class),
                row.getString("publisher"),
                row.getString("title"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                ReportDifference.State.valueOf(row.getString("state")),
                failure,
                json.read(row.getString("before"), new TypeReference<ReportDifference.Read>() {}),
                failure == null
                        ? new ReportDifference.Read(
                                ReportStatus.READ, row.getString("language"), row.getString("reader_version"))
                        : null,
                differences.added(),
                differences.removed(),
                differences.altered());
    }
}
