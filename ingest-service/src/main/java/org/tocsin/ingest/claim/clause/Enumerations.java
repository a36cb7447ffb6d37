package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** The names of several places that are first only counted: "three towns were taken: A, B and C", "seven towns, among them A". */
final class Enumerations {
    /** So far behind the count its names may begin. */
    private static final int REACH = 16;

    private static final int LONGEST = 12;
    private static final Set<String> COLONS = Set.of(":", "-", "--", "\u2013", "\u2014");

    /** "captured the first big city - Kherson, ...". */
    private static final Set<String> ONE = Set.of("city", "town", "capital", "port");

    private final PlacePhrases phrases;
    private final Set<String> plural;

    Enumerations(WordLists cues, PlacePhrases phrases) {
        this.phrases = phrases;
        this.plural = cues.words("settlements");
    }

    /** Empty where the noun phrase counts no places, or their names do not follow. */
    List<PlaceRole> of(Scene scene, int noun) {
        Syntax syntax = scene.syntax();
        boolean many = scene.words().isOneOf(syntax.phrase(noun).head(), plural);
        if (!many && !ONE.contains(scene.words().lower(syntax.phrase(noun).head()))) {
            return List.of();
        }
        for (int i = noun + 1; i < Math.min(syntax.size(), noun + REACH); i++) {
            int first = firstName(syntax, i);
            if (first > i && (many || syntax.is(i, Kind.MARK))) {
                List<PlaceRole> found = namesFrom(scene, first);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            List<PlaceRole> amongThem = syntax.is(i, Kind.COMMA) ? beforeAmongThem(scene, i + 1) : List.of();
            if (!amongThem.isEmpty()) {
                return amongThem;
            }
            if (syntax.is(i, Kind.BUT) || syntax.is(i, Kind.RELATIVE)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** Where the names begin if "including", "among them", "one of them", "namely" or a colon stands at {@code i}; else {@code i}. */
    private static int firstName(Syntax syntax, int i) {
        String lower = syntax.lower(i);
        if (syntax.is(i, Kind.MARK) && COLONS.contains(lower)) {
            return i + 1;
        }
        boolean them = syntax.lower(i + 1).equals("them") && syntax.is(i + 1, Kind.NOUN);
        if (lower.equals("among") && them) {
            return i + 2;
        }
        boolean oneOf = lower.equals("one")
                && syntax.lower(i + 1).equals("of")
                && syntax.lower(i + 2).equals("them");
        if (oneOf) {
            return i + 3;
        }
        boolean such = lower.equals("such") && syntax.lower(i + 1).equals("as");
        boolean example = lower.equals("for") && syntax.is(i, Kind.ADVERB);
        return such ? i + 2 : example || lower.equals("including") || lower.equals("namely") ? i + 1 : i;
    }

    /** "several towns, A, B and C among them". */
    private List<PlaceRole> beforeAmongThem(Scene scene, int first) {
        Syntax syntax = scene.syntax();
        for (int i = first + 1; i < Math.min(syntax.size(), first + REACH); i++) {
            if (syntax.lower(i).equals("among") && syntax.lower(i + 1).equals("them")) {
                return namesFrom(scene, first);
            }
            boolean name = syntax.is(i, Kind.NOUN) || PlaceRoles.joins(syntax, i);
            if (!name) {
                return List.of();
            }
        }
        return List.of();
    }

    private List<PlaceRole> namesFrom(Scene scene, int first) {
        Syntax syntax = scene.syntax();
        List<PlaceRole> found = new ArrayList<>();
        int i = first;
        while (found.size() < LONGEST && syntax.is(i, Kind.NOUN)) {
            Optional<PlaceRole> place = phrases.of(scene, i).filter(role -> role.place() != null);
            if (place.isEmpty() || syntax.is(i + 1, Kind.VERB)) {
                break;
            }
            found.add(place.get());
            i++;
            while (syntax.is(i, Kind.PREPOSITION)
                    || syntax.is(i, Kind.ASIDE)
                    || (i > first + 1 && behindPreposition(syntax, i))) {
                i++;
            }
            if (!PlaceRoles.joins(syntax, i)) {
                break;
            }
            while (PlaceRoles.joins(syntax, i)
                    || syntax.is(i, Kind.ADVERB)
                    || syntax.is(i, Kind.PREPOSITION)
                    || behindPreposition(syntax, i)) {
                i++;
            }
        }
        return found;
    }

    /** "the west" of "Zliten in the west". */
    private static boolean behindPreposition(Syntax syntax, int i) {
        return (syntax.is(i, Kind.NOUN) && syntax.is(i - 1, Kind.PREPOSITION))
                || (syntax.is(i, Kind.ADVERB) && syntax.is(i - 1, Kind.NOUN));
    }
}
