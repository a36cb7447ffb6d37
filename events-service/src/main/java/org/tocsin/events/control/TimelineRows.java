package org.tocsin.events.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Keeps the timelines that are believed now. */
@Singleton
@RegisterForReflection(targets = {Interval.class, Control.class, Control.Share.class, Party.class})
public class TimelineRows {
    private final Database database;
    private final ObjectMapper json;
    private final Places places;
    private final Records records;

    TimelineRows(Database database, ObjectMapper json, Places places, Records records) {
        this.database = database;
        this.json = json;
        this.places = places;
        this.records = records;
    }

    /** The timeline of each place; that of its baseline where nothing is stored. */
    public Map<String, Timeline> of(Collection<String> ids) {
        Map<String, List<Interval>> intervals = new HashMap<>();
        database.give(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select place, control from control_interval where place = any(?) order by place, position")) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        intervals
                                .computeIfAbsent(row.getString(1), place -> new ArrayList<>())
                                .add(read(row.getString(2)));
                    }
                }
            }
        });
        Map<String, Timeline> timelines = new HashMap<>();
        intervals.forEach((id, stored) -> timelines.put(id, new Timeline(stored)));
        List<String> unheard =
                ids.stream().filter(id -> !intervals.containsKey(id)).toList();
        records.baselinesOf(unheard)
                .forEach((id, holder) -> timelines.put(id, Timelines.baselineOf(holder.orElse(null))));
        return timelines;
    }

    /**
     * Replaces what is stored, from the first interval on that is different.
     *
     * @param old the intervals that are stored; none for all to be written
     * @param rules the version that the new timeline follows
     */
    public void write(String id, List<Interval> old, Timeline after, RulesVersion rules) {
        List<Interval> fresh = after.intervals();
        int same = 0;
        while (same < old.size() && same < fresh.size() && old.get(same).equals(fresh.get(same))) {
            same++;
        }
        int from = same;
        database.give(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from control_interval where place = ? and position >= ?")) {
                delete.setString(1, id);
                delete.setInt(2, from);
                delete.executeUpdate();
            }
            insert(connection, place(id), fresh, from, rules);
        });
    }

    private void insert(Connection connection, Place place, List<Interval> intervals, int from, RulesVersion rules)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into control_interval (place, position, valid_from, valid_to, country, latitude, longitude, assurance,
                    control, rules) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """)) {
            for (int position = from; position < intervals.size(); position++) {
                Interval interval = intervals.get(position);
                insert.setString(1, place.id());
                insert.setInt(2, position);
                insert.setObject(3, interval.from());
                insert.setObject(4, interval.to());
                insert.setString(5, place.country());
                insert.setDouble(6, place.latitude());
                insert.setDouble(7, place.longitude());
                insert.setString(8, interval.control().assurance().name());
                insert.setString(9, text(interval));
                insert.setString(10, position == 0 ? rules.id() : null);
                insert.addBatch();
            }
            insert.executeBatch();
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
