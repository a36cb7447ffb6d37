package org.tocsin.events.decision;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.control.ControlView.PartyShare;
import org.tocsin.events.control.State;
import org.tocsin.events.control.StoredShare;
import org.tocsin.events.database.Database;
import org.tocsin.events.decision.DecisionCheck.Draft;
import org.tocsin.events.decision.DecisionView.Status;
import org.tocsin.events.place.Known;
import org.tocsin.events.place.PlaceView;
import org.tocsin.reference.Places;

/** Keeps what analysts decided. */
@Singleton
public class Decisions {
    private static final String SELECT = """
            select id, place, state, holder, parties, valid_from, expires_at, reason, author, recorded_at, withdrawn_at, withdrawn_by,
                withdrawal_reason, expires_at <= clock_timestamp() as expired
            from decision
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Places places;
    private final Sides sides;

    Decisions(Database database, ObjectMapper json, Places places, Sides sides) {
        this.database = database;
        this.json = json;
        this.places = places;
        this.sides = sides;
    }

    /** The decision of this id, withdrawn or not. */
    public Optional<DecisionView> byId(UUID id) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "where id = ?")) {
                select.setObject(1, id);
                return read(select).stream().findFirst();
            }
        });
    }

    /**
     * Decisions on a place in the order in which they were recorded.
     *
     * @param after only those recorded after the decision of this id; null for all
     */
    List<DecisionView> on(String place, @Nullable UUID after, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + """
                    where place = ? and (?::uuid is null or recorded_at > (select recorded_at from decision where id = ?))
                    order by recorded_at limit ?
                    """)) {
                select.setString(1, place);
                select.setObject(2, after);
                select.setObject(3, after);
                select.setInt(4, limit);
                return read(select);
            }
        });
    }

    /**
     * What was decided on a place before.
     *
     * @param standing how many decisions were not withdrawn
     * @param last when the last one was recorded
     */
    record Past(int standing, Optional<Instant> last) {}

    Past past(String place) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select count(*) filter (where withdrawn_at is null), max(recorded_at) from decision where place = ?
                    """)) {
                select.setString(1, place);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new Past(row.getInt(1), Optional.ofNullable(time(row, 2)));
                }
            }
        });
    }

    void insert(UUID id, String place, Draft draft, String author, Instant now) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into decision (id, place, state, holder, parties, valid_from, expires_at, reason, author, recorded_at)
                    values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                    """)) {
                Instant expires = draft.expiresAt();
                insert.setObject(1, id);
                insert.setString(2, place);
                insert.setString(3, draft.state().name());
                insert.setString(4, draft.holder());
                insert.setString(5, text(draft.parties()));
                insert.setObject(6, draft.from());
                insert.setObject(7, expires == null ? null : expires.atOffset(ZoneOffset.UTC));
                insert.setString(8, draft.reason());
                insert.setString(9, author);
                insert.setObject(10, now.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    void withdraw(UUID id, String reason, String author, Instant now) {
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update decision set withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?
                    where id = ? and withdrawn_at is null
                    """)) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setString(2, author);
                update.setString(3, reason);
                update.setObject(4, id);
                update.executeUpdate();
            }
        });
    }

    private List<DecisionView> read(PreparedStatement select) throws SQLException {
        List<DecisionView> decisions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                decisions.add(decision(row));
            }
        }
        return decisions;
    }

    private DecisionView decision(ResultSet row) throws SQLException {
        Instant withdrawn = time(row, 11);
        Status otherwise = row.getBoolean(14) ? Status.EXPIRED : Status.STANDING;
        return new DecisionView(
                row.getString(1),
                PlaceView.of(Known.place(places, row.getString(2))),
                State.valueOf(row.getString(3)),
                sides.party(row.getString(4), null),
                shares(row.getString(5)),
                row.getObject(6, LocalDate.class),
                time(row, 7),
                row.getString(8),
                row.getString(9),
                Objects.requireNonNull(time(row, 10)),
                withdrawn,
                row.getString(12),
                row.getString(13),
                withdrawn == null ? otherwise : Status.WITHDRAWN);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private List<PartyShare> shares(String stored) {
        try {
            List<StoredShare> shares = json.readValue(stored, new TypeReference<>() {});
            return shares.stream()
                    .map(share -> new PartyShare(party(share.actor()), share.extent()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Party party(String id) {
        return Objects.requireNonNull(sides.party(id, null));
    }

    private String text(List<StoredShare> shares) {
        try {
            return json.writeValueAsString(shares);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
