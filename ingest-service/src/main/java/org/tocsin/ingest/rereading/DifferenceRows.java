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
import org.tocsin.ingest.sql.Transactions;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Finds what the reports of a re-reading differ in. */
@ApplicationScoped
class DifferenceRows {
    private static final String FIND = """
            select q.sequence, q.report, r.publisher, r.title, r.published_at, q.revision, q.state, q.failure, q.before::text,
                q.language, q.reader_version, q.differences::text
            from re_reading_report q join report r on r.id = q.report
            where q.re_reading = ? and (q.changed or q.failure is not null) and q.sequence > ?
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
            List<ReportDifference> found = find(connection, id, after == null ? 0 : after, limit + 1);
            List<ReportDifference> shown = found.size() > limit ? found.subList(0, limit) : found;
            return new DifferencePage(
                    shown,
                    found.size() > limit ? String.valueOf(shown.get(limit - 1).sequence()) : null);
        });
    }

    private List<ReportDifference> find(Connection connection, UUID id, long after, int limit) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            find.setLong(2, after);
            find.setInt(3, limit);
            List<ReportDifference> found = new ArrayList<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.add(difference(row));
                }
            }
            return found;
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
