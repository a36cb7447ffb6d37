package org.tocsin.events.sanctions.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/** Versions as they are stored; every method works in the caller's transaction. */
@Singleton
class VersionRows {
    private static final String SELECT = """
            select v.*, f.size from sanctions_version v join sanctions_file f on f.list = v.list and f.sha256 = v.sha256
            """;

    private final Database database;
    private final ObjectMapper json;

    VersionRows(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Version> find(ListId list, int number) {
        return first("where v.list = ? and v.number = ?", list.name(), number);
    }

    /** The last one that came. */
    Optional<Version> last(ListId list) {
        return first("where v.list = ? order by v.number desc limit 1", list.name());
    }

    /** The one in force at the end of a day. */
    Optional<Version> inForceOn(ListId list, LocalDate day) {
        return first(
                "where v.list = ? and v.status = 'IN_FORCE' and v.as_of <= ? order by v.as_of desc, v.number desc limit 1",
                list.name(),
                day);
    }

    /** The next one that came into force after a day. */
    Optional<Version> inForceAfter(ListId list, LocalDate day) {
        // Of two of one day the later stands, but changes are told of the earlier first; the paint lies between days.
        return first(
                "where v.list = ? and v.status = 'IN_FORCE' and v.as_of > ? order by v.as_of, v.number limit 1",
                list.name(),
                day);
    }

    /** The last version of the same file. */
    Optional<Version> same(ListId list, String sha256) {
        return first("where v.list = ? and v.sha256 = ? order by v.number desc limit 1", list.name(), sha256);
    }

    /** The last version of the same file as of a day. */
    Optional<Version> same(ListId list, String sha256, LocalDate asOf) {
        return first(
                "where v.list = ? and v.sha256 = ? and (v.given_as_of = ? or v.as_of = ?) order by v.number desc limit 1",
                list.name(),
                sha256,
                asOf,
                asOf);
    }

    /** A version that waits to be read, if nobody else reads it; nobody else does until the transaction ends. */
    Optional<Version> claim(ListId list, int number) {
        return first(
                "where v.list = ? and v.number = ? and v.status = 'RECEIVED' for no key update of v skip locked",
                list.name(),
                number);
    }

    List<Version> page(ListId list, int before, int limit) {
        return all("where v.list = ? and v.number < ? order by v.number desc limit ?", list.name(), before, limit);
    }

    /** The first of each list that waits to be read. */
    List<Version> waiting() {
        return all("where v.status = 'RECEIVED' and v.number = (select min(number) from sanctions_version w"
                + " where w.list = v.list and w.status = 'RECEIVED') order by v.received_at");
    }

    /** A new version with the next number. The caller holds the lock of receipts. */
    Version insert(
            ListId list, String sha256, Instant at, String author, @Nullable LocalDate givenAsOf, boolean current) {
        give("""
                insert into sanctions_version (list, number, sha256, status, received_at, received_by, given_as_of, is_current)
                select ?, coalesce(max(number), 0) + 1, ?, 'RECEIVED', ?, ?, ?, ? from sanctions_version where list = ?
                """, list.name(), sha256, at(at), author, givenAsOf, current, list.name());
        return last(list).orElseThrow();
    }

    /** Writes what became of a version. */
    void decide(Version version) {
        Version.Release release = version.release();
        give(
                """
                update sanctions_version set status = ?, as_of = ?, seen_on = ?, decided_at = ?, entries = ?, parts = ?, reader = ?, previous = ?,
                    added = ?, removed = ?, amended = ?, faults = ?::jsonb, released_at = ?, released_by = ?, release_reason = ?
                where list = ? and number = ?
                """,
                version.status().name(),
                version.asOf(),
                version.seenOn(),
                version.decidedAt() == null ? null : at(version.decidedAt()),
                version.entries(),
                version.parts().stream().sorted().map(Part::name).toArray(String[]::new),
                version.reader(),
                version.previous(),
                version.added(),
                version.removed(),
                version.amended(),
                written(version.faults()),
                release == null ? null : at(release.at()),
                release == null ? null : release.by(),
                release == null ? null : release.reason(),
                version.list().name(),
                version.number());
    }

    /** Notes that it was compared with another version than before. */
    void compared(ListId list, int number, int previous, int added, int removed, int amended) {
        give(
                "update sanctions_version set previous = ?, added = ?, removed = ?, amended = ? where list = ? and number = ?",
                previous,
                added,
                removed,
                amended,
                list.name(),
                number);
    }

    /** Notes that the publisher still gave this file on a day. */
    void seen(ListId list, int number, LocalDate day) {
        give(
                "update sanctions_version set seen_on = greatest(seen_on, ?) where list = ? and number = ? and status = 'IN_FORCE'",
                day,
                list.name(),
                number);
        give(
                "update sanctions_version set is_current = true where list = ? and number = ? and status = 'RECEIVED'",
                list.name(),
                number);
    }

    /** Counts an attempt to read it; how many there were. */
    int attempted(ListId list, int number) {
        give("update sanctions_version set attempts = attempts + 1 where list = ? and number = ?", list.name(), number);
        return find(list, number).map(Version::attempts).orElse(0);
    }

    private String written(List<Fault> faults) {
        try {
            return json.writeValueAsString(faults);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Version> first(String where, @Nullable Object... values) {
        return all(where, values).stream().findFirst();
    }

    private List<Version> all(String where, @Nullable Object... values) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
                bind(connection, select, values);
                List<Version> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(version(rows));
                    }
                }
                return found;
            }
        });
    }

    private void give(String sql, @Nullable Object... values) {
        database.give(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(connection, statement, values);
                statement.executeUpdate();
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(
                    i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
        }
    }

    private Version version(ResultSet row) throws SQLException {
        OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Version(
                ListId.valueOf(row.getString("list")),
                row.getInt("number"),
                row.getString("sha256"),
                row.getLong("size"),
                Status.valueOf(row.getString("status")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                row.getObject("given_as_of", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getObject("seen_on", LocalDate.class),
                row.getBoolean("is_current"),
                decided == null ? null : decided.toInstant(),
                row.getObject("entries", Integer.class),
                parts(row),
                row.getObject("reader", Integer.class),
                row.getObject("previous", Integer.class),
                row.getObject("added", Integer.class),
                row.getObject("removed", Integer.class),
                row.getObject("amended", Integer.class),
                faults(row.getString("faults")),
                released == null
                        ? null
                        : new Version.Release(
                                released.toInstant(), row.getString("released_by"), row.getString("release_reason")),
                row.getInt("attempts"));
    }

    private static Set<Part> parts(ResultSet row) throws SQLException {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        for (Object part : (Object[]) row.getArray("parts").getArray()) {
            parts.add(Part.valueOf((String) part));
        }
        return parts;
    }

    private List<Fault> faults(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<List<Fault>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("faults cannot be read", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
