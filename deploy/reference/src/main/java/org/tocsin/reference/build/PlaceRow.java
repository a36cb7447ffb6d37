package org.tocsin.reference.build;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** A place as read from the raw files, with all its spellings. */
record PlaceRow(
        int id,
        String name,
        Set<String> spellings,
        double latitude,
        double longitude,
        String country,
        String admin1,
        String feature,
        int population,
        String timeZone,
        Set<Integer> formerIds) {

    /** The first id of what a newer GeoNames has (negative here, as the supplement's). */
    static final int FIRST_RECENT = -1_000_001;

    /** Of a newer GeoNames: nothing but its name and where it lies is known. */
    boolean isRecent() {
        return id <= FIRST_RECENT;
    }

    /** The same place, shown under another name and with further spellings. */
    PlaceRow named(String shown, Iterable<String> further) {
        Set<String> all = new LinkedHashSet<>(spellings);
        all.add(shown);
        further.forEach(all::add);
        return with(shown, all, formerIds);
    }

    /** The same place with what another row of it adds; that row's id still leads here. */
    PlaceRow joined(PlaceRow twin) {
        Set<String> all = new LinkedHashSet<>(spellings);
        all.addAll(twin.spellings());
        Set<Integer> ids = new TreeSet<>(formerIds);
        ids.add(twin.id());
        return with(name, all, ids);
    }

    private PlaceRow with(String shown, Set<String> allSpellings, Set<Integer> ids) {
        return new PlaceRow(
                id, shown, allSpellings, latitude, longitude, country, admin1, feature, population, timeZone, ids);
    }
}
