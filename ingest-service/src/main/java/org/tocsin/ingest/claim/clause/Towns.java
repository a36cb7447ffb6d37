package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Country;

/** What words for a town mean: "the city of Mosul", "the Syrian capital", "the town", and names that only the sentence calls a town. */
final class Towns {
    private static final Set<String> POINTING = Set.of("the", "this", "that", "its", "their", "both");
    private static final Set<String> SMALLER_THAN_STATES = Set.of("provincial", "regional", "state", "district");

    /** Of a town, not towns themselves: "some areas of X". */
    private static final Set<String> SEVERAL = Set.of("some", "several", "many", "few", "most", "certain");

    private static final int LONGEST = 4;
    private static final Set<String> BARE = Set.of("city", "town");
    /** Not what a sentence names behind for a landmark: "the hamlet, which is west of X". */
    private static final Set<String> SMALL = Set.of("village", "villages", "hamlet", "settlement", "towns", "cities");

    private static final Set<String> OTHERS = Set.of(
            "other",
            "next",
            "last",
            "first",
            "second",
            "third",
            "same",
            "nearby",
            "neighbouring",
            "neighboring",
            "biggest",
            "largest",
            "only",
            "few");

    private final PlaceNames names;
    private final Set<String> settlement;
    private final Set<String> region;

    Towns(WordLists cues, PlaceNames names) {
        this.names = names;
        this.settlement = cues.words("settlement");
        this.region = cues.words("region");
    }

    boolean isSettlement(String lower) {
        return settlement.contains(lower);
    }

    /** "the areas of Moqokori and Yasooma": each of them. */
    static boolean areAreas(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        return scene.words().lower(syntax.phrase(noun).head()).equals("areas")
                && syntax.isPreposition(noun + 1, Set.of("of"))
                && syntax.is(noun + 2, Kind.NOUN)
                && PlaceNames.endsAt(scene, noun + 2)
                && !SEVERAL.contains(scene.words().lower(syntax.phrase(noun).start()))
                && ((syntax.is(noun + 3, Kind.AND) && syntax.is(noun + 4, Kind.NOUN))
                        || (syntax.is(noun + 3, Kind.COMMA)
                                && syntax.is(noun + 4, Kind.NOUN)
                                && PlaceNames.endsAt(scene, noun + 4)));
    }

    /** "close to the border", "near the river": a town that is only now introduced. */
    private static boolean isIntroduced(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        boolean close = syntax.lower(noun + 1).equals("close") && syntax.isPreposition(noun + 2, Set.of("to"));
        return close || syntax.isPreposition(noun + 1, Set.of("near", "along"));
    }

    /** "the", "its": a town that was spoken of before. */
    static boolean points(Words words, Phrase phrase) {
        return POINTING.contains(words.lower(phrase.start()));
    }

    /** "Mosul city", "the city of Mosul". */
    Optional<PlaceRole> named(Scene scene, int noun, Phrase phrase, Mention.@Nullable OfPlace named) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        if (named != null && named.end() == phrase.head()) {
            return Optional.of(names.role(scene, phrase, named));
        }
        // the "important hub" of Kurakhove
        int quote = syntax.is(noun + 1, Kind.MARK) && ClosedWords.QUOTES.contains(syntax.lower(noun + 1)) ? 1 : 0;
        if (syntax.isPreposition(noun + quote + 1, Set.of("of")) && syntax.is(noun + quote + 2, Kind.NOUN)) {
            Phrase of = syntax.phrase(noun + quote + 2);
            Mention.OfPlace name = PlaceNames.last(words, of);
            boolean regionOf = words.isOneOf(of.head(), region) && !words.isOneOf(of.head(), settlement);
            boolean counted = words.tag(phrase.start()).equals("NUM")
                    || words.lower(phrase.start()).equals("several");
            if (name != null
                    && !counted
                    && name.start() <= of.start() + 1
                    && !regionOf
                    && !words.lower(phrase.head()).startsWith("capital")) {
                return Optional.of(new PlaceRole(scene.resolved(name), Extent.WHOLE, name.start(), name.end()));
            }
        }
        return Optional.empty();
    }

    /** The noun phrase whose name is set beside: "the town, Uba, ..." and "Mosul, Iraq's second city, ...". */
    static OptionalInt apposed(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int after = noun + 1;
        if (syntax.isPreposition(after, Set.of("of", "in")) && syntax.is(after + 1, Kind.NOUN)) {
            after += 2;
        }
        if (syntax.is(after, Kind.COMMA)
                && syntax.is(after + 1, Kind.NOUN)
                && PlaceNames.endsAt(scene, after + 1)
                && !syntax.is(after + 2, Kind.VERB)) {
            return OptionalInt.of(after + 1);
        }
        int owner = syntax.firstOfPossessives(noun);
        boolean several = scene.words().lower(syntax.phrase(noun).head()).endsWith("s");
        if (syntax.is(owner - 1, Kind.COMMA)
                && syntax.is(owner - 2, Kind.NOUN)
                && (!several || syntax.is(owner - 3, Kind.AND))
                && PlaceNames.endsAt(scene, owner - 2)) {
            return OptionalInt.of(owner - 2);
        }
        return OptionalInt.empty();
    }

    /** "the Syrian capital", "the city", "three towns". */
    PlaceRole unnamed(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        if (words.lower(phrase.head()).equals("capital")) {
            Optional<PlaceRole> capital = capital(scene, noun, phrase);
            if (capital.isPresent()) {
                return capital.get();
            }
            Optional<PlaceRole> seat = seat(scene, noun, phrase);
            if (seat.isPresent()) {
                return seat.get();
            }
        }
        boolean bareInTitle = words.title()
                && phrase.head() == phrase.start()
                && BARE.contains(words.lower(phrase.head()))
                && scene.placeBefore(phrase.start()).isPresent();
        if (bareInTitle) {
            // "Burhan in Sinjah after army wins back city"
            return scene.remembered(phrase.start(), phrase.end());
        }
        boolean nothingElse = points(words, phrase)
                && isPlain(words, phrase)
                && !isNamedUnknown(scene, noun)
                && !isIntroduced(scene, noun);
        boolean ownName = phrase.start() > 0
                && noun > 0
                && syntax.is(noun - 1, Kind.NOUN)
                && syntax.phrase(noun - 1).possessive();
        return nothingElse && !ownName
                ? SMALL.contains(words.lower(phrase.head()))
                        ? scene.remembered(phrase.start(), phrase.end())
                        : scene.rememberedOrBehind(phrase.start(), phrase.end())
                : new PlaceRole(null, Extent.WHOLE, phrase.start(), phrase.end());
    }

    /** Nothing but small adjectives before the noun: "the strategic port town". */
    private static boolean isPlain(Words words, Phrase phrase) {
        boolean plain = phrase.head() - phrase.start() <= LONGEST;
        for (int i = phrase.start() + 1; i < phrase.head(); i++) {
            plain &= words.mention(i) == null
                    && !words.token(i).isNumber()
                    && !words.tag(i).equals("NUM")
                    && !OTHERS.contains(words.lower(i));
        }
        return plain;
    }

    /** "the town of Al-Urban", with a name that no list has. */
    private static boolean isNamedUnknown(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        return syntax.isPreposition(noun + 1, Set.of("of"))
                && syntax.is(noun + 2, Kind.NOUN)
                && scene.words().tag(syntax.phrase(noun + 2).head()).equals("PROPN");
    }

    /** "the Syrian capital", "Syria's capital", "the capital" of the only country here. */
    private static Optional<PlaceRole> capital(Scene scene, int noun, Phrase phrase) {
        Words words = scene.words();
        if (words.anyOf(phrase.start(), phrase.head(), SMALLER_THAN_STATES)) {
            return Optional.empty();
        }
        int from = noun > 0
                        && scene.syntax().is(noun - 1, Kind.NOUN)
                        && scene.syntax().phrase(noun - 1).possessive()
                ? scene.syntax().phrase(noun - 1).start()
                : phrase.start();
        for (int i = from; i < phrase.head(); i++) {
            if (words.mention(i) instanceof Mention.OfCountry named) {
                return placeOfCapital(scene, named.country(), phrase);
            }
        }
        return PartyRoles.countryBehind(words, phrase.end()).flatMap(country -> placeOfCapital(scene, country, phrase));
    }

    /** "the capital of Gezira state", where Wad Madani was named before and is that. */
    private static Optional<PlaceRole> seat(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        if (!syntax.isPreposition(noun + 1, Set.of("of")) || !syntax.is(noun + 2, Kind.NOUN)) {
            return Optional.empty();
        }
        Phrase of = syntax.phrase(noun + 2);
        PlaceRole last = scene.remembered(phrase.start(), phrase.end());
        for (int i = of.start(); i < of.end(); i++) {
            boolean its = last.place() != null
                    && last.place().feature().startsWith("PPLA")
                    && scene.words().mention(i) instanceof Mention.OfRegion region
                    && region.candidates().stream()
                            .anyMatch(one -> one.code().equals(last.place().admin1()));
            if (its) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    private static Optional<PlaceRole> placeOfCapital(Scene scene, Country country, Phrase phrase) {
        return scene.capital(country).map(place -> new PlaceRole(place, Extent.WHOLE, phrase.start(), phrase.end()));
    }

    /** A name that no list has, but the sentence calls a town: "al-Alam, a town on ...", "the towns of X, Y and Z". */
    Optional<PlaceRole> unknown(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        boolean name = words.tag(phrase.head()).equals("PROPN") && words.mention(phrase.head()) == null;
        if (!name) {
            return Optional.empty();
        }
        PlaceRole unknown = new PlaceRole(null, Extent.WHOLE, phrase.start(), phrase.end());
        if (syntax.is(noun + 1, Kind.COMMA) && syntax.is(noun + 2, Kind.NOUN)) {
            int beside = syntax.lastOfPossessives(noun + 2);
            Phrase what = syntax.phrase(beside);
            // the last word too, or "a town close by", "a town northeast of"
            if (words.anyOf(what.start(), what.end(), settlement)) {
                return Optional.of(unknown);
            }
        }
        int i = noun;
        for (int steps = 0; steps < 12 && (PlaceRoles.joins(syntax, i - 1) || syntax.is(i - 1, Kind.NOUN)); steps++) {
            i--;
        }
        boolean listed = syntax.isPreposition(i - 1, Set.of("of"))
                && syntax.is(i - 2, Kind.NOUN)
                && words.isOneOf(syntax.phrase(i - 2).head(), settlement);
        return listed || UnlistedNames.isTown(syntax, noun) ? Optional.of(unknown) : Optional.empty();
    }
}
