package org.tocsin.reference.build;

import java.util.LinkedHashSet;
import java.util.Set;

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
        String timeZone) {

    PlaceRow named(String shown, Iterable<String> further) {
        Set<String> all = new LinkedHashSet<>(spellings);
        all.add(shown);
        further.forEach(all::add);
        return new PlaceRow(id, shown, all, latitude, longitude, country, admin1, feature, population, timeZone);
    }
}
