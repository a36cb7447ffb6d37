package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Realigning;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/**
 * Finds the places with something recorded whose timelines rest on what changed. The others are told from their baseline whenever somebody
 * asks, and need not be thought about.
 */
@Singleton
class Concerned implements Realigning {
    private final Database database;
    private final Places places;
    private final BaselineRows rows;
    private final Baselines baselines;
    private final Rethinking rethinking;

    Concerned(Database database, Places places, BaselineRows rows, Baselines baselines, Rethinking rethinking) {
        this.database = database;
        this.places = places;
        this.rows = rows;
        this.baselines = baselines;
        this.rethinking = rethinking;
    }

    @Override
    public void realigned(Alignment before, Alignment after, String merge, Instant at) {
        Set<String> actors = before.actorsUnlike(after);
        if (!actors.isEmpty()) {
            Set<String> concerned = naming(actors);
            BaselineSet set = rows.all();
            concerned.addAll(recorded(place ->
                    baselines.holder(place, set).filter(actors::contains).isPresent()));
            rethinking.later(concerned, Cause.merge(merge, at));
        }
    }

    /** Thinks again where another baseline holder stands; to how many places that applies. */
    int rebased(BaselineSet before, BaselineSet after, Instant at) {
        Collection<String> concerned =
                recorded(place -> !baselines.holder(place, before).equals(baselines.holder(place, after)));
        rethinking.later(concerned, Cause.baseline(at));
        return concerned.size();
    }

    /** Places whose events or decisions name one of the actors. */
    private Set<String> naming(Set<String> actors) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place from event
                    where withdrawn_at is null and place is not null and type = any(?)
                        and (actor = any(?) or target = any(?) or claimant = any(?))
                    union
                    select place from decision d
                    where withdrawn_at is null and (holder = any(?) or exists (
                        select from jsonb_array_elements(d.parties) party where party ->> 'actor' = any(?)))
                    """)) {
                select.setArray(1, connection.createArrayOf("text", EvidenceRows.WEIGHING));
                for (int i = 2; i <= 6; i++) {
                    select.setArray(i, connection.createArrayOf("text", actors.toArray()));
                }
                return read(select);
            }
        });
    }

    private List<String> recorded(Predicate<Place> fitting) {
        Set<String> ids = database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place from timeline
                    union select place from event where withdrawn_at is null and place is not null and type = any(?)
                    union select place from decision where withdrawn_at is null
                    """)) {
                select.setArray(1, connection.createArrayOf("text", EvidenceRows.WEIGHING));
                return read(select);
            }
        });
        return ids.stream()
                .filter(id -> places.byId(id).filter(fitting).isPresent())
                .toList();
    }

    private static Set<String> read(PreparedStatement select) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }
}
