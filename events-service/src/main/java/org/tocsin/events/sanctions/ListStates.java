package org.tocsin.events.sanctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.ListState.Version;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** Reads what is kept of the lists about entries that matter to actors. */
@Singleton
class ListStates {
    private final Database database;
    private final ObjectMapper json;
    private final Namesakes namesakes;
    private final int staleAfterDays;

    ListStates(
            Database database,
            ObjectMapper json,
            Namesakes namesakes,
            @ConfigProperty(name = "tocsin.sanctions.stale-after-days", defaultValue = "3") int staleAfterDays) {
        this.database = database;
        this.json = json;
        this.namesakes = namesakes;
        this.staleAfterDays = staleAfterDays;
    }

    /** What tells for each list that was ever in force that something about it is new. */
    Map<ListId, String> stamps() {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select list, concat_ws(' ', count(*), max(decided_at), max(seen_on), max(number))
                            from sanctions_version where status = 'IN_FORCE' group by list
                            """);
                    ResultSet row = select.executeQuery()) {
                Map<ListId, String> stamps = new EnumMap<>(ListId.class);
                while (row.next()) {
                    stamps.put(ListId.valueOf(row.getString(1)), row.getString(2));
                }
                return stamps;
            }
        });
    }

    ListState load(ListId list) {
        return database.ask(connection -> {
            List<Version> versions = versions(connection, list);
            if (versions.isEmpty()) {
                return ListState.never(list);
            }
            Map<String, List<String>> undecided = new HashMap<>();
            scan(connection, list, undecided);
            Set<String> references = new HashSet<>(namesakes.decided(list));
            undecided.values().forEach(references::addAll);
            return new ListState(list, versions, spans(connection, list, references), undecided, staleAfterDays);
        });
    }

    private static List<Version> versions(Connection connection, ListId list) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select number, as_of, seen_on from sanctions_version where list = ? and status = 'IN_FORCE' order by as_of, number
                """)) {
            select.setString(1, list.name());
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                }
            }
            return versions;
        }
    }

    /** Entries that stand, bear the name of an actor, and are linked to none. */
    private void scan(Connection connection, ListId list, Map<String, List<String>> undecided) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select body from sanctions_entry where list = ? and valid_to = 'infinity' and body->>'kind' = 'ENTITY' order by id
                """)) {
            select.setString(1, list.name());
            select.setFetchSize(2_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ListEntry entry = entry(row.getString(1));
                    namesakes.of(entry).forEach(actor -> undecided
                            .computeIfAbsent(actor, id -> new ArrayList<>())
                            .add(entry.reference()));
                }
            }
        }
    }

    private Map<String, List<Span>> spans(Connection connection, ListId list, Set<String> references)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select valid_from, nullif(valid_to, 'infinity'), body from sanctions_entry
                where list = ? and reference = any(?) order by reference, valid_from
                """)) {
            select.setString(1, list.name());
            select.setArray(2, connection.createArrayOf("text", references.toArray()));
            Map<String, List<Span>> spans = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ListEntry entry = entry(row.getString(3));
                    spans.computeIfAbsent(entry.reference(), reference -> new ArrayList<>())
                            .add(new Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), entry));
                }
            }
            return spans;
        }
    }

    private ListEntry entry(String body) {
        try {
            return json.readValue(body, ListEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }
}
