package org.tocsin.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of governments and their forces, which are not listed but composed: a country ("Iraqi", "Iraq's") and nouns ("government", "security forces"), or
 * "armed forces of" and a country.
 */
final class StateForces {

    private static final Set<String> GOVERNMENT = Set.of(
            "government",
            "authorities",
            "regime",
            "cabinet",
            "officials",
            "administration",
            "presidency",
            "parliament",
            "leadership");

    private static final Set<String> FORCES = Set.of(
            ("aircraft army artillery battalion battalions brigade brigades commandos fleet force forces gendarmerie gendarmes guard guards gunships helicopters infantry jets"
                            + " marines military ministry navy paratroopers personnel planes police servicemen soldiers staff tanks troops unit units warplanes warships")
                    .split(" ", -1));

    private static final Set<String> MODIFIERS = Set.of(
            ("air airborne arab armed army armored armoured black border civil coast combat counter counterterrorism defence defense elite federal fighter general government ground"
                            + " infantry interior intervention joint land marine military national naval operations paramilitary people police presidential quick rapid reaction regime regular"
                            + " republican rocket s sea security special state tank terrorism")
                    .split(" ", -1));

    private static final Set<String> BEFORE_OF =
            Set.of("government", "forces", "army", "military", "authorities", "ministry");

    private static final Set<String> TURNING_PREFIXES = Set.of("pro", "anti", "ex", "non");

    private static final int MAX_WORDS = 6;

    private final Countries countries;
    private final Phrases<Country> capitals = new Phrases<>();

    StateForces(Countries countries) {
        this.countries = countries;
        countries.all().forEach(country -> country.capitalNames().forEach(name -> capitals.add(name, country)));
    }

    /** A government, or its forces, named in the text; several countries for "Congolese". */
    record Hit(int end, List<Country> countries, boolean forces) {}

    Optional<Hit> longestAt(String text, int start) {
        if (!Words.startsAt(text, start) || isTurned(text, start)) {
            return Optional.empty();
        }
        Optional<Countries.Match> country = countries.longestAt(text, start);
        if (country.isPresent()) {
            return nounsAfter(text, start, country.get().end(), country.get().candidates());
        }
        return capitals.longestAt(text, start, Spelling::fits)
                .flatMap(hit -> nounsAfter(text, start, hit.end(), hit.meanings())
                        .filter(found -> standsForState(text, hit.end(), found)))
                .or(() -> nounsBefore(text, start));
    }

    /** "Kyiv's forces", "the Kyiv government", but not "Kyiv police". */
    private static boolean standsForState(String text, int capitalEnd, Hit hit) {
        return Words.possessiveEnd(text, capitalEnd) > capitalEnd
                || Set.of("government", "regime")
                        .contains(text.substring(capitalEnd, hit.end()).strip());
    }

    private static Optional<Hit> nounsAfter(String text, int start, int countryEnd, List<Country> countries) {
        Optional<Hit> best = Optional.empty();
        int end = countryEnd;
        int next = Words.next(text, start, Words.possessiveEnd(text, end));
        boolean hyphen = next >= 0 && Folding.isHyphen(text.charAt(end));
        for (int words = 0; words < MAX_WORDS && next >= 0 && !hyphen; words++) {
            end = Words.endOf(text, next);
            String word = text.substring(next, end).toLowerCase(Locale.ROOT);
            boolean forces = FORCES.contains(word);
            if (forces || GOVERNMENT.contains(word)) {
                best = Optional.of(new Hit(end, countries, forces));
            } else if (!MODIFIERS.contains(word)) {
                break;
            }
            next = Words.next(text, next, Words.possessiveEnd(text, end));
        }
        return best;
    }

    /** "armed forces of Ukraine", "government of the Central African Republic". */
    private Optional<Hit> nounsBefore(String text, int start) {
        int next = start;
        String last = "";
        for (int words = 0; words < MAX_WORDS && next >= 0; words++) {
            int end = Words.endOf(text, next);
            String word = text.substring(next, end).toLowerCase(Locale.ROOT);
            if (word.equals("of") && BEFORE_OF.contains(last)) {
                boolean forces = FORCES.contains(last);
                int name = Words.next(text, next, end);
                int afterThe = name >= 0 && text.startsWith("the ", name) ? name + 4 : name;
                return afterThe < 0
                        ? Optional.empty()
                        : countries
                                .longestAt(text, afterThe)
                                .filter(country -> !country.demonym())
                                .map(country -> new Hit(country.end(), country.candidates(), forces));
            }
            if (!FORCES.contains(word) && !GOVERNMENT.contains(word) && !MODIFIERS.contains(word)) {
                return Optional.empty();
            }
            last = word;
            next = Words.next(text, next, end);
        }
        return Optional.empty();
    }

    /** "pro-Iraqi forces" are not Iraqi forces. */
    private static boolean isTurned(String text, int start) {
        if (start < 3 || !Folding.isHyphen(text.charAt(start - 1))) {
            return false;
        }
        int begin = start - 1;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return TURNING_PREFIXES.contains(text.substring(begin, start - 1).toLowerCase(Locale.ROOT));
    }
}
