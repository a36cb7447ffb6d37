package org.tocsin.ingest.rereading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.reading.LaterReadings;
import org.tocsin.ingest.reading.LaterReadings.Later;
import org.tocsin.ingest.reading.ReportLocks;
import org.tocsin.ingest.report.ReportStatus;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;

/**
 * Switches reports to their new readings. The switch of a report (its claims, its status, its place in the outbox, the mark that it is done)
 * is one transaction. Reports are locked first, as a correction and a first reading do.
 */
@ApplicationScoped
class Application {
    /** Few, for new reports that are to be linked wait until a transaction that links some ends. */
    private static final int AT_ONCE = 8;

    /** Held until the commit, so that nothing is applied after a cancellation was answered. */
    private static final String STILL_APPLYING =
            "select round from re_reading where id = ? and state = 'APPLYING' for share";

    static final String TAKE = """
            select report, revision, base, reader_version, language, changed, claims::text as claims from re_reading_report
            where re_reading = ? and state = 'READ' and round <= ? order by sequence limit ? for update skip locked
            """;

    /** In a statement of its own after the locks, so that it sees what was committed before they were given. */
    private static final String LOOK = """
            select r.id, r.revision, r.status, coalesce(g.number, 0) as number from report r
            left join reading g on g.report = r.id and g.revision = r.revision and r.status = 'READ'
            where r.id = any(?::uuid[])
            """;

    private static final String SET_STATE = """
            update re_reading_report
            set state = ?, attempts = 0, claims = case when ? then null else claims end
            where re_reading = ? and report = any(?::uuid[])
            """;

    private final Transactions transactions;
    private final LaterReadings readings;

    Application(Transactions transactions, LaterReadings readings) {
        this.transactions = transactions;
        this.readings = readings;
    }

    private record Row(
            UUID report,
            int revision,
            int base,
            String readerVersion,
            @Nullable String language,
            boolean changed,
            @Nullable String claims) {
        Later later() {
            return new Later(
                    report,
                    revision,
                    Math.max(base, 1) + 1,
                    readerVersion,
                    language == null ? "und" : language,
                    claims == null ? "[]" : claims);
        }
    }

    private record Report(int revision, ReportStatus status, int number) {}

    /** What became of some reports: switched, noted as the same, to be read once more, gone. */
    record Applied(int switched, int same, int again, int gone) {
        static final Applied NOTHING = new Applied(0, 0, 0, 0);
    }

    /** Applies some of what may be; nothing when there is none. */
    Applied applySome(Task task, String readerVersion) {
        return transactions.run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(STILL_APPLYING)) {
                lock.setObject(1, task.id());
                try (ResultSet row = lock.executeQuery()) {
                    return row.next()
                            ? apply(connection, task.id(), take(connection, task.id(), row.getInt(1)), readerVersion)
                            : Applied.NOTHING;
                }
            }
        });
    }

    private Applied apply(Connection connection, UUID id, List<Row> rows, String readerVersion) throws SQLException {
        if (rows.isEmpty()) {
            return Applied.NOTHING;
        }
        Map<UUID, Report> reports = locked(connection, rows);
        List<Row> switched = new ArrayList<>();
        List<Row> same = new ArrayList<>();
        List<Row> again = new ArrayList<>();
        List<Row> gone = new ArrayList<>();
        for (Row row : rows) {
            Report report = reports.get(row.report());
            if (report == null
                    || report.status() == ReportStatus.RETRACTED
                    || report.status() == ReportStatus.PENDING) {
                gone.add(row);
            } else if (report.revision() != row.revision()
                    || report.number() != row.base()
                    || !row.readerVersion().equals(readerVersion)) {
                again.add(row);
            } else if (row.changed()) {
                switched.add(row);
            } else {
                same.add(row);
            }
        }
        readings.replace(connection, switched.stream().map(Row::later).toList());
        readings.note(connection, same.stream().map(Row::later).toList());
        become(connection, id, ReportDifference.State.APPLIED, switched, true);
        become(connection, id, ReportDifference.State.APPLIED, same, true);
        become(connection, id, ReportDifference.State.WAITING, again, false);
        become(connection, id, ReportDifference.State.SKIPPED, gone, true);
        return new Applied(switched.size(), same.size(), again.size(), gone.size());
    }

    private static List<Row> take(Connection connection, UUID id, int round) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, id);
            take.setInt(2, round);
            take.setInt(3, AT_ONCE);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getObject("report", UUID.class),
                            row.getInt("revision"),
                            row.getInt("base"),
                            row.getString("reader_version"),
                            row.getString("language"),
                            row.getBoolean("changed"),
                            row.getString("claims")));
                }
            }
            return rows;
        }
    }

    private static Map<UUID, Report> locked(Connection connection, List<Row> rows) throws SQLException {
        ReportLocks.take(connection, rows.stream().map(Row::report).toList());
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            Columns.bind(look, 1, "uuid", rows, Row::report);
            Map<UUID, Report> reports = new HashMap<>();
            try (ResultSet row = look.executeQuery()) {
                while (row.next()) {
                    reports.put(
                            row.getObject("id", UUID.class),
                            new Report(
                                    row.getInt("revision"),
                                    ReportStatus.valueOf(row.getString("status")),
                                    row.getInt("number")));
                }
            }
            return reports;
        }
    }

    private static void become(
            Connection connection, UUID id, ReportDifference.State state, List<Row> rows, boolean forgetClaims)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(SET_STATE)) {
            update.setString(1, state.name());
            update.setBoolean(2, forgetClaims);
            update.setObject(3, id);
            Columns.bind(update, 4, "uuid", rows, Row::report);
            update.executeUpdate();
        }
    }
}
