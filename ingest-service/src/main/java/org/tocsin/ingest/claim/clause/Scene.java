package org.tocsin.ingest.claim.clause;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/**
 * One sentence in its report: its syntax, and what its names are resolved against.
 *
 * @param body first token after a dateline or a heading with a colon
 * @param saying verbs of saying, which turn a capital into its government
 * @param regions words that make the name before them that of a region: "province"
 */
record Scene(
        Syntax syntax,
        Surroundings report,
        Memory memory,
        int body,
        Set<String> countriesHere,
        Places places,
        Set<String> regions,
        Set<String> saying) {
    static Scene of(Syntax syntax, Surroundings report, Memory memory, int body, Places places, WordLists cues) {
        Set<String> countries = new HashSet<>();
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (words.mention(i) instanceof Mention.OfCountry named) {
                countries.add(named.country().code());
            }
        }
        return new Scene(syntax, report, memory, body, countries, places, cues.words("region"), cues.words("report"));
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
                    && !speaks(named)) {
                found = resolved(named);
            }
        }
        return Optional.ofNullable(found);
    }

    /** "Moscow claimed", "Kyiv's": a capital that stands for its government. */
    private boolean speaks(Mention.OfPlace named) {
        return named.place().feature().equals("PPLC")
                && (saying.contains(words().lower(named.end()))
                        || words().lower(named.end()).equals("'s"));
    }

    /** "the city", "it": the place named last, in this sentence or before. */
    PlaceRole remembered(int start, int end) {
        Place last = placeBefore(start).or(memory::place).orElse(null);
        return new PlaceRole(last, Extent.WHOLE, start, end);
    }

    /** The first place named in this sentence after token {@code t}. */
    Optional<Place> placeAfter(int t) {
        for (int i = t; i < words().to(); i++) {
            @Nullable Mention mention = words().mention(i);
            if (mention instanceof Mention.OfPlace named && named.start() == i && !isOrientation(named)) {
                return Optional.of(resolved(named));
            }
        }
        return Optional.empty();
    }

    boolean isOrientation(Mention.OfPlace named) {
        Set<String> pointers = Set.of(
                "near", "between", "from", "towards", "toward", "outside", "beyond", "around", "to", "than", "via");
        String before = words().lower(named.start() - 1);
        String before2 = words().lower(named.start() - 2);
        boolean direction = before.equals("of")
                && Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
                        .contains(before2);
        boolean seat = before.equals("in")
                && Set.of(
                                "government",
                                "ministry",
                                "officials",
                                "administration",
                                "authorities",
                                "embassy",
                                "spokesman")
                        .contains(before2);
        boolean region = regions.contains(words().lower(named.end()));
        boolean pair = before.equals("and") && words().lower(named.start() - 3).equals("between");
        return (named.start() < body && !words().lower(body - 1).equals(":"))
                || pointers.contains(before)
                || direction
                || region
                || seat
                || pair;
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
