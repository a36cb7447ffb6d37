package org.tocsin.reference;

import java.time.ZoneId;

/**
 * A populated place.
 *
 * @param id GeoNames id, or {@code x<number>} for a place of the project's own supplement, or {@code x1000001} and above for one of a newer GeoNames
 * @param name the name to show, in Latin letters
 * @param country ISO 3166-1 alpha-2, upper case ({@code XK} for Kosovo)
 * @param admin1 GeoNames code of the first-level division ({@code IQ.15}), or empty
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param population as GeoNames has it; 0 where it is not known
 * @param feature GeoNames feature code ({@code PPLA}, {@code PPL}, ...)
 * @param timeZone IANA name
 */
public record Place(
        String id,
        String name,
        String country,
        String admin1,
        double latitude,
        double longitude,
        long population,
        String feature,
        String timeZone) {
    /** The ids of what a newer GeoNames added begin far above those of the project's own supplement. */
    private static final int LENGTH_OF_RECENT_ID = "x1000001".length();

    /** Whether the project's own supplement has it, because it was fought over. */
    public boolean isContested() {
        return id.startsWith("x") && id.length() < LENGTH_OF_RECENT_ID;
    }

    /** The zone in which the place's days begin and end. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
