package org.tocsin.events.actor;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.events.database.Database;

/** Which actors were merged into which. */
@Singleton
class Merges {
    private static final String NOW = "select actor, into_actor from actor_merge where withdrawn_at is null";
    private static final String THEN =
            "select actor, into_actor from actor_merge where recorded_at <= ? and (withdrawn_at is null or withdrawn_at > ?)";
    private static final String ALL = """
            select id, actor, into_actor, reason, author, recorded_at, withdrawn_at, withdrawn_by, withdrawal_reason from actor_merge
            """;

    private final Database database;

    Merges(Database database) {
        this.database = database;
    }

    /** The merges that were recorded by then and not withdrawn; empty for now. */
    Map<String, String> asOf(Optional<Instant> knownAt) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(knownAt.isPresent() ? THEN : NOW)) {
                if (knownAt.isPresent()) {
                    select.setObject(1, knownAt.get().atOffset(ZoneOffset.UTC));
                    select.setObject(2, knownAt.get().atOffset(ZoneOffset.UTC));
                }
                Map<String, String> merges = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        merges.put(row.getString(1), row.getString(2));
                    }
                }
                return merges;
            }
        });
    }

    /** All merges of an actor into another one or of another one into it, also the withdrawn, in the order in which they were made. */
    List<MergeView> of(String actor) {
        return database.ask(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(ALL + "where actor = ? or into_actor = ? order by recorded_at, id")) {
                select.setString(1, actor);
                select.setString(2, actor);
                List<MergeView> merges = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        merges.add(merge(row));
                    }
                }
                return merges;
            }
        });
    }

    Optional<MergeView> byId(String actor, UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ALL + "where actor = ? and id = ?")) {
                select.setString(1, actor);
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(merge(row)) : Optional.empty();
                }
            }
        });
    }

    void add(MergeView merge) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into actor_merge (id, actor, into_actor, reason, author, recorded_at) values (?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, UUID.fromString(merge.id()));
                insert.setString(2, merge.actor());
                insert.setString(3, merge.into());
                insert.setString(4, merge.reason());
                insert.setString(5, merge.author());
                insert.setObject(6, merge.recordedAt().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    void withdraw(String id, Instant now, String author, String reason) {
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update actor_merge set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ? where id = ?")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setString(2, author);
                update.setString(3, reason);
                update.setObject(4, UUID.fromString(id));
                update.executeUpdate();
            }
        });
    }

    private static MergeView merge(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject(7, OffsetDateTime.class);
        return new MergeView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString(8),
                row.getString(9));
    }
}
