package org.tocsin.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.database.Database;

/** The changes in the order in which they became visible. */
@Singleton
class Feed {
    static final String CHANNEL = "changes";

    private final Database database;
    private final ObjectMapper json;

    Feed(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Part of the feed, and the cursor to go on from. */
    record Slice(List<RawJson> items, Cursor next) {}

    /**
     * Writes changes in the caller's transaction; to be its last act, for the cursors are given under a lock that every writer waits for
     * until the transaction ends.
     */
    void append(List<ChangeView> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.give(connection -> {
            long last;
            try (PreparedStatement advance =
                    connection.prepareStatement("update feed set last = last + ? returning last")) {
                advance.setInt(1, changes.size());
                try (ResultSet row = advance.executeQuery()) {
                    row.next();
                    last = row.getLong(1);
                }
            }
            long cursor = last - changes.size();
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into change (cursor, id, kind, place, valid_from, from_id, from_name, to_id, to_name, current, live,
                        revises, cause_type, cause_id, recorded_at, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                    """)) {
                for (ChangeView change : changes) {
                    insert.setLong(1, ++cursor);
                    insert.setObject(2, UUID.fromString(change.id()));
                    insert.setString(3, change.kind().name());
                    insert.setString(
                            4, change.place() == null ? null : change.place().id());
                    insert.setObject(5, change.validFrom());
                    insert.setString(
                            6, change.from() == null ? null : change.from().id());
                    insert.setString(
                            7, change.from() == null ? null : change.from().name());
                    insert.setString(8, change.to() == null ? null : change.to().id());
                    insert.setString(9, change.to() == null ? null : change.to().name());
                    insert.setBoolean(10, change.current());
                    insert.setBoolean(11, change.live());
                    insert.setObject(
                            12, change.revises() == null ? null : UUID.fromString(change.revises()), Types.OTHER);
                    insert.setString(13, change.cause().type());
                    insert.setString(14, change.cause().id());
                    insert.setObject(15, change.recordedAt().atOffset(ZoneOffset.UTC));
                    insert.setString(16, text(change));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
                notify.setString(1, CHANNEL);
                notify.execute();
            }
        });
    }

    /** Up to {@code limit} changes after the cursor; an empty cursor means from the beginning. */
    Slice after(Optional<Cursor> cursor, int limit) {
        Cursor from = cursor.orElseGet(() -> new Cursor(end().epoch(), 0));
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select cursor, body from change where cursor > ? order by cursor limit ?")) {
                select.setLong(1, from.number());
                select.setInt(2, limit);
                List<RawJson> items = new ArrayList<>();
                long last = from.number();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        last = row.getLong(1);
                        items.add(new RawJson(row.getString(2)));
                    }
                }
                return new Slice(items, new Cursor(from.epoch(), last));
            }
        });
    }

    /** The cursor of the change made last. */
    Cursor end() {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select epoch, last from feed");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new Cursor(row.getInt(1), row.getLong(2));
            }
        });
    }

    Optional<String> byId(UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select body from change where id = ?")) {
                select.setObject(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Changes of the place that replace this one or take it back, in the order in which they became visible. */
    List<String> revising(String place, UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select body from change where place = ? and revises = ? order by cursor limit 100")) {
                select.setString(1, place);
                select.setObject(2, id);
                List<String> bodies = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        bodies.add(row.getString(1));
                    }
                }
                return bodies;
            }
        });
    }

    /** The change that told of a transition last: that it happened to this place on this day with this outcome. */
    Optional<String> idOf(String place, @Nullable LocalDate day, @Nullable Party to) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select id from change
                    where place = ? and valid_from = ? and to_name is not distinct from ?
                        and kind in ('CHANGED_HANDS', 'CONTESTED', 'HELD_AFTER_ALL', 'HOLDER_NAMED', 'CORRECTED')
                    order by cursor desc limit 1
                    """)) {
                select.setString(1, place);
                select.setObject(2, day);
                select.setString(3, to == null ? null : to.name());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private String text(ChangeView change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
