package org.tocsin.events.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Extent;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Reads what analysts decided about places. */
@Singleton
class DecisionRows {
    private final Database database;
    private final ObjectMapper json;
    private final Places places;
    private final Clock clock;

    DecisionRows(Database database, ObjectMapper json, Places places, Clock clock) {
        this.database = database;
        this.json = json;
        this.places = places;
        this.clock = clock;
    }

    /**
     * One party of a contest, as it is stored.
     *
     * @param actor slug
     */
    @RegisterForReflection
    record StoredShare(String actor, @Nullable Extent extent) {}

    /** The decisions on each place that were recorded by then and not withdrawn; one that has expired by then ends on its day. Empty for now. */
    Map<String, List<Decision>> on(Collection<String> ids, Optional<Instant> knownAt, Alignment sides) {
        Instant known = knownAt.orElseGet(clock::instant);
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place, id, state, holder, parties, valid_from, expires_at, recorded_at from decision
                    where place = any(?) and recorded_at <= ? and (withdrawn_at is null or withdrawn_at > ?)
                    """)) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                select.setObject(2, known.atOffset(ZoneOffset.UTC));
                select.setObject(3, known.atOffset(ZoneOffset.UTC));
                Map<String, List<Decision>> decisions = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String place = row.getString(1);
                        decisions
                                .computeIfAbsent(place, id -> new ArrayList<>())
                                .add(decision(row, Known.place(places, place), known, sides));
                    }
                }
                return decisions;
            }
        });
    }

    private Decision decision(ResultSet row, Place place, Instant known, Alignment sides) throws SQLException {
        List<Share> parties = new ArrayList<>();
        for (StoredShare share : shares(row.getString(5))) {
            parties.add(new Share(Objects.requireNonNull(sides.side(share.actor(), null)), share.extent()));
        }
        State state = State.valueOf(row.getString(3));
        boolean contested = state == State.CONTESTED;
        String holder = row.getString(4);
        Party held = contested ? parties.get(0).actor() : holder == null ? null : sides.side(holder, null);
        OffsetDateTime expires = row.getObject(7, OffsetDateTime.class);
        LocalDate from = row.getObject(6, LocalDate.class);
        return new Decision(
                row.getString(2),
                state,
                held,
                contested && parties.size() > 1 ? parties.get(1).actor() : null,
                parties,
                from,
                expires == null || expires.toInstant().isAfter(known) ? null : end(expires, place, from),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    /** A decision that has expired counts for the days before the one on which it did, but for one day at least. */
    private static LocalDate end(OffsetDateTime expires, Place place, LocalDate from) {
        LocalDate day = LocalDate.ofInstant(expires.toInstant(), place.zone());
        return day.isAfter(from) ? day : from.plusDays(1);
    }

    private List<StoredShare> shares(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
