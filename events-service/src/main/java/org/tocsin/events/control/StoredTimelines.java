package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;

/** Reads stored timelines as they are, be they damaged. */
@Singleton
public class StoredTimelines {
    private final Database database;
    private final TimelineRows timelines;

    StoredTimelines(Database database, TimelineRows timelines) {
        this.database = database;
        this.timelines = timelines;
    }

    /**
     * What is stored of a place.
     *
     * @param whole whether it is a timeline: without a gap, and each row saying of itself what its interval says
     * @param rules the version that it follows; empty when that is not known
     */
    public record Stored(List<Interval> intervals, boolean whole, Optional<RulesVersion> rules) {
        public Stored {
            intervals = List.copyOf(intervals);
        }
    }

    private static final class Reading {
        private final List<Interval> intervals = new ArrayList<>();
        private boolean whole = true;
        private @Nullable String rules;

        Stored stored() {
            boolean ends =
                    !intervals.isEmpty() && intervals.get(intervals.size() - 1).to() == null;
            return new Stored(intervals, whole && ends, rules == null ? Optional.empty() : RulesVersion.byId(rules));
        }
    }

    /** The stored intervals of each place; places without any are left out. */
    public Map<String, Stored> of(Collection<String> places) {
        Map<String, Reading> readings = new HashMap<>();
        database.give(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place, position, valid_from, valid_to, assurance, control, rules from control_interval
                    where place = any(?) order by place, position
                    """)) {
                select.setArray(1, connection.createArrayOf("text", places.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        read(row, readings.computeIfAbsent(row.getString(1), place -> new Reading()));
                    }
                }
            }
        });
        Map<String, Stored> stored = new HashMap<>();
        readings.forEach((place, reading) -> stored.put(place, reading.stored()));
        return stored;
    }

    private void read(ResultSet row, Reading reading) throws SQLException {
        Interval interval;
        try {
            interval = timelines.read(row.getString(6));
        } catch (IllegalStateException e) {
            reading.whole = false;
            return;
        }
        int count = reading.intervals.size();
        LocalDate before = count == 0 ? null : reading.intervals.get(count - 1).to();
        reading.whole &= row.getInt(2) == count
                && (count == 0 || before != null)
                && Objects.equals(interval.from(), before)
                && Objects.equals(interval.from(), row.getObject(3, LocalDate.class))
                && Objects.equals(interval.to(), row.getObject(4, LocalDate.class))
                && interval.control().assurance().name().equals(row.getString(5));
        if (row.getInt(2) == 0) {
            reading.rules = row.getString(7);
        }
        reading.intervals.add(interval);
    }
}
