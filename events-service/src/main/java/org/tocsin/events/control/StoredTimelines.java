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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;

/** Reads stored timelines as they are, be they damaged. */
@Singleton
public class StoredTimelines {
    /** The revision of what nobody noted. */
    private static final long NEVER = -1;

    private static final Logger LOG = Logger.getLogger(StoredTimelines.class);

    private final Database database;
    private final TimelineRows timelines;
    private final RecentTimelines recent;
    private final Records records;
    private final RulesInForce rules;

    StoredTimelines(
            Database database, TimelineRows timelines, RecentTimelines recent, Records records, RulesInForce rules) {
        this.database = database;
        this.timelines = timelines;
        this.recent = recent;
        this.records = records;
        this.rules = rules;
    }

    /** What is believed now of one day; looks only at that day's interval, if it can be read. */
    Control at(String place, LocalDate day) {
        Optional<String> control = database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select control from control_interval
                    where place = ? and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?) limit 1
                    """)) {
                select.setString(1, place);
                select.setObject(2, day);
                select.setObject(3, day);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
        return control.flatMap(this::readable)
                .orElseGet(() -> believed(place).intervalAt(day))
                .control();
    }

    private Optional<Interval> readable(String control) {
        try {
            return Optional.of(timelines.read(control));
        } catch (IllegalStateException damaged) {
            return Optional.empty();
        }
    }

    /** The timeline that is believed now; where what is stored is damaged, the one that follows from what is recorded. */
    Timeline believed(String place) {
        Stored row = lately(List.of(place)).get(place);
        if (row == null) {
            return Timelines.baselineOf(records.baselinesOf(List.of(place))
                    .getOrDefault(place, Optional.empty())
                    .orElse(null));
        }
        if (row.whole()) {
            return new Timeline(row.intervals());
        }
        LOG.errorf("the stored timeline of place=%s is damaged, to be rebuilt", place);
        return Timelines.timelineOf(
                records.asOf(place, Optional.empty(), Optional.empty()),
                row.rules().orElseGet(() -> rules.asOf(Optional.empty())));
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
        private final @Nullable String rules;
        private final long revision;
        private boolean whole;

        Reading(@Nullable String rules, long revision) {
            this.rules = rules;
            this.revision = revision;
            this.whole = revision != NEVER;
        }

        Optional<RulesVersion> rulesVersion() {
            return rules == null ? Optional.empty() : RulesVersion.byId(rules);
        }

        Stored stored() {
            boolean ends =
                    !intervals.isEmpty() && intervals.get(intervals.size() - 1).to() == null;
            return new Stored(intervals, whole && ends, rulesVersion());
        }
    }

    /** The stored intervals of each place, read anew; places without any are left out. */
    public Map<String, Stored> of(Collection<String> places) {
        Map<String, Reading> readings = noted(places);
        read(places, readings);
        return stored(readings);
    }

    /** The same of which that was not read or written lately is read; damage since then is not seen. */
    public Map<String, Stored> lately(Collection<String> places) {
        Map<String, Reading> readings = noted(places);
        Map<String, Stored> stored = new HashMap<>();
        readings.forEach((place, reading) -> recent.of(place, reading.revision)
                .ifPresent(
                        timeline -> stored.put(place, new Stored(timeline.intervals(), true, reading.rulesVersion()))));
        readings.keySet().removeAll(stored.keySet());
        read(places.stream().filter(place -> !stored.containsKey(place)).toList(), readings);
        stored(readings).forEach((place, row) -> {
            stored.put(place, row);
            if (row.whole()) {
                recent.keep(place, Objects.requireNonNull(readings.get(place)).revision, new Timeline(row.intervals()));
            }
        });
        return stored;
    }

    private static Map<String, Stored> stored(Map<String, Reading> readings) {
        Map<String, Stored> stored = new HashMap<>();
        readings.forEach((place, reading) -> stored.put(place, reading.stored()));
        return stored;
    }

    /** What is noted of the timelines of the places that have one. */
    private Map<String, Reading> noted(Collection<String> places) {
        return database.ask(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select place, rules, revision from timeline where place = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", places.toArray()));
                Map<String, Reading> readings = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        readings.put(row.getString(1), new Reading(row.getString(2), row.getLong(3)));
                    }
                }
                return readings;
            }
        });
    }

    private void read(Collection<String> places, Map<String, Reading> readings) {
        if (places.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place, valid_from, valid_to, assurance, control from control_interval
                    where place = any(?) order by place, valid_from nulls first
                    """)) {
                select.setArray(1, connection.createArrayOf("text", places.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        read(row, readings.computeIfAbsent(row.getString(1), place -> new Reading(null, NEVER)));
                    }
                }
            }
        });
    }

    private void read(ResultSet row, Reading reading) throws SQLException {
        Interval interval = readable(row.getString(5)).orElse(null);
        if (interval == null) {
            reading.whole = false;
            return;
        }
        int count = reading.intervals.size();
        LocalDate before = count == 0 ? null : reading.intervals.get(count - 1).to();
        reading.whole &= (count == 0 || before != null)
                && Objects.equals(interval.from(), before)
                && Objects.equals(interval.from(), row.getObject(2, LocalDate.class))
                && Objects.equals(interval.to(), row.getObject(3, LocalDate.class))
                && interval.control().assurance().name().equals(row.getString(4));
        reading.intervals.add(interval);
    }
}
