package org.tocsin.ingest.claim.mention;

import java.util.List;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;

/** A name that stands in a text, from token {@code start} up to but not including {@code end}; it is not yet told which bearer of the name is meant. */
public sealed interface Mention {
    int start();

    int end();

    /** @param candidates the places of this name, the most populous first */
    record OfPlace(int start, int end, List<Place> candidates, boolean exact) implements Mention {}

    record OfParty(int start, int end, List<Actor> candidates) implements Mention {}

    /** @param demonym "Iraqi" rather than "Iraq" */
    record OfCountry(int start, int end, Country country, boolean demonym) implements Mention {}
}
