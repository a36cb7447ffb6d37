package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/** Reads noun phrases as populated places, with those that are listed beside them: "Mosul, Tikrit and the town of Baiji". A province, a country or a mere pointer ("near X") is none. */
final class PlaceRoles {
    private static final Set<String> NEARBY =
            Set.of("nearby", "neighbouring", "neighboring", "surrounding", "adjacent", "outlying");

    private final PlacePhrases phrases;
    private final PlaceNames names;
    private final Enumerations enumerations;
    private final Set<String> settlement;
    private final Set<String> facility;
    private final Set<String> small;

    PlaceRoles(WordLists cues) {
        this.names = new PlaceNames(cues);
        this.phrases = new PlacePhrases(cues, names);
        this.enumerations = new Enumerations(cues, phrases);
        this.settlement = cues.words("settlement");
        this.facility = cues.words("facility");
        this.small = cues.words("small");
    }

    boolean isFacility(String lower) {
        return facility.contains(lower);
    }

    /** "Mosul" of "the Mosul takeover". */
    List<PlaceRole> nameEndingAt(Scene scene, Phrase phrase, int token) {
        Mention mention = token > phrase.start() ? scene.words().mention(token - 1) : null;
        return mention instanceof Mention.OfPlace named ? List.of(names.role(scene, phrase, named)) : List.of();
    }

    /** As {@link #of(Scene, int)}; with {@code owner} the phrase is read as owning the next noun rather than for that noun. */
    List<PlaceRole> of(Scene scene, int noun, boolean owner) {
        if (!owner) {
            return of(scene, noun);
        }
        Phrase phrase = scene.syntax().phrase(noun);
        Mention.OfPlace named = PlaceNames.last(scene.words(), phrase);
        if (named != null && named.end() == phrase.head() + 1) {
            return List.of(names.role(scene, phrase, named));
        }
        boolean city = settlement.contains(scene.words().lower(phrase.head()));
        return city ? List.of(scene.remembered(phrase.start(), phrase.end())) : List.of();
    }

    /** The places that the noun phrase and those coordinated with it name; empty when it names none. */
    List<PlaceRole> of(Scene scene, int noun) {
        Optional<PlaceRole> first = phrases.of(scene, noun);
        if (first.isEmpty() || first.get().place() == null) {
            List<PlaceRole> counted = enumerations.of(scene, noun);
            if (!counted.isEmpty()) {
                return counted;
            }
        }
        if (first.isEmpty()) {
            int beside = besideNearby(scene, noun);
            return beside < 0 ? List.of() : of(scene, beside);
        }
        List<PlaceRole> found = new ArrayList<>();
        // "Sharafiya and Batnaya, two other towns, ..."
        int named = scene.syntax().phraseOf(first.get().start());
        leftward(scene, Math.min(noun, named), first.get(), found);
        found.add(first.get());
        rightward(scene, noun, first.get(), found);
        // "two towns, Shire and Axum": met from the left and from the right
        return found.stream().distinct().toList();
    }

    /** The noun of "Izium" in "Izium and nearby villages" or -1; {@code noun} is that of the villages. */
    private int besideNearby(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int head = syntax.is(noun, Kind.NOUN) ? syntax.phrase(noun).head() : -1;
        boolean nearby = head > 0
                && small.contains(scene.words().lower(head))
                && NEARBY.contains(scene.words().lower(head - 1));
        int and = syntax.is(noun - 1, Kind.ADVERB) ? noun - 2 : noun - 1;
        boolean beside = nearby
                && syntax.is(and, Kind.AND)
                && syntax.is(and - 1, Kind.NOUN)
                && !syntax.is(and - 2, Kind.PREPOSITION)
                && PlaceNames.endsAt(scene, and - 1);
        return beside ? and - 1 : -1;
    }

    /** "Aleppo, Hama and Homs fell": those before the noun phrase that the verb follows. */
    private void leftward(Scene scene, int noun, PlaceRole first, List<PlaceRole> found) {
        Syntax syntax = scene.syntax();
        int i = noun;
        boolean joined = false;
        while (joins(syntax, i - 1)) {
            joined |= syntax.is(i - 1, Kind.AND);
            int before = i - 1;
            while (joins(syntax, before - 1) || syntax.is(before - 1, Kind.ADVERB) || isFiller(syntax, before - 1)) {
                joined |= syntax.is(before - 1, Kind.AND);
                before--;
            }
            int candidate = beforeWhereabouts(scene, before - 1);
            if (i == noun && isObjectBefore(syntax, candidate, noun)) {
                return;
            }
            if (!joined || !syntax.is(candidate, Kind.NOUN) || !PlaceNames.endsAt(scene, candidate)) {
                return;
            }
            Optional<PlaceRole> place = phrases.of(scene, candidate);
            boolean townsOf = syntax.isPreposition(candidate - 1, Set.of("of"))
                    && syntax.is(candidate - 2, Kind.NOUN)
                    && (scene.words().isOneOf(syntax.phrase(candidate - 2).head(), settlement)
                            || scene.words()
                                    .lower(syntax.phrase(candidate - 2).head())
                                    .equals("control"));
            if (place.isEmpty() || (syntax.is(candidate - 1, Kind.PREPOSITION) && !townsOf)) {
                return;
            }
            boolean allFacilities = first.extent() == Extent.FACILITY
                    && scene.words().lower(syntax.phrase(noun).head()).endsWith("s");
            found.add(0, allFacilities ? place.get().with(Extent.FACILITY) : place.get());
            i = candidate;
        }
    }

    /** "Aden" of "seized Aden, and Dhamar was overrun". */
    private static boolean isObjectBefore(Syntax syntax, int candidate, int noun) {
        return syntax.is(candidate - 1, Kind.VERB)
                && !syntax.verb(candidate - 1).passive()
                && !syntax.isSaying(candidate - 1)
                && candidate == noun - 3
                && syntax.is(noun - 2, Kind.COMMA)
                && syntax.is(noun - 1, Kind.AND)
                && syntax.is(noun + 1, Kind.VERB)
                && !syntax.verb(noun + 1).gerund();
    }

    /** Past "in the northwest of the region" of "Shire, in the northwest of the region, and Korem". */
    private int beforeWhereabouts(Scene scene, int i) {
        Syntax syntax = scene.syntax();
        int j = i;
        while (syntax.is(j, Kind.NOUN) && syntax.is(j - 1, Kind.PREPOSITION)) {
            j -= 2;
        }
        boolean setOff = j < i && syntax.is(j, Kind.COMMA) && syntax.is(j - 1, Kind.NOUN);
        return setOff ? j - 1 : beforeApposition(scene, i);
    }

    /** Past "Abyan's second city" of "Lawdar, Abyan's second city, and Mudiyah". */
    private int beforeApposition(Scene scene, int i) {
        Syntax syntax = scene.syntax();
        if (!syntax.is(i, Kind.NOUN) || PlaceNames.endsAt(scene, i)) {
            return i;
        }
        boolean town = false;
        int j = i;
        while (syntax.is(j, Kind.NOUN) || syntax.is(j, Kind.PREPOSITION) || syntax.is(j, Kind.ADVERB)) {
            town |= syntax.is(j, Kind.NOUN)
                    && scene.words().isOneOf(syntax.phrase(j).head(), settlement);
            j--;
        }
        boolean apposed = town
                && syntax.is(i + 1, Kind.COMMA)
                && syntax.is(j, Kind.COMMA)
                && syntax.is(j - 1, Kind.NOUN)
                && PlaceNames.endsAt(scene, j - 1);
        return apposed ? j - 1 : i;
    }

    /** "and, last of all, Damascus": a few small words between commas. */
    private static boolean isFiller(Syntax syntax, int i) {
        String lower = syntax.lower(i);
        boolean small = lower.equals("last")
                || lower.equals("finally")
                || lower.equals("all")
                || lower.equals("of")
                || lower.equals("least");
        return small && i > 0;
    }

    /** An "and" or a comma. */
    static boolean joins(Syntax syntax, int i) {
        return syntax.is(i, Kind.AND) || syntax.is(i, Kind.COMMA);
    }

    /** "captured Mosul, Tikrit and, later, the town of Baiji". */
    private void rightward(Scene scene, int noun, PlaceRole first, List<PlaceRole> found) {
        Syntax syntax = scene.syntax();
        int i = pastOwnName(syntax, noun, first);
        boolean list = false;
        for (int steps = 0; steps < 12; steps++) {
            int next = afterAside(syntax, i);
            boolean and = false;
            while (joins(syntax, next)
                    || isAsWellAs(syntax, next)
                    || (syntax.is(next, Kind.ADVERB) && next > i + 1)
                    || syntax.is(next, Kind.ASIDE)) {
                and |= syntax.is(next, Kind.AND)
                        || syntax.lower(next).equals("as")
                        || syntax.lower(next).equals("with");
                next++;
            }
            if (next == afterAside(syntax, i)
                    || !syntax.is(next, Kind.NOUN)
                    || (!PlaceNames.endsAt(scene, next) && !startsTownOf(scene, next))) {
                return;
            }
            boolean subjectOfNext =
                    syntax.is(next + 1, Kind.VERB) && !syntax.verb(next + 1).gerund();
            boolean place = and || list || listGoesOn(scene, next);
            Optional<PlaceRole> role = subjectOfNext || !place ? Optional.empty() : phrases.of(scene, next);
            if (role.isEmpty()) {
                return;
            }
            list = true;
            found.add(role.get().with(first.extent()));
            i = pastOwnName(syntax, next, role.get());
        }
    }

    /** Past the "of Mosul" of "the city of Mosul". */
    private static int pastOwnName(Syntax syntax, int noun, PlaceRole role) {
        int i = noun;
        while (syntax.is(i + 1, Kind.PREPOSITION)
                && syntax.is(i + 2, Kind.NOUN)
                && syntax.phrase(i + 2).start() < role.end()) {
            i += 2;
        }
        return i;
    }

    /** Past "one of the biggest cities of Tigray" in "Shire, one of the biggest cities of Tigray, as well as Alamata". */
    private static int afterAside(Syntax syntax, int noun) {
        int i = noun + 2;
        if (!syntax.is(noun + 1, Kind.COMMA)) {
            return noun + 1;
        }
        while (syntax.is(i, Kind.NOUN)
                || syntax.is(i, Kind.PREPOSITION)
                || (syntax.is(i, Kind.ADVERB) && i > noun + 2)) {
            i++;
        }
        boolean list = syntax.is(i, Kind.COMMA)
                && i > noun + 2
                && (isAsWellAs(syntax, i + 1)
                        || (syntax.is(i + 1, Kind.AND) && !syntax.is(i - 1, Kind.ADVERB))
                        || isCounted(syntax, noun + 2, i + 1));
        return list ? i : noun + 1;
    }

    /** "two villages nearby" of "X and Y, two villages nearby, and the town of Z". */
    private static boolean isCounted(Syntax syntax, int noun, int and) {
        return syntax.is(and, Kind.AND)
                && syntax.words.tag(syntax.phrase(noun).start()).equals("NUM");
    }

    /** A part of "as well as" or "along with". */
    private static boolean isAsWellAs(Syntax syntax, int i) {
        String lower = syntax.lower(i);
        return (lower.equals("as")
                        && (syntax.lower(i + 1).equals("well")
                                || syntax.lower(i - 1).equals("well")))
                || (lower.equals("well")
                        && syntax.lower(i - 1).equals("as")
                        && syntax.lower(i + 1).equals("as"))
                || (lower.equals("along") && syntax.lower(i + 1).equals("with"))
                || (lower.equals("with") && syntax.lower(i - 1).equals("along"));
    }

    /** "Tikrit, Baiji and Hawija" behind the first: a name again, and an "and" before the last. */
    private static boolean listGoesOn(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int i = noun + 1;
        for (int steps = 0;
                steps < 8 && (joins(syntax, i) || (syntax.is(i, Kind.NOUN) && PlaceNames.endsAt(scene, i)));
                steps++) {
            if (syntax.is(i, Kind.AND)) {
                return syntax.is(i + 1, Kind.NOUN) && PlaceNames.endsAt(scene, i + 1);
            }
            i++;
        }
        return false;
    }

    /** "the town of Baiji". */
    private boolean startsTownOf(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        return scene.words().isOneOf(syntax.phrase(noun).head(), settlement)
                && syntax.isPreposition(noun + 1, Set.of("of"))
                && syntax.is(noun + 2, Kind.NOUN)
                && PlaceNames.endsAt(scene, noun + 2);
    }
}
