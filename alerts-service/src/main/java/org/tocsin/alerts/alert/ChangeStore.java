package org.tocsin.alerts.alert;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangeJson;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.store.Columns;

/** What is kept of changes so that later ones find whom they concern. */
final class ChangeStore {
    private ChangeStore() {}

    /** All that must be remembered to go through these changes. */
    static Memory memoryFor(Connection connection, List<Change> changes) throws SQLException {
        Memory memory = new Memory();
        Set<String> ids = new TreeSet<>();
        changes.forEach(change -> ids.add(change.id()));
        changes.stream().map(Change::revises).filter(Objects::nonNull).forEach(ids::add);
        Set<String> subjects = changes.stream().map(Change::subject).collect(Collectors.toCollection(TreeSet::new));
        Set<String> roots = new TreeSet<>(ids);
        String known = "select id, root, kind, from_actor, to_actor, subject from change where id = any(?)";
        String bases = """
                select distinct on (subject) id, root, kind, from_actor, to_actor, subject from change
                where subject = any(?) and current and not retracted
                  and kind in ('CHANGED_HANDS', 'CONTESTED', 'HELD_AFTER_ALL')
                order by subject, position desc
                """;
        read(connection, known, ids, row -> {
            memory.know(knownOf(row));
            roots.add(row.getString(2));
        });
        read(connection, bases, subjects, row -> {
            memory.base(row.getString(6), knownOf(row));
            roots.add(row.getString(2));
        });
        String alerts = "select id, subscription_id, change_id, root from alert where root = any(?) order by position";
        read(
                connection,
                alerts,
                roots,
                row -> memory.told(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(1, UUID.class)));
        return memory;
    }

    /**
     * @param known what the memory made of the change
     */
    record Kept(ChangePage.Item item, Known known) {
        Change change() {
            return item.change();
        }
    }

    static void store(Connection connection, Collection<Kept> changes) throws SQLException {
        String insert = """
                insert into change (id, root, kind, subject, from_actor, to_actor, current, recorded_at, json)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::text[])
                on conflict (id) do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            Columns.setText(statement, 1, changes, kept -> kept.known().id());
            Columns.setText(statement, 2, changes, kept -> kept.known().root());
            Columns.setText(statement, 3, changes, kept -> kept.known().kind());
            Columns.setText(statement, 4, changes, kept -> kept.change().subject());
            Columns.setText(statement, 5, changes, kept -> kept.known().from());
            Columns.setText(statement, 6, changes, kept -> kept.known().to());
            Columns.set(statement, 7, "boolean", changes, kept -> kept.change().current());
            Columns.setTimes(
                    statement, 8, changes, kept -> kept.change().recordedAt().atOffset(ZoneOffset.UTC));
            Columns.setText(
                    statement, 9, changes, kept -> ChangeJson.write(kept.item().json()));
            statement.executeUpdate();
        }
        retract(
                connection,
                changes.stream()
                        .filter(kept -> kept.known().kind().equals("RETRACTED"))
                        .map(kept -> kept.known().root())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void retract(Connection connection, Set<String> roots) throws SQLException {
        if (roots.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update change set retracted = true where root = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", roots.toArray()));
            statement.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, Set<String> keys, Row each) throws SQLException {
        Array array = connection.createArrayOf("text", keys.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private static Known knownOf(ResultSet row) throws SQLException {
        return new Known(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
