package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;

/** Reads noun phrases as populated places: which, and how much of it. A province, a country or a mere pointer ("near X") is none. */
final class PlaceRoles {
    private static final int DEEPEST = 4;
    private static final int REACH = 14;
    private static final Set<String> OF = Set.of("of", "in", "at", "over", "around");
    private static final Set<String> POINTING = Set.of("the", "this", "that", "its", "their", "both");

    private static final Set<String> SMALL = Set.of("villages", "settlements", "communities", "localities", "hamlets");

    private final Set<String> settlement;
    private final Set<String> facility;
    private final Set<String> part;
    private final Set<String> most;
    private final Set<String> surroundings;
    private final Set<String> region;
    private final Set<String> direction;

    PlaceRoles(WordLists cues) {
        this.settlement = cues.words("settlement");
        this.facility = cues.words("facility");
        this.part = cues.words("part");
        this.most = cues.words("most");
        this.surroundings = cues.words("surroundings");
        this.region = cues.words("region");
        this.direction = cues.words("direction");
    }

    boolean isFacility(String lower) {
        return facility.contains(lower);
    }

    /** "Mosul" of "the Mosul takeover". */
    List<PlaceRole> nameEndingAt(Scene scene, Phrase phrase, int token) {
        Mention mention = token > phrase.start() ? scene.words().mention(token - 1) : null;
        return mention instanceof Mention.OfPlace named ? List.of(namedRole(scene, phrase, named)) : List.of();
    }

    /** As {@link #of(Scene, int)}; with {@code owner} the phrase is read as owning the next noun rather than for that noun. */
    List<PlaceRole> of(Scene scene, int noun, boolean owner) {
        if (!owner) {
            return of(scene, noun);
        }
        Phrase phrase = scene.syntax().phrase(noun);
        Mention.OfPlace named = lastName(scene.words(), phrase);
        if (named != null && named.end() == phrase.head() + 1) {
            return List.of(namedRole(scene, phrase, named));
        }
        boolean city = settlement.contains(scene.words().lower(phrase.head()));
        return city
                ? remembered(scene, phrase.start(), phrase.end()).map(List::of).orElse(List.of())
                : List.of();
    }

    /** The places that the noun phrase and those coordinated with it name; empty when it names none. */
    List<PlaceRole> of(Scene scene, int noun) {
        Optional<PlaceRole> first = single(scene, noun, 0);
        if (first.isEmpty()) {
            return List.of();
        }
        List<PlaceRole> found = new ArrayList<>();
        leftward(scene, noun, first.get(), found);
        found.add(first.get());
        rightward(scene, noun, first.get(), found);
        return found;
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
            int candidate = before - 1;
            if (!joined || !syntax.is(candidate, Kind.NOUN) || !endsWithName(scene, candidate)) {
                return;
            }
            Optional<PlaceRole> place = single(scene, candidate, 0);
            if (place.isEmpty() || syntax.is(candidate - 1, Kind.PREPOSITION)) {
                return;
            }
            found.add(0, place.get().with(first.extent()));
            i = candidate;
        }
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

    private static boolean joins(Syntax syntax, int i) {
        return syntax.is(i, Kind.AND) || syntax.is(i, Kind.COMMA);
    }

    /** "captured Mosul, Tikrit and, later, the town of Baiji". */
    private void rightward(Scene scene, int noun, PlaceRole first, List<PlaceRole> found) {
        Syntax syntax = scene.syntax();
        int i = noun;
        // past the "of Mosul" of "the city of Mosul"
        while (syntax.is(i + 1, Kind.PREPOSITION)
                && syntax.is(i + 2, Kind.NOUN)
                && syntax.phrase(i + 2).start() < first.end()) {
            i += 2;
        }
        boolean list = false;
        for (int steps = 0; steps < 12; steps++) {
            int next = i + 1;
            boolean and = false;
            while (joins(syntax, next)
                    || (syntax.is(next, Kind.ADVERB) && next > i + 1)
                    || syntax.is(next, Kind.ASIDE)) {
                and |= syntax.is(next, Kind.AND);
                next++;
            }
            if (next == i + 1
                    || !syntax.is(next, Kind.NOUN)
                    || (!endsWithName(scene, next) && !startsTownOf(scene, next))) {
                return;
            }
            boolean subjectOfNext =
                    syntax.is(next + 1, Kind.VERB) && !syntax.verb(next + 1).gerund();
            boolean place = and || list || listGoesOn(scene, next);
            Optional<PlaceRole> role = subjectOfNext || !place ? Optional.empty() : single(scene, next, 0);
            if (role.isEmpty()) {
                return;
            }
            list = true;
            found.add(role.get().with(first.extent()));
            i = next;
        }
    }

    private boolean listGoesOn(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        int i = noun + 1;
        for (int steps = 0;
                steps < 8 && (joins(syntax, i) || (syntax.is(i, Kind.NOUN) && endsWithName(scene, i)));
                steps++) {
            if (syntax.is(i, Kind.AND)) {
                return syntax.is(i + 1, Kind.NOUN) && endsWithName(scene, i + 1);
            }
            i++;
        }
        return false;
    }

    private boolean startsTownOf(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        return scene.words().isOneOf(syntax.phrase(noun).head(), settlement)
                && syntax.isPreposition(noun + 1, Set.of("of"))
                && syntax.is(noun + 2, Kind.NOUN)
                && endsWithName(scene, noun + 2);
    }

    boolean endsWithName(Scene scene, int noun) {
        Phrase phrase = scene.syntax().phrase(noun);
        return scene.words().mention(phrase.head()) instanceof Mention.OfPlace;
    }

    private Optional<PlaceRole> single(Scene scene, int noun, int depth) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        if (depth > DEEPEST || !syntax.is(noun, Kind.NOUN)) {
            return Optional.empty();
        }
        Phrase phrase = syntax.phrase(noun);
        if (phrase.possessive()) {
            return single(scene, syntax.lastOfPossessives(noun), depth + 1);
        }
        String head = words.lower(phrase.head());
        Mention.OfPlace named = lastName(words, phrase);
        if (named != null && named.end() == phrase.head() + 1) {
            return Optional.of(namedRole(scene, phrase, named));
        }
        if (SMALL.contains(head) && (named == null || named.end() != phrase.head())) {
            return syntax.isPreposition(noun + 1, Set.of("of", "in", "near", "around", "outside"))
                            && head.equals("villages")
                    ? single(scene, noun + 2, depth + 1).map(role -> role.with(Extent.SURROUNDINGS))
                    : Optional.empty();
        }
        if (settlement.contains(head)) {
            return ofSettlement(scene, noun, phrase, named, depth);
        }
        if (part.contains(head)
                || most.contains(head)
                || surroundings.contains(head)
                || head.equals("all")
                || head.equals("whole")
                || head.equals("rest")) {
            Extent extent = part.contains(head)
                    ? Extent.PART
                    : surroundings.contains(head)
                            ? Extent.SURROUNDINGS
                            : most.contains(head) ? Extent.MOST : Extent.WHOLE;
            if (region.contains(head)
                    && named != null
                    && !Set.of("area", "areas", "district", "districts").contains(head)) {
                return Optional.empty();
            }
            Optional<PlaceRole> whole = inside(scene, noun, phrase, named, depth);
            return whole.map(role -> role.with(extent));
        }
        if (Set.of("%", "percent", "per cent").contains(head)
                || (head.equals("cent") && words.lower(phrase.head() - 1).equals("per"))) {
            Extent share = isHalf(words, phrase) ? Extent.MOST : Extent.PART;
            return inside(scene, noun, phrase, named, depth).map(role -> role.with(share));
        }
        if (facility.contains(head)) {
            return inside(scene, noun, phrase, named, depth).map(role -> role.with(Extent.FACILITY));
        }
        if (head.equals("it") || head.equals("them") || head.equals("there")) {
            return meantByPronoun(scene, noun, phrase);
        }
        return unknownTown(scene, noun, phrase);
    }

    /** "80%", "ninety per cent": more than half? */
    private static boolean isHalf(Words words, Phrase phrase) {
        for (int i = phrase.start(); i < phrase.end(); i++) {
            String lower = words.lower(i);
            boolean digits = lower.length() == 2 && Character.isDigit(lower.charAt(0)) && lower.charAt(0) >= '6';
            if (digits || Set.of("100", "sixty", "seventy", "eighty", "ninety").contains(lower.split("-", -1)[0])) {
                return true;
            }
        }
        return false;
    }

    /** A name that no list has, but the sentence calls a town: "al-Alam, a town on ...", "the towns of X, Y and Z". */
    private Optional<PlaceRole> unknownTown(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        boolean name = words.tag(phrase.head()).equals("PROPN") && words.mention(phrase.head()) == null;
        if (!name) {
            return Optional.empty();
        }
        PlaceRole unknown = new PlaceRole(null, Extent.WHOLE, phrase.start(), phrase.end());
        if (syntax.is(noun + 1, Kind.COMMA) && syntax.is(noun + 2, Kind.NOUN)) {
            int beside = syntax.lastOfPossessives(noun + 2);
            if (words.isOneOf(syntax.phrase(beside).head(), settlement)) {
                return Optional.of(unknown);
            }
        }
        int i = noun;
        for (int steps = 0; steps < 12 && (joins(syntax, i - 1) || syntax.is(i - 1, Kind.NOUN)); steps++) {
            i--;
        }
        boolean listed = syntax.isPreposition(i - 1, Set.of("of"))
                && syntax.is(i - 2, Kind.NOUN)
                && words.isOneOf(syntax.phrase(i - 2).head(), settlement);
        return listed ? Optional.of(unknown) : Optional.empty();
    }

    /** The place whose part, airport or surroundings a phrase names: "Aden airport", "Aden's airport", "the airport of Aden", "the airport". */
    private Optional<PlaceRole> inside(
            Scene scene, int noun, Phrase phrase, Mention.@Nullable OfPlace named, int depth) {
        Syntax syntax = scene.syntax();
        if (named != null) {
            return Optional.of(new PlaceRole(scene.resolved(named), Extent.WHOLE, named.start(), named.end()));
        }
        if (noun > 0
                && syntax.is(noun - 1, Kind.NOUN)
                && syntax.phrase(noun - 1).possessive()) {
            Phrase owner = syntax.phrase(noun - 1);
            Mention.OfPlace ownerName = lastName(scene.words(), owner);
            if (ownerName != null) {
                return Optional.of(
                        new PlaceRole(scene.resolved(ownerName), Extent.WHOLE, ownerName.start(), ownerName.end()));
            }
            if (scene.words().isOneOf(owner.head(), settlement)) {
                return remembered(scene, owner.start(), owner.end());
            }
        }
        if (syntax.isPreposition(noun + 1, OF)) {
            Optional<PlaceRole> of = single(scene, noun + 2, depth + 1);
            if (of.isPresent()) {
                return of;
            }
            if (syntax.is(noun + 2, Kind.NOUN) && syntax.isPreposition(noun + 1, Set.of("of"))) {
                return Optional.empty();
            }
        }
        return POINTING.contains(scene.words().lower(phrase.start()))
                ? remembered(scene, phrase.start(), phrase.end())
                : Optional.empty();
    }

    private PlaceRole namedRole(Scene scene, Phrase phrase, Mention.OfPlace named) {
        Words words = scene.words();
        Extent extent = Extent.WHOLE;
        String before = words.lower(named.start() - 1);
        if (named.start() > phrase.start()
                && (direction.contains(before) || before.equals("downtown") || before.equals("outer"))) {
            extent = Extent.PART;
        }
        if ((named.start() > phrase.start() && words.anyOf(phrase.start(), named.start(), most))
                || isMost(words, phrase.start())) {
            extent = Extent.MOST;
        }
        return new PlaceRole(scene.resolved(named), extent, named.start(), named.end());
    }

    /** "most of", "nearly all of" before the phrase. */
    private boolean isMost(Words words, int start) {
        return words.lower(start - 1).equals("of") && most.contains(words.lower(start - 2));
    }

    private Optional<PlaceRole> ofSettlement(
            Scene scene, int noun, Phrase phrase, Mention.@Nullable OfPlace named, int depth) {
        Syntax syntax = scene.syntax();
        Words words = scene.words();
        if (named != null && named.end() == phrase.head()) {
            return Optional.of(namedRole(scene, phrase, named));
        }
        if (syntax.isPreposition(noun + 1, Set.of("of")) && syntax.is(noun + 2, Kind.NOUN)) {
            Phrase of = syntax.phrase(noun + 2);
            Mention.OfPlace name = lastName(words, of);
            boolean regionOf = words.isOneOf(of.head(), region) && !words.isOneOf(of.head(), settlement);
            if (name != null
                    && name.start() <= of.start() + 1
                    && !regionOf
                    && !words.lower(phrase.head()).startsWith("capital")) {
                return Optional.of(new PlaceRole(scene.resolved(name), Extent.WHOLE, name.start(), name.end()));
            }
        }
        Optional<PlaceRole> beside = apposed(scene, noun, depth);
        if (beside.isPresent()) {
            return beside;
        }
        if (words.lower(phrase.head()).equals("capital") && depth <= DEEPEST) {
            Optional<PlaceRole> capital = capital(scene, noun, phrase);
            if (capital.isPresent()) {
                return capital;
            }
        }
        String first = words.lower(phrase.start());
        boolean nothingElse = phrase.head() - phrase.start() <= 2 && POINTING.contains(first);
        boolean ownName = phrase.start() > 0
                && noun > 0
                && syntax.is(noun - 1, Kind.NOUN)
                && syntax.phrase(noun - 1).possessive();
        if (nothingElse && !ownName) {
            return remembered(scene, phrase.start(), phrase.end());
        }
        return Optional.of(new PlaceRole(null, Extent.WHOLE, phrase.start(), phrase.end()));
    }

    /** "the town, Uba, ..." and "Mosul, Iraq's second city, ...". */
    private Optional<PlaceRole> apposed(Scene scene, int noun, int depth) {
        Syntax syntax = scene.syntax();
        int after = noun + 1;
        if (syntax.isPreposition(after, Set.of("of", "in")) && syntax.is(after + 1, Kind.NOUN)) {
            after += 2;
        }
        if (syntax.is(after, Kind.COMMA)
                && syntax.is(after + 1, Kind.NOUN)
                && endsWithName(scene, after + 1)
                && !syntax.is(after + 2, Kind.VERB)) {
            return single(scene, after + 1, depth + 1);
        }
        int owner = noun;
        while (syntax.is(owner - 1, Kind.NOUN) && syntax.phrase(owner - 1).possessive()) {
            owner--;
        }
        if (syntax.is(owner - 1, Kind.COMMA) && syntax.is(owner - 2, Kind.NOUN) && endsWithName(scene, owner - 2)) {
            return single(scene, owner - 2, depth + 1);
        }
        return Optional.empty();
    }

    /** "the Syrian capital", "Syria's capital", "the capital" of the only country here. */
    private Optional<PlaceRole> capital(Scene scene, int noun, Phrase phrase) {
        Words words = scene.words();
        if (words.anyOf(phrase.start(), phrase.head(), Set.of("provincial", "regional", "state", "district"))) {
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
        return Optional.empty();
    }

    private static Optional<PlaceRole> placeOfCapital(Scene scene, Country country, Phrase phrase) {
        return scene.capital(country).map(place -> new PlaceRole(place, Extent.WHOLE, phrase.start(), phrase.end()));
    }

    /** The nearest town or base before: "reached the plant before troops seized it" is about the plant. */
    private Optional<PlaceRole> meantByPronoun(Scene scene, int noun, Phrase phrase) {
        Syntax syntax = scene.syntax();
        for (int i = noun - 1; i >= Math.max(0, noun - REACH); i--) {
            if (!syntax.is(i, Kind.NOUN)) {
                continue;
            }
            int head = syntax.phrase(i).head();
            if (endsWithName(scene, i) || scene.words().isOneOf(head, settlement)) {
                break;
            }
            if (scene.words().isOneOf(head, facility)) {
                Place there = scene.placeBefore(phrase.start()).orElse(null);
                return Optional.of(new PlaceRole(there, Extent.FACILITY, phrase.start(), phrase.end()));
            }
        }
        return remembered(scene, phrase.start(), phrase.end()).filter(role -> role.place() != null);
    }

    private Optional<PlaceRole> remembered(Scene scene, int start, int end) {
        Optional<Place> place = scene.placeBefore(start).or(() -> scene.memory().place());
        return Optional.of(new PlaceRole(place.orElse(null), Extent.WHOLE, start, end));
    }

    private static Mention.@Nullable OfPlace lastName(Words words, Phrase phrase) {
        for (int i = Math.min(phrase.head(), phrase.end() - 1); i >= phrase.start(); i--) {
            if (words.mention(i) instanceof Mention.OfPlace named) {
                return named;
            }
        }
        return null;
    }
}
