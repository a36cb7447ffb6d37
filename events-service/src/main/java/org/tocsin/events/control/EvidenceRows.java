package org.tocsin.events.control;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;
import org.tocsin.events.publisher.Grade;

/** Reads what reports say about places, as evidence. */
@Singleton
class EvidenceRows {
    private static final String EVENTS = """
            select e.place, e.id, e.type, e.stance, e.changes_hands, e.extent, e.actor, e.actor_name, e.target, e.target_name,
                e.claimant, e.claimant_name, e.occurred_on, e.date_precision, e.report, e.publisher, e.published_at, %s
            where e.place = any(?) and e.type = any(?) and %s
            """;
    private static final String NOW = EVENTS.formatted("""
            e.copy_of, p.grade, p.curated
            from event e join publisher p on p.slug = e.publisher
            """, "e.withdrawn_at is null");
    private static final String THEN = EVENTS.formatted(
            """
            (select l.copy_of from copy_link l where l.report = e.report and l.recorded_at <= ?
                order by l.serial desc limit 1), g.grade, g.curated
            from event e left join lateral (select grade, curated from publisher_grade g
                where g.publisher = e.publisher and g.recorded_at <= ? order by g.recorded_at desc limit 1) g on true
            """, "e.recorded_at <= ? and (e.withdrawn_at is null or e.withdrawn_at > ?) and e.published_at <= ?");
    static final Object[] WEIGHING = Arrays.stream(EventType.values())
            .filter(EventType::weighs)
            .map(EventType::name)
            .toArray();
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Database database;

    EvidenceRows(Database database) {
        this.database = database;
    }

    /** What is believed now: a list for each place, empty where nothing is recorded. */
    Map<String, List<Evidence>> on(Collection<String> places, Alignment sides) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NOW)) {
                bindPlaces(connection, select, 1, places);
                return read(select, places, sides);
            }
        });
    }

    /**
     * What was recorded about a place at an earlier time.
     *
     * @param knownAt only what was recorded by then and not withdrawn yet, with the grades and the
     *     links of near copies of then; empty for now
     * @param publishedUntil only what was published by then; empty for all
     */
    List<Evidence> asOf(String place, Optional<Instant> knownAt, Optional<Instant> publishedUntil, Alignment sides) {
        OffsetDateTime known =
                knownAt.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(ALWAYS);
        OffsetDateTime published =
                publishedUntil.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(ALWAYS);
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(THEN)) {
                select.setObject(1, known);
                select.setObject(2, known);
                bindPlaces(connection, select, 3, List.of(place));
                select.setObject(5, known);
                select.setObject(6, known);
                select.setObject(7, published);
                return read(select, List.of(place), sides).getOrDefault(place, List.of());
            }
        });
    }

    private static void bindPlaces(
            Connection connection, PreparedStatement select, int index, Collection<String> places) throws SQLException {
        select.setArray(index, connection.createArrayOf("text", places.toArray()));
        select.setArray(index + 1, connection.createArrayOf("text", WEIGHING));
    }

    private static Map<String, List<Evidence>> read(
            PreparedStatement select, Collection<String> places, Alignment sides) throws SQLException {
        Map<String, List<Evidence>> found = new HashMap<>();
        places.forEach(place -> found.put(place, new ArrayList<>()));
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getString(1), place -> new ArrayList<>())
                        .add(evidence(row, sides));
            }
        }
        return found;
    }

    private static Evidence evidence(ResultSet row, Alignment sides) throws SQLException {
        String grade = row.getString(19);
        return new Evidence(
                row.getString(2),
                EventType.valueOf(row.getString(3)),
                Stance.valueOf(row.getString(4)),
                row.getBoolean(5),
                Extent.valueOf(row.getString(6)),
                sides.side(row.getString(7), row.getString(8)),
                sides.side(row.getString(9), row.getString(10)),
                sides.side(row.getString(11), row.getString(12)),
                row.getObject(13, LocalDate.class),
                DatePrecision.valueOf(row.getString(14)),
                new Evidence.Source(
                        row.getString(15),
                        row.getString(16),
                        Grade.valueOf(grade == null ? "F" : grade),
                        row.getBoolean(20),
                        row.getObject(17, OffsetDateTime.class).toInstant(),
                        row.getString(18)));
    }
}
