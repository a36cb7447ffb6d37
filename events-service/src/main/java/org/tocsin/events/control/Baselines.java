package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.events.actor.Alignment;
import org.tocsin.events.actor.Party;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Who holds places as long as nothing is known: the recognised government of the country, or whom analysts set for a place, region or country. */
@Singleton
class Baselines {
    private final BaselineRows rows;
    private final Places places;
    private final Sides sides;

    Baselines(BaselineRows rows, Places places, Sides sides) {
        this.rows = rows;
        this.places = places;
        this.sides = sides;
    }

    /** The holder of each place; empty where nobody is known to hold it. */
    Map<String, Optional<Party>> of(Collection<String> ids, Optional<Instant> knownAt, Alignment alignment) {
        Map<String, Place> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, Known.place(places, id)));
        Set<String> scopes = new HashSet<>();
        wanted.values().forEach(place -> scopes.addAll(BaselineSet.scopes(place)));
        BaselineSet set = rows.among(scopes, knownAt);
        Map<String, Optional<Party>> holders = new HashMap<>();
        wanted.forEach((id, place) -> holders.put(id, holder(place, set).map(actor -> alignment.side(actor, null))));
        return holders;
    }

    /** The actor that holds the place by this set, not its side. */
    Optional<String> holder(Place place, BaselineSet set) {
        return set.holder(place, sides.governmentOf(place.country()));
    }
}
