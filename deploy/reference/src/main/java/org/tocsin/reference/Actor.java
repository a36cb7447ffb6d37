package org.tocsin.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A party to a conflict, or one who reports on it.
 *
 * @param id slug, stable ({@code islamic-state})
 * @param name the common English name
 * @param kind what kind of party
 * @param countries ISO codes of the countries where it is active; empty if anywhere
 * @param aliases further names in use in the news
 * @param holdsFor id of the actor on whose behalf it holds ground (a government, an umbrella), or empty if it holds for itself
 * @param allies ids of actors that it fights beside without holding for them
 * @param activeFrom its first day, where it is known
 * @param activeTo its last day, where it has ended
 */
public record Actor(
        String id,
        String name,
        ActorKind kind,
        List<String> countries,
        List<String> aliases,
        String holdsFor,
        List<String> allies,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeTo) {

    public Actor {
        countries = List.copyOf(countries);
        aliases = List.copyOf(aliases);
        allies = List.copyOf(allies);
    }

    /** Whether it existed on that day, as far as its dates are known. */
    public boolean activeOn(LocalDate day) {
        return activeFrom.map(first -> !day.isBefore(first)).orElse(true)
                && activeTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
