package org.tocsin.events.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.ChangeKind;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.database.Database;

/** Rebuilds as they are stored; every method works in the caller's transaction. */
@Singleton
class RebuildRows {
    private static final String SELECT = """
            select sequence, id, rules_version, rules_version_before, in_force, status, apply, position, places, done, different,
                repaired, changes::text as changes, author, reason, started_at, applied_at, finished_at, problem, purged
            from rebuild
            """;

    private final Database database;
    private final ObjectMapper json;

    RebuildRows(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A stored rebuild.
     *
     * @param sequence the number that pages go by
     * @param inForce the entry of the rules that was in force when it was started
     * @param position the last place that is done
     * @param purged whether its differences are deleted
     */
    record Row(
            long sequence,
            RebuildView view,
            long inForce,
            String position,
            @Nullable Instant appliedAt,
            boolean purged) {
        RebuildStatus status() {
            return view.status();
        }
    }

    Optional<Row> find(UUID id) {
        return first("where id = ?", id);
    }

    /** The same, which nobody else changes until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return first("where id = ? for no key update", id);
    }

    /** The same if nobody else works on it and it still is at that. */
    Optional<Row> take(UUID id, RebuildStatus status) {
        return first("where id = ? and status = ? for no key update skip locked", id, status.name());
    }

    /** The one at work, also one that only another release can work on. */
    Optional<Row> atWork() {
        return first("where status in ('RUNNING', 'APPLYING')");
    }

    /** The one at work, if this release knows its rules. */
    Optional<Row> workable() {
        return atWork().filter(row ->
                RulesVersion.byId(row.view().rulesVersion()).isPresent()
                        && RulesVersion.byId(row.view().rulesVersionBefore()).isPresent());
    }

    List<Row> page(long before, int limit) {
        return all("where sequence < ? order by sequence desc limit ?", before, limit);
    }

    int previews() {
        return all("where status = 'PREVIEWED'").size();
    }

    void insert(
            UUID id,
            RulesVersion version,
            RulesVersion before,
            long inForce,
            boolean apply,
            String author,
            @Nullable String reason,
            Instant now) {
        give("""
                insert into rebuild (id, rules_version, rules_version_before, in_force, apply, status, author, reason, started_at)
                values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)
                """, id, version.id(), before.id(), inForce, apply, author, reason, at(now));
    }

    /** Begins to apply it, at the first place. */
    void apply(UUID id, Instant now) {
        give("""
                update rebuild set status = 'APPLYING', applied_at = ?, finished_at = null, position = '', places = null, done = 0,
                    different = 0, repaired = 0, changes = '{}', attempts = 0
                where id = ?
                """, at(now), id);
    }

    /** @param position the last place that is done */
    void advance(
            UUID id,
            String position,
            int places,
            int done,
            int different,
            int repaired,
            Map<ChangeKind, Integer> changes) {
        give("""
                update rebuild set position = ?, places = ?, done = ?, different = ?, repaired = ?, changes = ?::jsonb, attempts = 0
                where id = ?
                """, position, places, done, different, repaired, text(changes), id);
    }

    void rest(UUID id, RebuildStatus status, @Nullable String problem, Instant now) {
        give(
                "update rebuild set status = ?, problem = ?, finished_at = ?, places = coalesce(places, done) where id = ?",
                status.name(),
                problem,
                at(now),
                id);
    }

    /** How often it failed since it came on last, this time included. */
    int failed(UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update rebuild set attempts = attempts + 1 where id = ? returning attempts")) {
                update.setObject(1, id);
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    void purge(UUID id) {
        give("delete from rebuild_difference where rebuild = ?", id);
        give("update rebuild set purged = true where id = ?", id);
    }

    /** Cancels previews that nobody applied by then, and deletes the differences of what ended before. */
    void expire(Instant until, Instant now) {
        for (Row row : all("where status = 'PREVIEWED' and finished_at < ? for no key update", at(until))) {
            rest(row.view().id(), RebuildStatus.CANCELLED, null, now);
            purge(row.view().id());
        }
        for (Row row : all("where finished_at < ? and not purged for no key update", at(until))) {
            purge(row.view().id());
        }
    }

    private Optional<Row> first(String condition, Object... values) {
        return all(condition, values).stream().findFirst();
    }

    private List<Row> all(String condition, Object... values) {
        return database.ask(connection -> {
            try (PreparedStatement select = prepared(connection, SELECT + condition, values);
                    ResultSet row = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row(row));
                }
                return rows;
            }
        });
    }

    private void give(String sql, @Nullable Object... values) {
        database.give(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("sequence"),
                new RebuildView(
                        row.getObject("id", UUID.class),
                        row.getString("rules_version"),
                        row.getString("rules_version_before"),
                        RebuildStatus.valueOf(row.getString("status")),
                        row.getBoolean("apply"),
                        row.getObject("places", Integer.class),
                        row.getInt("done"),
                        row.getInt("different"),
                        row.getInt("repaired"),
                        changes(row.getString("changes")),
                        row.getString("author"),
                        row.getString("reason"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        instant(row, "finished_at"),
                        row.getString("problem")),
                row.getLong("in_force"),
                row.getString("position"),
                instant(row, "applied_at"),
                row.getBoolean("purged"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private Map<ChangeKind, Integer> changes(String stored) {
        try {
            return json.readValue(stored, new TypeReference<EnumMap<ChangeKind, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Map<ChangeKind, Integer> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
