package org.tocsin.ingest.rereading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.sql.Transactions;

/** Finds the reports of a re-reading, some at a time, in the order in which they were stored. */
@ApplicationScoped
class Selection {
    private static final int AT_ONCE = 2_000;

    private static final String LOCK = """
            select selected_after, selected_until from re_reading
            where id = ? and state = 'RUNNING' and selected_after < selected_until for no key update skip locked
            """;

    private static final String SELECT = """
            with found as (
                select r.id, r.sequence from report r
                left join reading g on g.report = r.id and g.revision = r.revision and r.status = 'READ'
                where r.sequence > ? and r.sequence <= ? and r.status in ('READ', 'UNREADABLE')
                    and (?::text is null or r.status = ?) and (?::text is null or r.publisher = ?)
                    and (?::timestamptz is null or r.published_at >= ?) and (?::timestamptz is null or r.published_at < ?)
                    and (?::uuid[] is null or r.id = any(?))
                    and case when ?::text is null then g.reader_version is distinct from ?
                        when g.reader_version is null or g.reader_version !~ ? then true
                        else string_to_array(g.reader_version, '.')::int[] < string_to_array(?, '.')::int[] end
                order by r.sequence limit ?
            ), taken as (
                insert into re_reading_report (re_reading, report, sequence, state)
                select ?, id, sequence, 'WAITING' from found on conflict do nothing
            )
            select count(*), max(sequence) from found
            """;

    private final Transactions transactions;

    Selection(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Whether there was something to find. */
    boolean selectSome(Task task, String readerVersion) {
        return transactions.run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                lock.setObject(1, task.id());
                try (ResultSet row = lock.executeQuery()) {
                    return row.next() && select(connection, task, readerVersion, row.getLong(1), row.getLong(2));
                }
            }
        });
    }

    private static boolean select(Connection connection, Task task, String readerVersion, long after, long until)
            throws SQLException {
        Filter filter = task.filter();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            int i = 0;
            select.setLong(++i, after);
            select.setLong(++i, until);
            for (String text : new @Nullable String[] {
                filter.status() == null ? null : filter.status().name(), filter.publisher()
            }) {
                select.setString(++i, text);
                select.setString(++i, text);
            }
            for (Instant time : new @Nullable Instant[] {filter.publishedFrom(), filter.publishedBefore()}) {
                select.setObject(++i, time == null ? null : time.atOffset(ZoneOffset.UTC));
                select.setObject(++i, time == null ? null : time.atOffset(ZoneOffset.UTC));
            }
            Array ids = filter.ids() == null
                    ? null
                    : connection.createArrayOf("uuid", filter.reports().toArray());
            select.setArray(++i, ids);
            select.setArray(++i, ids);
            select.setString(++i, filter.readerVersionBefore());
            select.setString(++i, readerVersion);
            select.setString(++i, "^" + Filter.VERSION + "$");
            select.setString(++i, filter.readerVersionBefore());
            select.setInt(++i, AT_ONCE);
            select.setObject(++i, task.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                moveOn(connection, task.id(), row.getInt(1) < AT_ONCE ? until : row.getLong(2));
                return true;
            }
        }
    }

    private static void moveOn(Connection connection, UUID id, long after) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update re_reading set selected_after = ? where id = ?")) {
            update.setLong(1, after);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }
}
