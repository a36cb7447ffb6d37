package org.tocsin.events.control;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.reference.Place;

/**
 * Who holds places as long as nothing is known, where analysts set it for a place, a region or a country.
 *
 * @param holders slug by scope; empty for nobody known
 */
record BaselineSet(SortedMap<String, Optional<String>> holders) {
    BaselineSet {
        holders = Collections.unmodifiableSortedMap(new TreeMap<>(holders));
    }

    /** The scopes for which a set says something that an earlier one did not, says nothing any more, and says something else. */
    record Difference(Set<String> added, Set<String> removed, Set<String> changed) {}

    /** The holder set for the narrowest scope that the place is in, else its government. */
    Optional<String> holder(Place place, Optional<String> government) {
        for (String scope : scopes(place)) {
            Optional<String> holder = holders.get(scope);
            if (holder != null) {
                return holder;
            }
        }
        return government;
    }

    /** The narrowest first. */
    static List<String> scopes(Place place) {
        return List.of(place.id(), place.admin1(), place.country());
    }

    Difference since(BaselineSet before) {
        Set<String> added = new TreeSet<>(holders.keySet());
        added.removeAll(before.holders.keySet());
        Set<String> removed = new TreeSet<>(before.holders.keySet());
        removed.removeAll(holders.keySet());
        Set<String> changed = new TreeSet<>(holders.keySet());
        changed.removeIf(
                scope -> added.contains(scope) || Objects.equals(holders.get(scope), before.holders.get(scope)));
        return new Difference(added, removed, changed);
    }
}
