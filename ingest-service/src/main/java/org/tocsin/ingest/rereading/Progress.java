package org.tocsin.ingest.rereading;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.ingest.sql.Json;
import org.tocsin.ingest.sql.Transactions;

/** Moves re-readings on from state to state, and clears away what nobody looks at any more. */
@ApplicationScoped
class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final int DELETED_AT_ONCE = 5_000;

    /** A replica with an older reader than one that took part keeps away; one with a newer reader goes on with it. */
    private static final String UNDER_WAY = """
            select id, state, filter::text, round, apply, selected_after >= selected_until, reader_version <> ? from re_reading
            where state in ('RUNNING', 'APPLYING')
                and string_to_array(reader_version, '.')::int[] <= string_to_array(?, '.')::int[]
            order by sequence
            """;

    private static final String TAKE_PART = """
            update re_reading set reader_version = ?
            where state in ('RUNNING', 'APPLYING')
                and string_to_array(reader_version, '.')::int[] < string_to_array(?, '.')::int[]
            """;

    private static final String IS_READ = """
            select apply from re_reading w
            where id = ? and state = 'RUNNING' and selected_after >= selected_until and not exists (
                select from re_reading_report q where q.re_reading = w.id and q.state = 'WAITING')
            for no key update skip locked
            """;

    private static final String IS_APPLIED = """
            select exists (select from re_reading_report q where q.re_reading = w.id and q.state = 'READ') from re_reading w
            where id = ? and state = 'APPLYING' and not exists (
                select from re_reading_report q where q.re_reading = w.id
                    and (q.state = 'WAITING' or (q.state = 'READ' and q.round <= w.round)))
            for no key update skip locked
            """;

    private static final String EXPIRED = """
            select id from re_reading where state = 'PREVIEWED' and changed_at < now() - make_interval(secs => ?)
            limit 1 for no key update skip locked
            """;

    private static final String TO_BE_PURGED = """
            select id from re_reading
            where not purged and (state = 'CANCELLED' or (state = 'APPLIED' and changed_at < now() - make_interval(secs => ?)))
            limit 1 for no key update skip locked
            """;

    /** By the text of the id: see the index of it. */
    static final String DELETE = """
            delete from re_reading_report where (re_reading, report) in (
                select re_reading, report from re_reading_report where re_reading::text = ? limit ?)
            """;

    private final Transactions transactions;
    private final ReReadingRows rows;
    private final Json json;

    Progress(Transactions transactions, ReReadingRows rows, Json json) {
        this.transactions = transactions;
        this.rows = rows;
        this.json = json;
    }

    /** What there is to do for a replica with this reader, longest waiting first. */
    List<Task> underWay(String readerVersion) {
        return transactions.run(connection -> {
            List<Task> tasks = new ArrayList<>();
            boolean isNewer = false;
            try (PreparedStatement find = connection.prepareStatement(UNDER_WAY)) {
                find.setString(1, readerVersion);
                find.setString(2, readerVersion);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        tasks.add(new Task(
                                row.getObject(1, UUID.class),
                                ReReadingState.valueOf(row.getString(2)),
                                json.read(row.getString(3), new TypeReference<Filter>() {}),
                                row.getInt(4),
                                row.getBoolean(5),
                                row.getBoolean(6)));
                        isNewer |= row.getBoolean(7);
                    }
                }
            }
            if (isNewer) {
                takePart(connection, readerVersion);
            }
            return tasks;
        });
    }

    /** Moves it on if all is done that its state asks for. */
    boolean moveOn(Task task) {
        Optional<ReReadingState> next = transactions.run(connection -> task.state() == ReReadingState.RUNNING
                ? whenRead(connection, task.id())
                : whenApplied(connection, task.id()));
        next.ifPresent(state -> LOG.infof("re-reading %s id=%s", state.name().toLowerCase(Locale.ROOT), task.id()));
        return next.isPresent();
    }

    /** Cancels one that nobody applied, or deletes some rows of one that has ended; whether there was any. */
    boolean clearSome() {
        return transactions.run(connection -> {
            Optional<UUID> expired = first(connection, EXPIRED);
            if (expired.isPresent()) {
                rows.become(connection, expired.get(), ReReadingState.CANCELLED);
                LOG.infof("re-reading cancelled, for nobody applied it id=%s", expired.get());
                return true;
            }
            Optional<UUID> ended = first(connection, TO_BE_PURGED);
            if (ended.isPresent()) {
                delete(connection, ended.get());
            }
            return ended.isPresent();
        });
    }

    private Optional<ReReadingState> whenRead(Connection connection, UUID id) throws SQLException {
        Optional<Boolean> apply = ask(connection, IS_READ, id);
        return apply.isEmpty()
                ? Optional.empty()
                : become(connection, id, apply.get() ? ReReadingState.APPLYING : ReReadingState.PREVIEWED);
    }

    /** What came out otherwise than it was shown is shown once more. */
    private Optional<ReReadingState> whenApplied(Connection connection, UUID id) throws SQLException {
        Optional<Boolean> left = ask(connection, IS_APPLIED, id);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        if (!left.get()) {
            return become(connection, id, ReReadingState.APPLIED);
        }
        try (PreparedStatement next =
                connection.prepareStatement("update re_reading set round = round + 1 where id = ?")) {
            next.setObject(1, id);
            next.executeUpdate();
        }
        return become(connection, id, ReReadingState.PREVIEWED);
    }

    private Optional<ReReadingState> become(Connection connection, UUID id, ReReadingState state) throws SQLException {
        rows.become(connection, id, state);
        return Optional.of(state);
    }

    private static void takePart(Connection connection, String readerVersion) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TAKE_PART)) {
            update.setString(1, readerVersion);
            update.setString(2, readerVersion);
            update.executeUpdate();
        }
    }

    private static Optional<Boolean> ask(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setObject(1, id);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    private Optional<UUID> first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setDouble(1, rows.keep().toMillis() / 1000.0);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement done =
                        connection.prepareStatement("update re_reading set purged = true where id = ?")) {
            delete.setString(1, id.toString());
            delete.setInt(2, DELETED_AT_ONCE);
            if (delete.executeUpdate() < DELETED_AT_ONCE) {
                done.setObject(1, id);
                done.executeUpdate();
            }
        }
    }
}
