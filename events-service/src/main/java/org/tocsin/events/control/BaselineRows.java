package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;

/** Keeps what analysts set as baselines. */
@Singleton
class BaselineRows {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Database database;

    BaselineRows(Database database) {
        this.database = database;
    }

    /** What was set for these scopes by then; empty for now. */
    BaselineSet among(Collection<String> scopes, Optional<Instant> knownAt) {
        OffsetDateTime known =
                knownAt.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(ALWAYS);
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select scope, holder from baseline
                    where scope = any(?) and recorded_at <= ? and (replaced_at is null or replaced_at > ?)
                    """)) {
                select.setArray(1, connection.createArrayOf("text", scopes.toArray()));
                select.setObject(2, known);
                select.setObject(3, known);
                return read(select);
            }
        });
    }

    /** The whole set of now. */
    BaselineSet all() {
        return after(null, Integer.MAX_VALUE);
    }

    /** At most so many of now, in the order of their scopes; null from the beginning. */
    BaselineSet after(@Nullable String scope, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select scope, holder from baseline where replaced_at is null and scope collate "C" > ?
                    order by scope collate "C" limit ?
                    """)) {
                select.setString(1, scope == null ? "" : scope);
                select.setInt(2, limit);
                return read(select);
            }
        });
    }

    /** Writes what a set differs in from the one before, within the caller's transaction. */
    void write(BaselineSet set, BaselineSet.Difference difference, String author, Instant now) {
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update baseline set replaced_at = ? where replaced_at is null and scope = any(?)")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, scopes(connection, difference.removed(), difference.changed()));
                update.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into baseline (scope, holder, author, recorded_at) select scope, holder, ?, ? from unnest(?, ?) row (scope, holder)
                    """)) {
                insert.setString(1, author);
                insert.setObject(2, now.atOffset(ZoneOffset.UTC));
                insert.setArray(3, scopes(connection, difference.added(), difference.changed()));
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                Stream.concat(difference.added().stream(), difference.changed().stream())
                                        .map(scope -> set.holders()
                                                .getOrDefault(scope, Optional.empty())
                                                .orElse(null))
                                        .toArray()));
                insert.executeUpdate();
            }
        });
    }

    private static java.sql.Array scopes(Connection connection, Collection<String> some, Collection<String> others)
            throws SQLException {
        return connection.createArrayOf(
                "text", Stream.concat(some.stream(), others.stream()).toArray());
    }

    private static BaselineSet read(PreparedStatement select) throws SQLException {
        SortedMap<String, Optional<String>> found = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), Optional.ofNullable(row.getString(2)));
            }
        }
        return new BaselineSet(found);
    }
}
