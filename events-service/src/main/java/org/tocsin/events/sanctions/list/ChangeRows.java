package org.tocsin.events.sanctions.list;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** What versions altered; every method works in the caller's transaction, which holds the list's lock when it writes. */
@Singleton
class ChangeRows {
    private final Database database;
    private final EntryJson json;

    ChangeRows(Database database, EntryJson json) {
        this.database = database;
        this.json = json;
    }

    /** A change as it was told. */
    record Row(long id, int version, int previous, boolean live, EntryChange change) {}

    /** Tells what a version altered, in place of what was told of it before. */
    void write(ListId list, int version, int previous, boolean live, List<EntryChange> changes) {
        database.give(connection -> {
            try (PreparedStatement replace = connection.prepareStatement(
                    "update sanctions_change set replaced = true where list = ? and version = ? and not replaced")) {
                replace.setString(1, list.name());
                replace.setInt(2, version);
                replace.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into sanctions_change (list, version, previous, kind, reference, aspects, before, after, live)
                    values (?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
                    """)) {
                int waiting = 0;
                for (EntryChange change : changes) {
                    insert.setString(1, list.name());
                    insert.setInt(2, version);
                    insert.setInt(3, previous);
                    insert.setString(4, change.kind().name());
                    insert.setString(5, change.reference());
                    insert.setArray(
                            6,
                            connection.createArrayOf(
                                    "text",
                                    change.aspects().stream().map(Aspect::name).toArray()));
                    insert.setString(7, written(change.before()));
                    insert.setString(8, written(change.after()));
                    insert.setBoolean(9, live);
                    insert.addBatch();
                    if (++waiting % 1_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        });
    }

    private @Nullable String written(@Nullable ListEntry entry) {
        return entry == null ? null : json.write(entry);
    }

    /** @param version of this version only, or 0 for all */
    List<Row> page(ListId list, int version, long after, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, version, previous, live, kind, reference, aspects, before, after from sanctions_change
                    where list = ? and id > ? and not replaced and (? = 0 or version = ?) order by id limit ?
                    """)) {
                select.setString(1, list.name());
                select.setLong(2, after);
                select.setInt(3, version);
                select.setInt(4, version);
                select.setInt(5, limit);
                List<Row> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        String before = rows.getString(8);
                        String now = rows.getString(9);
                        EntryChange change = new EntryChange(
                                EntryChange.Kind.valueOf(rows.getString(5)),
                                rows.getString(6),
                                new TreeSet<>(
                                        Stream.of((Object[]) rows.getArray(7).getArray())
                                                .map(text -> Aspect.valueOf((String) text))
                                                .toList()),
                                before == null ? null : json.read(before),
                                now == null ? null : json.read(now));
                        found.add(new Row(rows.getLong(1), rows.getInt(2), rows.getInt(3), rows.getBoolean(4), change));
                    }
                }
                return found;
            }
        });
    }
}
