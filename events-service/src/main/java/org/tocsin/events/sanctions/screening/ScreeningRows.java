package org.tocsin.events.sanctions.screening;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;

/** Records of screenings as they are stored. */
@Singleton
class ScreeningRows {
    /** Number of the advisory lock within which ids are given. */
    private static final int IDS = 7;

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final Database database;

    ScreeningRows(Database database) {
        this.database = database;
    }

    /** A record without its body. */
    record Row(
            long id,
            Instant at,
            String author,
            String algorithm,
            double threshold,
            @Nullable LocalDate asOf,
            int names,
            int found) {}

    /** The next id. Until the caller's transaction ends nobody else gets one, so records become visible in the order of their ids. */
    long nextId() {
        return database.ask(connection -> {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, 0)");
                    PreparedStatement next = connection.prepareStatement("select nextval('screening_id')")) {
                lock.setInt(1, IDS);
                lock.execute();
                try (ResultSet row = next.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    void add(Row row, String body) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into screening (id, at, author, algorithm, threshold, as_of, names, found, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                    """)) {
                insert.setLong(1, row.id());
                insert.setObject(2, utc(row.at()));
                insert.setString(3, row.author());
                insert.setString(4, row.algorithm());
                insert.setDouble(5, row.threshold());
                insert.setObject(6, row.asOf());
                insert.setInt(7, row.names());
                insert.setInt(8, row.found());
                insert.setString(9, body);
                insert.executeUpdate();
            }
        });
    }

    /** A record as it was answered; only one of this author, if one is given. */
    Optional<String> body(long id, Optional<String> author) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select body from screening where id = ? and author = coalesce(?, author)")) {
                select.setLong(1, id);
                select.setString(2, author.orElse(null));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** In the order of ids; only those of this author, if one is given. */
    List<Row> page(long after, Optional<String> author, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select id, at, author, algorithm, threshold, as_of, names, found from screening
                    where id > ?
                    """ + (author.isPresent() ? " and author = ?" : "") + " order by id limit ?")) {
                int next = 1;
                select.setLong(next++, after);
                if (author.isPresent()) {
                    select.setString(next++, author.get());
                }
                select.setInt(next, limit);
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("author"),
                                row.getString("algorithm"),
                                row.getDouble("threshold"),
                                row.getObject("as_of", LocalDate.class),
                                row.getInt("names"),
                                row.getInt("found")));
                    }
                }
                return rows;
            }
        });
    }

    /** Deletes older records, in portions; how many. */
    int forgetBefore(Instant time) {
        int all = 0;
        int some;
        do {
            some = database.ask(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(
                        "delete from screening where id in (select id from screening where at < ? order by at limit ?)")) {
                    delete.setObject(1, utc(time));
                    delete.setInt(2, FORGOTTEN_AT_ONCE);
                    return delete.executeUpdate();
                }
            });
            all += some;
        } while (some == FORGOTTEN_AT_ONCE);
        return all;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
