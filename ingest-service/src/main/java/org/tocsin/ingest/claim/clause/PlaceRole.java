package org.tocsin.ingest.claim.clause;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.reference.Place;

/**
 * A place as a phrase speaks of it.
 *
 * @param place null when it is a city or town that the text does not name ("three provincial capitals")
 * @param start first token of the words that name it
 * @param end token after them
 */
record PlaceRole(@Nullable Place place, Extent extent, int start, int end) {
    PlaceRole with(Extent narrower) {
        return new PlaceRole(place, narrower.compareTo(extent) > 0 ? narrower : extent, start, end);
    }
}
