package org.tocsin.events.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Reads what analysts decided about places. */
@Singleton
class DecisionRows {
    private static final String DECISIONS = """
            select place, id, state, holder, parties, valid_from, expires_at, recorded_at, expires_at <= %s
            from decision where place = any(?) and %s
            """;
    /** By the clock of the database, which is one for all replicas, lest one of them revive what another one saw expire. */
    private static final String NOW = DECISIONS.formatted("clock_timestamp()", "withdrawn_at is null");

    private static final String THEN =
            DECISIONS.formatted("?", "recorded_at <= ? and (withdrawn_at is null or withdrawn_at > ?)");

    private final Database database;
    private final ObjectMapper json;
    private final Places places;

    DecisionRows(Database database, ObjectMapper json, Places places) {
        this.database = database;
        this.json = json;
        this.places = places;
    }

    /** The decisions on each place that were recorded by then and not withdrawn; one that has expired by then ends on its day. Empty for now. */
    Map<String, List<Decision>> on(Collection<String> ids, Optional<Instant> knownAt, Alignment sides) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(knownAt.isPresent() ? THEN : NOW)) {
                int index = 1;
                if (knownAt.isPresent()) {
                    select.setObject(index++, knownAt.get().atOffset(ZoneOffset.UTC));
                }
                select.setArray(index++, connection.createArrayOf("text", ids.toArray()));
                if (knownAt.isPresent()) {
                    select.setObject(index++, knownAt.get().atOffset(ZoneOffset.UTC));
                    select.setObject(index, knownAt.get().atOffset(ZoneOffset.UTC));
                }
                Map<String, List<Decision>> decisions = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String place = row.getString(1);
                        decisions
                                .computeIfAbsent(place, id -> new ArrayList<>())
                                .add(decision(row, Known.place(places, place), sides));
                    }
                }
                return decisions;
            }
        });
    }

    private Decision decision(ResultSet row, Place place, Alignment sides) throws SQLException {
        State state = State.valueOf(row.getString(3));
        String named = row.getString(4);
        Party holder = named == null ? null : sides.side(named, null);
        List<Share> parties = sharesOf(row.getString(5), sides);
        if (state == State.CONTESTED) {
            holder = parties.get(0).actor();
        }
        if (parties.size() == 1) {
            // They were merged into one since it was decided.
            state = State.HELD;
            parties = List.of();
        }
        OffsetDateTime expires = row.getObject(7, OffsetDateTime.class);
        LocalDate from = row.getObject(6, LocalDate.class);
        return new Decision(
                row.getString(2),
                state,
                holder,
                parties.isEmpty() ? null : parties.get(1).actor(),
                parties,
                from,
                row.getBoolean(9) ? end(expires, place, from) : null,
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    /** A decision that has expired counts for the days before the one on which it did, but for one day at least. */
    private static LocalDate end(OffsetDateTime expires, Place place, LocalDate from) {
        LocalDate day = LocalDate.ofInstant(expires.toInstant(), place.zone());
        return day.isAfter(from) ? day : from.plusDays(1);
    }

    /** Each side once. */
    private List<Share> sharesOf(String stored, Alignment sides) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (StoredShare share : shares(stored)) {
            Party side = Objects.requireNonNull(sides.side(share.actor(), null));
            shares.putIfAbsent(side.key(), new Share(side, share.extent()));
        }
        return List.copyOf(shares.values());
    }

    private List<StoredShare> shares(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
