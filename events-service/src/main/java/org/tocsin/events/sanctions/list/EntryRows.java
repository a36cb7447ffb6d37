package org.tocsin.events.sanctions.list;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** What the entries of a list were from day to day; every method works in the caller's transaction. */
@Singleton
class EntryRows {
    private final Database database;
    private final EntryJson json;

    EntryRows(Database database, EntryJson json) {
        this.database = database;
        this.json = json;
    }

    /** @param to the first day on which it is no more so; null as long as it is */
    record Row(
            long id, String hash, LocalDate from, @Nullable LocalDate to, ListEntry entry) {}

    /** The entries that stand on a day, by reference. */
    Map<String, Row> on(ListId list, LocalDate day) {
        Map<String, Row> found = new HashMap<>();
        rows("where list = ? and valid_from <= ? and valid_to > ?", list.name(), day, day)
                .forEach(row -> found.put(row.entry().reference(), row));
        return found;
    }

    /** All that an entry ever was, in the order of days. */
    List<Row> of(ListId list, String reference) {
        return rows("where list = ? and reference = ? order by valid_from", list.name(), reference);
    }

    /**
     * Makes these the entries of the list from a day on, until the next version.
     *
     * @param before what stood on that day, by reference
     * @param next the day of the next version, if there is one already
     */
    void paint(
            ListId list,
            LocalDate day,
            Optional<LocalDate> next,
            Map<String, Row> before,
            Collection<ListEntry> entries) {
        Map<String, Row> atNext = next.map(then -> on(list, then)).orElse(Map.of());
        Map<String, Row> gone = new HashMap<>(before);
        List<Insert> inserts = new ArrayList<>();
        List<Row> cut = new ArrayList<>();
        List<Long> extended = new ArrayList<>();
        for (ListEntry entry : entries) {
            String body = json.write(entry);
            String hash = EntryJson.hash(body);
            Row old = gone.get(entry.reference());
            if (old != null && old.hash().equals(hash)) {
                gone.remove(entry.reference());
                continue;
            }
            Row then = atNext.get(entry.reference());
            if (then != null && then.hash().equals(hash) && next.equals(Optional.of(then.from()))) {
                extended.add(then.id());
            } else {
                inserts.add(new Insert(entry.reference(), day, next.orElse(null), hash, body));
            }
        }
        for (Row old : gone.values()) {
            cut.add(old);
            boolean goesOn = next.isPresent() && (old.to() == null || old.to().isAfter(next.get()));
            if (goesOn) {
                String body = json.write(old.entry());
                inserts.add(new Insert(old.entry().reference(), next.get(), old.to(), old.hash(), body));
            }
        }
        database.give(connection -> {
            cut(connection, cut, day);
            extend(connection, extended, day);
            insert(connection, list, inserts);
        });
    }

    private record Insert(
            String reference, LocalDate from, @Nullable LocalDate to, String hash, String body) {}

    private static void cut(Connection connection, List<Row> rows, LocalDate day) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from sanctions_entry where id = ?");
                PreparedStatement update =
                        connection.prepareStatement("update sanctions_entry set valid_to = ? where id = ?")) {
            for (Row row : rows) {
                if (row.from().equals(day)) {
                    delete.setLong(1, row.id());
                    delete.addBatch();
                } else {
                    update.setObject(1, day);
                    update.setLong(2, row.id());
                    update.addBatch();
                }
            }
            delete.executeBatch();
            update.executeBatch();
        }
    }

    private static void extend(Connection connection, List<Long> ids, LocalDate day) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update sanctions_entry set valid_from = ? where id = ?")) {
            for (long id : ids) {
                update.setObject(1, day);
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void insert(Connection connection, ListId list, List<Insert> inserts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sanctions_entry (list, reference, valid_from, valid_to, hash, body)
                values (?, ?, ?, coalesce(?::date, 'infinity'), ?, ?::json)
                """)) {
            int waiting = 0;
            for (Insert row : inserts) {
                insert.setString(1, list.name());
                insert.setString(2, row.reference());
                insert.setObject(3, row.from());
                insert.setObject(4, row.to());
                insert.setString(5, row.hash());
                insert.setString(6, row.body());
                insert.addBatch();
                if (++waiting % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private List<Row> rows(String where, Object... values) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, hash, valid_from, nullif(valid_to, 'infinity') as valid_to, body from sanctions_entry "
                            + where)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                select.setFetchSize(2_000);
                List<Row> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(new Row(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, LocalDate.class),
                                json.read(rows.getString(5))));
                    }
                }
                return found;
            }
        });
    }
}
