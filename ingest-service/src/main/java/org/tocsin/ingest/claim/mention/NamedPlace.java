package org.tocsin.ingest.claim.mention;

import org.tocsin.reference.Place;

/**
 * A place that a text names.
 *
 * @param start char index of the first character of the name
 * @param end char index after the last
 * @param place the likeliest place of that name in this report
 * @param role what it is named for
 */
public record NamedPlace(int start, int end, Place place, Role role) {
    /** What a place is named for. */
    public enum Role {
        /** Something happens there, or it is what is spoken of. */
        SCENE,
        /** It only tells where something else is: "near Mosul", "60 km west of Mosul". */
        ORIENTATION,
        /** Where the report was written: "BAGHDAD (Agency) -". */
        DATELINE,
        /** The name is that of a wider area: "Aleppo province". */
        AREA
    }
}
