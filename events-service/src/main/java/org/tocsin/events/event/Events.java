package org.tocsin.events.event;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.Filter;
import org.tocsin.events.place.PlaceView;
import org.tocsin.reference.Places;

/** Reads stored events. */
@Singleton
public class Events {
    private static final String SELECT = """
            select * from (
                select e.serial, e.id, e.type, e.stance, e.changes_hands, e.extent, e.confidence, e.place, e.country, e.latitude,
                    e.longitude, e.actor, e.actor_name, e.target, e.target_name, e.claimant, e.claimant_name, e.occurred_on,
                    e.date_precision, e.evidence, e.reasons, e.report, e.publisher, r.title, r.url, e.published_at, e.copy_of,
                    e.recorded_at, e.withdrawn_at
                from event e join report_revision r on r.report = e.report and r.revision = e.revision) event
            """;

    private final Database database;
    private final Places places;
    private final Sides sides;

    Events(Database database, Places places, Sides sides) {
        this.database = database;
        this.places = places;
        this.sides = sides;
    }

    /** An event with its number in the order of storing. */
    record Numbered(long serial, EventView event) {}

    /** The first {@code limit} events that fit, in the order in which they were stored. */
    List<Numbered> fitting(Filter filter, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = filter.prepare(connection, SELECT, "order by serial limit ?", limit)) {
                return read(select);
            }
        });
    }

    /** The events of these ids, withdrawn ones too, in the order of publication; unknown ids are left out. */
    public List<EventView> byIds(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.ask(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(SELECT + " where id = any(?) order by published_at, id")) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                return read(select).stream().map(Numbered::event).toList();
            }
        });
    }

    private List<Numbered> read(PreparedStatement select) throws SQLException {
        List<Numbered> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(new Numbered(row.getLong("serial"), event(row)));
            }
        }
        return events;
    }

    private EventView event(ResultSet row) throws SQLException {
        EventType type = EventType.valueOf(row.getString("type"));
        Stance stance = Stance.valueOf(row.getString("stance"));
        Extent extent = Extent.valueOf(row.getString("extent"));
        boolean changesHands = row.getBoolean("changes_hands");
        PlaceView place = place(row.getString("place"));
        Party actor = sides.party(row.getString("actor"), row.getString("actor_name"));
        String copyOf = row.getString("copy_of");
        boolean withdrawn = row.getObject("withdrawn_at") != null;
        Optional<String> weighsNot =
                Weight.missing(type, stance, changesHands, extent, actor != null, place != null, withdrawn, copyOf);
        return new EventView(
                row.getString("id"),
                type,
                type.codes(),
                stance,
                changesHands,
                extent,
                row.getDouble("confidence"),
                place,
                actor,
                sides.party(row.getString("target"), row.getString("target_name")),
                sides.party(row.getString("claimant"), row.getString("claimant_name")),
                row.getObject("occurred_on", LocalDate.class),
                DatePrecision.valueOf(row.getString("date_precision")),
                row.getString("evidence"),
                row.getString("reasons"),
                new EventView.ReportView(
                        row.getString("report"),
                        row.getString("publisher"),
                        row.getString("title"),
                        row.getString("url"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        copyOf),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                withdrawn ? EventView.Status.WITHDRAWN : EventView.Status.ACTIVE,
                weighsNot.isEmpty(),
                weighsNot.orElse(null));
    }

    private @Nullable PlaceView place(@Nullable String id) {
        return id == null ? null : places.byId(id).map(PlaceView::of).orElse(null);
    }
}
