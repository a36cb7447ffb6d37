package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Who holds places as long as nothing is known: the recognised government of the country, or whom analysts set for a place, region or country. */
@Singleton
class Baselines {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Database database;
    private final Places places;
    private final Sides sides;

    Baselines(Database database, Places places, Sides sides) {
        this.database = database;
        this.places = places;
        this.sides = sides;
    }

    /** The holder of each place; empty where nobody is known to hold it. */
    Map<String, Optional<Party>> of(Collection<String> ids, Optional<Instant> knownAt, Alignment alignment) {
        Map<String, Place> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, Known.place(places, id)));
        Map<String, Optional<String>> set = set(wanted.values(), knownAt);
        Map<String, Optional<Party>> holders = new HashMap<>();
        wanted.forEach((id, place) -> holders.put(id, holder(place, set, alignment)));
        return holders;
    }

    private Optional<Party> holder(Place place, Map<String, Optional<String>> set, Alignment alignment) {
        for (String scope : scopes(place)) {
            Optional<String> holder = set.get(scope);
            if (holder != null) {
                return holder.map(id -> alignment.side(id, null));
            }
        }
        return Optional.ofNullable(sides.governmentOf(place.country()));
    }

    /** The narrowest first. */
    private static List<String> scopes(Place place) {
        return List.of(place.id(), place.admin1(), place.country());
    }

    private Map<String, Optional<String>> set(Collection<Place> wanted, Optional<Instant> knownAt) {
        Set<String> scopes = new HashSet<>();
        wanted.forEach(place -> scopes.addAll(scopes(place)));
        OffsetDateTime known =
                knownAt.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(ALWAYS);
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select scope, holder from baseline
                    where scope = any(?) and recorded_at <= ? and (replaced_at is null or replaced_at > ?)
                    """)) {
                select.setArray(1, connection.createArrayOf("text", scopes.toArray()));
                select.setObject(2, known);
                select.setObject(3, known);
                Map<String, Optional<String>> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), Optional.ofNullable(row.getString(2)));
                    }
                }
                return found;
            }
        });
    }
}
