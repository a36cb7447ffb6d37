package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.Box;
import org.tocsin.events.place.Filter;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Reads who holds many places on one day. */
@Singleton
class ControlRows {
    private static final String SELECT = "select place, control from control_interval";
    /** An instant is one of up to three local days, on each of which a place may have another interval. */
    private static final int DAYS = 3;

    private final Database database;
    private final TimelineRows timelines;
    private final Records records;
    private final Places places;

    ControlRows(Database database, TimelineRows timelines, Records records, Places places) {
        this.database = database;
        this.timelines = timelines;
        this.records = records;
        this.places = places;
    }

    /**
     * Which places are asked for; those that fit all that is given.
     *
     * @param country ISO 3166-1 alpha-2, upper case
     * @param region GeoNames admin1 code
     */
    record Area(
            @Nullable String country,
            @Nullable String region,
            @Nullable Box box) {
        boolean covers(Place place) {
            return (country == null || country.equals(place.country()))
                    && (region == null || region.equals(place.admin1()))
                    && (box == null || box.covers(place.latitude(), place.longitude()));
        }
    }

    /** @param next the last place of the page if there are more; null on the last page */
    record Page(Map<String, Control> controls, @Nullable String next) {
        static Page of(LinkedHashMap<String, Control> found, int limit) {
            if (found.size() <= limit) {
                return new Page(found, null);
            }
            LinkedHashMap<String, Control> first = new LinkedHashMap<>();
            String last = null;
            for (var entry : found.entrySet()) {
                if (first.size() == limit) {
                    break;
                }
                last = entry.getKey();
                first.put(last, entry.getValue());
            }
            return new Page(first, last);
        }
    }

    private record Row(Place place, Interval interval) {}

    /** Places about whose holder something is recorded for the day, at most {@code limit} in the order of their ids. */
    Page aboveBaseline(Area area, PlaceDay day, @Nullable String after, int limit) {
        LinkedHashMap<String, Control> found = new LinkedHashMap<>();
        int batch = DAYS * (limit + 2);
        String from = after;
        boolean more = true;
        while (more && found.size() <= limit) {
            List<Row> rows = recordedAfter(from, area, day, batch);
            more = rows.size() == batch;
            // The last place of a full batch may have rows that are in the next one only.
            String cut = more ? rows.get(rows.size() - 1).place().id() : "";
            for (Row row : rows) {
                Place place = row.place();
                if (!place.id().equals(cut)) {
                    from = place.id();
                    if (area.covers(place) && row.interval().covers(day.at(place))) {
                        found.put(place.id(), row.interval().control());
                    }
                }
            }
        }
        return Page.of(found, limit);
    }

    private List<Row> recordedAfter(@Nullable String after, Area area, PlaceDay day, int limit) {
        String region = area.region();
        Filter filter = new Filter()
                .and("assurance <> 'BASELINE'")
                .and("country = ?", area.country())
                .and("country = ?", region == null ? null : region.substring(0, 2))
                .in(area.box())
                .and("place > ?", after)
                .and("(valid_from is null or valid_from <= ?)", day.latest())
                .and("(valid_to is null or valid_to > ?)", day.earliest());
        return read(filter, "order by place, valid_from nulls first limit ?", limit);
    }

    /** Of these places those in the area, whether something is recorded about them or not, in the order of their ids. */
    Page among(Collection<Place> asked, Area area, PlaceDay day, @Nullable String after, int limit) {
        List<Place> page = asked.stream()
                .filter(area::covers)
                .filter(place -> after == null || place.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Place::id))
                .distinct()
                .limit(limit + 1L)
                .toList();
        LinkedHashMap<String, Control> found = new LinkedHashMap<>();
        Map<String, Control> stored = storedOf(page, day);
        List<String> unheard = page.stream()
                .map(Place::id)
                .filter(id -> !stored.containsKey(id))
                .toList();
        var baselines = records.baselinesOf(unheard);
        for (Place place : page) {
            Control control = stored.get(place.id());
            found.put(
                    place.id(),
                    control != null
                            ? control
                            : Control.baseline(
                                    baselines.containsKey(place.id())
                                            ? baselines.get(place.id()).orElse(null)
                                            : null));
        }
        return Page.of(found, limit);
    }

    private Map<String, Control> storedOf(List<Place> asked, PlaceDay day) {
        Map<String, Control> stored = new HashMap<>();
        if (asked.isEmpty()) {
            return stored;
        }
        Filter filter = new Filter()
                .and("place = any(?)", asked.stream().map(Place::id).toArray(String[]::new))
                .and("(valid_from is null or valid_from <= ?)", day.latest())
                .and("(valid_to is null or valid_to > ?)", day.earliest());
        for (Row row : read(filter, "limit ?", DAYS * asked.size())) {
            if (row.interval().covers(day.at(row.place()))) {
                stored.put(row.place().id(), row.interval().control());
            }
        }
        return stored;
    }

    private List<Row> read(Filter filter, String end, int limit) {
        return database.ask(connection -> {
            List<Row> rows = new ArrayList<>();
            try (PreparedStatement select = filter.prepare(connection, SELECT, end, limit);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(Known.place(places, row.getString(1)), timelines.read(row.getString(2))));
                }
            }
            return rows;
        });
    }
}
