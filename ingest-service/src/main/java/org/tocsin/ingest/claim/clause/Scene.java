package org.tocsin.ingest.claim.clause;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/**
 * One sentence in its report: its syntax, and what its names are resolved against.
 *
 * @param body first token after a dateline or a heading with a colon
 * @param countriesHere codes of the countries named in it
 */
record Scene(
        Syntax syntax,
        Surroundings report,
        Memory memory,
        int body,
        Set<String> countriesHere,
        Places places,
        Pointers pointers) {
    static Scene of(Syntax syntax, Surroundings report, Memory memory, int body, Places places, Pointers pointers) {
        Set<String> countries = new HashSet<>();
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (words.mention(i) instanceof Mention.OfCountry named) {
                countries.add(named.country().code());
            }
        }
        return new Scene(syntax, report, memory, body, countries, places, pointers);
    }

    Words words() {
        return syntax.words;
    }

    Place resolved(Mention.OfPlace mention) {
        return mention.place();
    }

    /** The place named last before token {@code t} in this sentence, not counting mere orientation. */
    Optional<Place> placeBefore(int t) {
        Place found = null;
        for (int i = words().from(); i < t; i++) {
            @Nullable Mention mention = words().mention(i);
            if (mention instanceof Mention.OfPlace named
                    && named.start() == i
                    && !isOrientation(named)
                    && !pointers.speaks(words(), named)) {
                found = resolved(named);
            }
        }
        return Optional.ofNullable(found);
    }

    /** "the city", "it": the place named last, in this sentence or before. */
    PlaceRole remembered(int start, int end) {
        Place last = placeBefore(start).or(memory::place).orElse(null);
        return new PlaceRole(last, Extent.WHOLE, start, end);
    }

    /** "the city", which may also be named only behind: by whoever speaks of it. */
    PlaceRole rememberedOrBehind(int start, int end) {
        PlaceRole before = remembered(start, end);
        return before.place() != null
                ? before
                : new PlaceRole(onlyPlaceBehind(end).orElse(null), Extent.WHOLE, start, end);
    }

    /** "Rebels took the whole town, an activist said of X": the one place that is named behind, if it is no seat of those who speak. */
    private Optional<Place> onlyPlaceBehind(int t) {
        Set<Place> found = new HashSet<>();
        for (int i = t; i < words().to(); i++) {
            if (words().mention(i) instanceof Mention.OfPlace named && named.start() == i && isWhere(named)) {
                found.add(resolved(named));
            }
        }
        return found.stream()
                .filter(place -> found.size() == 1 && !place.feature().equals("PPLC") && !report.isElsewhere(place))
                .findFirst();
    }

    /** "of X", "X's", "the X council", "leaving X", and no "Usman said". */
    private boolean isWhere(Mention.OfPlace named) {
        boolean owner = words().lower(named.end()).equals("'s") || Retagging.isNounLike(words().tag(named.end()));
        boolean done = words().lower(named.start() - 1).endsWith("ing");
        return (owner || done || ClosedWords.PREPOSITIONS.contains(words().lower(named.start() - 1)))
                && !isOrientation(named);
    }

    boolean isOrientation(Mention.OfPlace named) {
        return pointers.isOrientation(words(), body, named);
    }

    /** The country that a word without its own country most likely speaks of. */
    String country(Optional<Place> place) {
        if (place.isPresent()) {
            return place.get().country();
        }
        if (countriesHere.size() == 1) {
            return countriesHere.iterator().next();
        }
        return report.mainCountry().orElse("");
    }

    Optional<Place> capital(Country country) {
        return places.byId(country.capital());
    }

    static boolean isCapitalOf(Country country, String name) {
        return country.capitalNames().stream().anyMatch(known -> known.equalsIgnoreCase(name));
    }
}
