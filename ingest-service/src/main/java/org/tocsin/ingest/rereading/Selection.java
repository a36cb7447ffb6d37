package org.tocsin.ingest.rereading;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.ingest.sql.Columns;
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
                where r.sequence > ? and r.sequence <= ? and r.status in ('READ', 'UNREADABLE')%s
                order by r.sequence limit ?
            ), taken as (
                insert into re_reading_report (re_reading, report, sequence, state)
                select ?, id, sequence, 'WAITING' from found on conflict do nothing
            )
            select count(*), max(sequence) from found
            """;

    private static final String READ_BEFORE =
            "case when g.reader_version is null or g.reader_version !~ '^" + Filter.VERSION
                    + "$' then true else string_to_array(g.reader_version, '.')::int[] < string_to_array(?, '.')::int[] end";

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
        List<Condition> conditions = conditions(task.filter(), readerVersion);
        String given = conditions.stream().map(c -> "\n and " + c.sql()).collect(Collectors.joining());
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(given))) {
            int i = 0;
            select.setLong(++i, after);
            select.setLong(++i, until);
            for (Condition condition : conditions) {
                condition.value().bind(select, ++i);
            }
            select.setInt(++i, AT_ONCE);
            select.setObject(++i, task.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                moveOn(connection, task.id(), row.getInt(1) < AT_ONCE ? until : row.getLong(2));
                return true;
            }
        }
    }

    /** A part of the filter that is given. One that may be null is in the way of every index once PostgreSQL plans for all values. */
    private record Condition(String sql, Value value) {}

    private interface Value {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    private static List<Condition> conditions(Filter filter, String readerVersion) {
        List<Condition> conditions = new ArrayList<>();
        if (filter.status() != null) {
            conditions.add(is("r.status = ?", filter.status().name()));
        }
        if (filter.publisher() != null) {
            conditions.add(is("r.publisher = ?", filter.publisher()));
        }
        if (filter.publishedFrom() != null) {
            conditions.add(is("r.published_at >= ?", filter.publishedFrom().atOffset(ZoneOffset.UTC)));
        }
        if (filter.publishedBefore() != null) {
            conditions.add(is("r.published_at < ?", filter.publishedBefore().atOffset(ZoneOffset.UTC)));
        }
        if (filter.ids() != null) {
            conditions.add(new Condition("r.id = any(?)", (s, i) -> Columns.bind(s, i, "uuid", filter.reports())));
        }
        conditions.add(
                filter.readerVersionBefore() == null
                        ? is("g.reader_version is distinct from ?", readerVersion)
                        : is(READ_BEFORE, filter.readerVersionBefore()));
        return conditions;
    }

    private static Condition is(String sql, Object value) {
        return new Condition(sql, (statement, index) -> statement.setObject(index, value));
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
