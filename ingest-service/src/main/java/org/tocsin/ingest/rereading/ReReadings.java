package org.tocsin.ingest.rereading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.input.Checks;
import org.tocsin.ingest.sql.Columns;
import org.tocsin.ingest.sql.Transactions;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemException;
import org.tocsin.service.problem.ProblemKind;

/** What people do with re-readings: start them, look at them, apply and cancel them. Each of it is in the audit table. */
@ApplicationScoped
class ReReadings {
    private static final Logger LOG = Logger.getLogger(ReReadings.class);

    /** The channel on which work is announced. */
    static final String CHANNEL = "re_reading";

    /** Each keeps a preview, so there is an end to them. */
    static final int MOST_OPEN = 10;

    private enum Action {
        RE_READING,
        RE_READING_APPLICATION,
        RE_READING_CANCELLATION
    }

    private final Transactions transactions;
    private final ReReadingRows rows;
    private final Clock clock;

    ReReadings(Transactions transactions, ReReadingRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /** Starts one; one that is at the same already stays the only one. */
    ReReadingView start(Filter filter, boolean apply, String by) {
        return transactions.run(connection -> {
            lockStarts(connection);
            Optional<ReReadingRows.Row> same = rows.atTheSame(connection, filter, apply);
            if (same.isPresent()) {
                return same.get().view();
            }
            refuseUnknown(connection, filter.reports());
            refuseTooMany(connection);
            UUID id = UUID.randomUUID();
            rows.insert(connection, id, filter, apply, ClaimReader.VERSION, by, now());
            did(connection, Action.RE_READING, id, by);
            return found(connection, id).view();
        });
    }

    ReReadingView find(UUID id) {
        return transactions.run(connection -> found(connection, id).view());
    }

    ReReadingPage page(@Nullable Long after, int limit) {
        return transactions.run(connection -> {
            List<ReReadingRows.Row> found = rows.page(connection, after, limit + 1);
            List<ReReadingRows.Row> shown = found.size() > limit ? found.subList(0, limit) : found;
            return new ReReadingPage(
                    shown.stream().map(ReReadingRows.Row::view).toList(),
                    found.size() > limit ? String.valueOf(shown.get(limit - 1).sequence()) : null);
        });
    }

    /** Has what was previewed applied; a second time changes nothing. */
    ReReadingView apply(UUID id, String by) {
        return transactions.run(connection -> {
            switch (locked(connection, id)) {
                case PREVIEWED -> become(connection, id, ReReadingState.APPLYING, Action.RE_READING_APPLICATION, by);
                case RUNNING ->
                    throw conflict(
                            "It is still being read. Apply it when it is PREVIEWED, or start one with apply: true.");
                case CANCELLED -> throw conflict("It was cancelled, and its previews are deleted. Start another one.");
                default -> LOG.debugf("re-reading is applied already id=%s", id);
            }
            return found(connection, id).view();
        });
    }

    /** Ends it where it is; a second time changes nothing. */
    ReReadingView cancel(UUID id, String by) {
        return transactions.run(connection -> {
            ReReadingState now = locked(connection, id);
            if (now == ReReadingState.APPLIED) {
                throw conflict("It has been applied to all its reports.");
            }
            if (now != ReReadingState.CANCELLED) {
                become(connection, id, ReReadingState.CANCELLED, Action.RE_READING_CANCELLATION, by);
            }
            return found(connection, id).view();
        });
    }

    private void become(Connection connection, UUID id, ReReadingState state, Action action, String by)
            throws SQLException {
        rows.become(connection, id, state);
        did(connection, action, id, by);
    }

    private ReReadingRows.Row found(Connection connection, UUID id) throws SQLException {
        return rows.find(connection, id).orElseThrow(ReReadings::unknown);
    }

    private ReReadingState locked(Connection connection, UUID id) throws SQLException {
        return rows.lock(connection, id).orElseThrow(ReReadings::unknown);
    }

    static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no re-reading of this id.")
                .asException();
    }

    private static ProblemException conflict(String detail) {
        return Problem.of(ProblemKind.CONFLICT, detail).asException();
    }

    /** Two that ask the same at once wait for each other. */
    private static void lockStarts(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtext('re_reading'))");
        }
    }

    private static void refuseTooMany(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                        "select count(*) from re_reading where state in ('RUNNING', 'PREVIEWED', 'APPLYING')");
                ResultSet row = count.executeQuery()) {
            row.next();
            if (row.getInt(1) >= MOST_OPEN) {
                throw conflict(MOST_OPEN + " re-readings are open. Apply or cancel one first.");
            }
        }
    }

    private static void refuseUnknown(Connection connection, List<UUID> reports) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        Set<UUID> known = new HashSet<>();
        try (PreparedStatement find = connection.prepareStatement("select id from report where id = any(?)")) {
            Columns.bind(find, 1, "uuid", reports);
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        }
        Checks checks = new Checks();
        for (int i = 0; i < reports.size(); i++) {
            if (!known.contains(reports.get(i))) {
                checks.wrong("filter.ids[" + i + "]", "is not the id of a stored report");
            }
        }
        checks.refuseIfWrong();
    }

    private void did(Connection connection, Action action, UUID id, String by) throws SQLException {
        try (PreparedStatement audit = connection.prepareStatement(
                        "insert into audit (at, subject, action, re_reading) values (?, ?, ?, ?)");
                Statement notify = connection.createStatement()) {
            audit.setObject(1, now().atOffset(ZoneOffset.UTC));
            audit.setString(2, by);
            audit.setString(3, action.name());
            audit.setObject(4, id);
            audit.executeUpdate();
            notify.execute("notify " + CHANNEL);
        }
        LOG.infof("%s id=%s by=%s", action.name().toLowerCase(Locale.ROOT), id, by);
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
