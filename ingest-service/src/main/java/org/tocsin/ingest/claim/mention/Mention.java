package org.tocsin.ingest.claim.mention;

import java.util.List;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Region;

/** A name that stands in a text, from token {@code start} up to but not including {@code end}. */
public sealed interface Mention {
    int start();

    int end();

    /**
     * @param candidates the places of this name: the most populous first, and once the mentions are {@link Mentions#supportedBy} their report, the likeliest
     * @param exact false if the name only sounds like theirs
     */
    record OfPlace(int start, int end, List<Place> candidates, boolean exact) implements Mention {
        /** The likeliest place of the name. */
        public Place place() {
            return candidates.get(0);
        }
    }

    record OfParty(int start, int end, List<Actor> candidates) implements Mention {}

    /** @param demonym "Iraqi" rather than "Iraq" */
    record OfCountry(int start, int end, Country country, boolean demonym) implements Mention {}

    /** A state or province: "Texas", "Nineveh", and "Ky." behind the name of a town. */
    record OfRegion(int start, int end, List<Region> candidates) implements Mention {}
}
