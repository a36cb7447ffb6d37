package org.tocsin.events.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Writes the timelines that are believed now. */
@Singleton
@RegisterForReflection(targets = {Interval.class, Control.class, Control.Share.class, Party.class})
public class TimelineRows {
    private static final String ALWAYS = "-infinity";

    private final Database database;
    private final ObjectMapper json;
    private final Places places;
    private final RecentTimelines recent;

    TimelineRows(Database database, ObjectMapper json, Places places, RecentTimelines recent) {
        this.database = database;
        this.json = json;
        this.places = places;
        this.recent = recent;
    }

    /**
     * Replaces what is stored; intervals that stay as they are are left alone.
     *
     * @param old the intervals that are stored; none for all to be written
     * @param rules the version that the new timeline follows
     */
    public void write(String id, List<Interval> old, Timeline after, RulesVersion rules) {
        Set<Interval> stay = new HashSet<>(old);
        stay.retainAll(new HashSet<>(after.intervals()));
        List<Interval> fresh = after.intervals().stream()
                .filter(interval -> !stay.contains(interval))
                .toList();
        database.give(connection -> {
            if (old.isEmpty()) {
                delete(connection, id);
            } else {
                delete(connection, id, old, stay);
            }
            insert(connection, place(id), fresh);
            recent.keep(id, revise(connection, id, rules), after);
        });
    }

    private static void delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from control_interval where place = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private static void delete(Connection connection, String id, List<Interval> old, Set<Interval> stay)
            throws SQLException {
        Object[] days = old.stream()
                .filter(interval -> !stay.contains(interval))
                .map(interval ->
                        interval.from() == null ? ALWAYS : interval.from().toString())
                .toArray();
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from control_interval where place = ? and coalesce(valid_from, '-infinity') = any(?::text[]::date[])
                """)) {
            delete.setString(1, id);
            delete.setArray(2, connection.createArrayOf("text", days));
            delete.executeUpdate();
        }
    }

    private void insert(Connection connection, Place place, List<Interval> intervals) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into control_interval (place, valid_from, valid_to, country, latitude, longitude, assurance, control)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """)) {
            for (Interval interval : intervals) {
                insert.setString(1, place.id());
                insert.setObject(2, interval.from());
                insert.setObject(3, interval.to());
                insert.setString(4, place.country());
                insert.setDouble(5, place.latitude());
                insert.setDouble(6, place.longitude());
                insert.setString(7, interval.control().assurance().name());
                insert.setString(8, text(interval));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The number of the revision that was just written. */
    private static long revise(Connection connection, String id, RulesVersion rules) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into timeline (place, rules) values (?, ?)
                on conflict (place) do update set rules = excluded.rules, revision = excluded.revision
                returning revision
                """)) {
            upsert.setString(1, id);
            upsert.setString(2, rules.id());
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    Interval read(String stored) {
        try {
            return json.readValue(stored, Interval.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Interval interval) {
        try {
            return json.writeValueAsString(interval);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Place place(String id) {
        return places.byId(id).orElseThrow(() -> new IllegalStateException("place " + id + " is gone"));
    }
}
