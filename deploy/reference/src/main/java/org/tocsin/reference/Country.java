package org.tocsin.reference;

import java.util.List;
import java.util.Locale;

/**
 * A country or territory with a code of its own.
 *
 * @param code ISO 3166-1 alpha-2, upper case ({@code XK} for Kosovo)
 * @param name the common English name
 * @param names all names in use in English, the common one first
 * @param demonyms adjectives and words for its people; the first is the adjective
 * @param capital place id of the capital, or empty
 * @param capitalNames English names of the capital, which also stand for the government
 * @param neighbours codes of the countries it borders on land
 */
public record Country(
        String code,
        String name,
        List<String> names,
        List<String> demonyms,
        String capital,
        List<String> capitalNames,
        List<String> neighbours) {

    public Country {
        names = List.copyOf(names);
        demonyms = List.copyOf(demonyms);
        capitalNames = List.copyOf(capitalNames);
        neighbours = List.copyOf(neighbours);
    }

    /** The actor that is its recognised government: {@code government-of-iq}. */
    public String government() {
        return "government-of-" + code.toLowerCase(Locale.ROOT);
    }

    /** The actor that is its armed forces and police: {@code armed-forces-of-iq}. */
    public String armedForces() {
        return "armed-forces-of-" + code.toLowerCase(Locale.ROOT);
    }
}
