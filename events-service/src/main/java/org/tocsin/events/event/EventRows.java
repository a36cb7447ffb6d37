package org.tocsin.events.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.publisher.Publishers;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Writes events; every method works in the caller's transaction. */
@Singleton
class EventRows {
    private final Database database;
    private final ObjectMapper json;
    private final Places places;

    EventRows(Database database, ObjectMapper json, Places places) {
        this.database = database;
        this.json = json;
        this.places = places;
    }

    /** An event that is stored already. */
    record Stored(ClaimIn claim, boolean withdrawn) {
        String id() {
            return claim.id();
        }
    }

    /**
     * An event to be stored.
     *
     * @param copyOf the report that its report nearly copies, as known by now
     */
    record Fresh(
            String report,
            int revision,
            ReportEvents.Facts facts,
            @Nullable String copyOf,
            ClaimIn claim) {}

    /** All events that any revision of the report had, withdrawn ones too. */
    List<Stored> ofReport(String report) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, type, stance, changes_hands, extent, confidence, place, actor, actor_name, target, target_name,
                        claimant, claimant_name, occurred_on, date_precision, evidence, reasons, withdrawn_at
                    from event where report = ? order by serial
                    """)) {
                select.setString(1, report);
                List<Stored> stored = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        stored.add(new Stored(claim(row), row.getObject("withdrawn_at") != null));
                    }
                }
                return stored;
            }
        });
    }

    private ClaimIn claim(ResultSet row) throws SQLException {
        String place = row.getString("place");
        return new ClaimIn(
                row.getString("id"),
                EventType.valueOf(row.getString("type")),
                Stance.valueOf(row.getString("stance")),
                row.getBoolean("changes_hands"),
                Extent.valueOf(row.getString("extent")),
                row.getDouble("confidence"),
                place == null ? null : ClaimIn.PlaceIn.of(place),
                party(row.getString("actor"), row.getString("actor_name")),
                party(row.getString("target"), row.getString("target_name")),
                party(row.getString("claimant"), row.getString("claimant_name")),
                row.getObject("occurred_on", LocalDate.class),
                DatePrecision.valueOf(row.getString("date_precision")),
                read(row.getString("evidence"), new TypeReference<>() {}),
                read(row.getString("reasons"), new TypeReference<>() {}));
    }

    private static ClaimIn.@Nullable PartyIn party(@Nullable String id, @Nullable String name) {
        return name == null ? null : new ClaimIn.PartyIn(id, name);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of these ids those that are events, with the report of each. */
    Map<String, String> reportsOf(List<String> ids) {
        return database.ask(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, report from event where id = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                Map<String, String> reports = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reports.put(row.getString(1), row.getString(2));
                    }
                }
                return reports;
            }
        });
    }

    void withdraw(List<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update event set withdrawn_at = greatest(recorded_at, ?) where id = any(?) and withdrawn_at is null")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setArray(2, connection.createArrayOf("text", ids.toArray()));
                update.executeUpdate();
            }
        });
    }

    void insert(List<Fresh> events, Instant now) {
        if (events.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into event (id, report, revision, publisher, published_at, copy_of, type, stance, changes_hands,
                        extent, confidence, place, country, latitude, longitude, actor, actor_name, target, target_name,
                        claimant, claimant_name, occurred_on, date_precision, evidence, reasons, recorded_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                    """)) {
                for (Fresh event : events) {
                    bind(insert, event);
                    insert.setObject(26, now.atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    private void bind(PreparedStatement insert, Fresh event) throws SQLException {
        ClaimIn claim = event.claim();
        Place place =
                claim.place() == null ? null : places.byId(claim.place().id()).orElse(null);
        insert.setString(1, claim.id());
        insert.setString(2, event.report());
        insert.setInt(3, event.revision());
        insert.setString(4, Publishers.slugOf(event.facts().publisher()));
        insert.setObject(5, event.facts().publishedAt().atOffset(ZoneOffset.UTC));
        insert.setString(6, event.copyOf());
        insert.setString(7, claim.type().name());
        insert.setString(8, claim.stance().name());
        insert.setBoolean(9, claim.changesHands());
        insert.setString(10, claim.extent().name());
        insert.setDouble(11, claim.confidence());
        insert.setString(12, place == null ? null : place.id());
        insert.setString(13, place == null ? null : place.country());
        insert.setObject(14, place == null ? null : place.latitude(), Types.DOUBLE);
        insert.setObject(15, place == null ? null : place.longitude(), Types.DOUBLE);
        bind(insert, 16, claim.actor());
        bind(insert, 18, claim.target());
        bind(insert, 20, claim.claimant());
        insert.setObject(22, claim.occurredOn());
        insert.setString(23, claim.datePrecision().name());
        insert.setString(24, text(claim.evidence()));
        insert.setString(25, text(claim.reasons()));
    }

    private static void bind(PreparedStatement insert, int index, ClaimIn.@Nullable PartyIn party) throws SQLException {
        insert.setString(index, party == null ? null : party.id());
        insert.setString(index + 1, party == null ? null : party.name());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
