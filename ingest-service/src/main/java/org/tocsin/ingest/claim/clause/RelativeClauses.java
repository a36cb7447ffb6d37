package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** What a relative clause speaks of: "X, which rebels took", "the town rebels captured", "X was among six towns the army retook". */
final class RelativeClauses {
    private static final int ASIDE = 8;
    private static final Set<String> PARTS = Set.of(
            "district",
            "quarter",
            "neighbourhood",
            "neighborhood",
            "suburb",
            "outskirts",
            "airport",
            "airbase",
            "base");
    private static final Set<String> WHICH = Set.of("which", "that");
    private static final Set<String> TOWNS =
            Set.of("town", "city", "village", "capital", "stronghold", "port", "place");

    private static final Set<String> AMONG = Set.of("towns", "cities", "villages", "settlements", "places", "capitals");

    private final Syntax syntax;

    RelativeClauses(Syntax syntax) {
        this.syntax = syntax;
    }

    /** The noun that a relative clause without an object speaks of: "X, which rebels took", "the town that Moscow said it had taken". */
    OptionalInt objectOf(int verb) {
        int i = verb - 1;
        while (syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.DATE)) {
            i--;
        }
        for (int clauses = 0; clauses < 2 && syntax.is(i, Kind.NOUN); clauses++) {
            int before = syntax.firstOfPossessives(i) - 1;
            if (isRelative(before) && countedAmong(before - 1) < 0) {
                return antecedent(before);
            }
            int aside = new SentenceOrder(syntax).beforeSayingAside(before);
            if (aside >= 0 && isRelative(aside)) {
                // "a town that, he said, his forces had captured"
                return antecedent(aside);
            }
            int among = countedAmong(isRelative(before) ? before - 1 : before);
            if (clauses == 0 && among >= 0) {
                // "X was among six towns the army retook"
                return OptionalInt.of(among);
            }
            if (clauses == 0 && isTownWithoutPronoun(before)) {
                // "the town rebels captured on Monday"
                return OptionalInt.of(before);
            }
            // "which Moscow said on Monday it"
            int saying = before;
            while (syntax.is(saying, Kind.SUBORDINATOR)
                    || syntax.is(saying, Kind.ADVERB)
                    || syntax.is(saying, Kind.DATE)
                    || syntax.is(saying, Kind.PREPOSITION)) {
                saying--;
            }
            if (!syntax.is(saying, Kind.VERB) || !syntax.isSaying(saying)) {
                return OptionalInt.empty();
            }
            i = saying - 1;
            while (syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.DATE) || syntax.is(i - 1, Kind.PREPOSITION)) {
                i--;
            }
        }
        return OptionalInt.empty();
    }

    /** X of "X was among six towns that", "X is one of the towns", where {@code towns} is the noun; -1 where nothing is counted. */
    int countedAmong(int towns) {
        boolean counted = syntax.is(towns, Kind.NOUN)
                && AMONG.contains(syntax.words.lower(syntax.phrase(towns).head()))
                && syntax.isPreposition(towns - 1, Set.of("among", "of"));
        int copula = !counted ? -1 : syntax.verbBefore(towns);
        boolean near = copula >= 0
                && copula >= towns - 3
                && syntax.verb(copula).copula()
                && syntax.verb(copula).modal().isEmpty();
        List<Integer> subjects = near ? syntax.subjectsOf(copula) : List.of();
        return subjects.isEmpty() ? -1 : subjects.get(0);
    }

    private boolean isTownWithoutPronoun(int i) {
        return syntax.is(i, Kind.NOUN)
                && !syntax.phrase(i).possessive()
                && TOWNS.contains(syntax.words.lower(syntax.phrase(i).head()));
    }

    private boolean isRelative(int i) {
        boolean that = syntax.is(i, Kind.SUBORDINATOR)
                && syntax.lower(i).equals("that")
                && (syntax.is(i - 1, Kind.NOUN) || (syntax.is(i - 1, Kind.ASIDE) && syntax.is(i - 2, Kind.NOUN)));
        return that || (syntax.is(i, Kind.RELATIVE) && WHICH.contains(syntax.lower(i)));
    }

    private OptionalInt antecedent(int relative) {
        int i = syntax.is(relative - 1, Kind.COMMA) ? relative - 2 : relative - 1;
        if (syntax.is(i, Kind.ASIDE)) {
            i--;
        }
        if (!syntax.is(i, Kind.NOUN)) {
            return OptionalInt.empty();
        }
        boolean part = syntax.isPreposition(i - 1, Set.of("of", "in"))
                && syntax.is(i - 2, Kind.NOUN)
                && PARTS.contains(syntax.words.lower(syntax.phrase(i - 2).head()));
        if (part) {
            // "the Masaken district of Aleppo, which"
            return OptionalInt.of(i - 2);
        }
        int setOff = beforeSetOffWhereabouts(i);
        if (setOff >= 0) {
            return OptionalInt.of(setOff);
        }
        i = beforeWhereabouts(i);
        // "Madagiz, the village which"
        boolean apposed = syntax.is(i - 1, Kind.COMMA) && syntax.is(i - 2, Kind.NOUN) && isName(i - 2) && !isName(i);
        return OptionalInt.of(apposed ? i - 2 : i);
    }

    /** X of "X, on the border with Y, which"; -1 where no preposition opens what is set off. */
    private int beforeSetOffWhereabouts(int noun) {
        int i = noun;
        while (syntax.is(i, Kind.NOUN) && syntax.is(i - 1, Kind.PREPOSITION) && i > noun - ASIDE) {
            i -= 2;
        }
        boolean opened = i < noun && syntax.is(i, Kind.COMMA) && syntax.is(i - 1, Kind.NOUN) && isName(i - 1);
        return opened ? i - 1 : -1;
    }

    /** "a town" of "a town 25 miles to the north of Y that", "the city in the country that". */
    private int beforeWhereabouts(int noun) {
        boolean compass = false;
        for (int i = noun - 1; i >= Math.max(0, noun - ASIDE); i--) {
            if (syntax.is(i, Kind.NOUN) && isTownWithoutPronoun(i)) {
                boolean in = i == noun - 2 && syntax.isPreposition(i + 1, Set.of("in"));
                return compass || in ? i : noun;
            }
            String lower = syntax.words.lower(syntax.phrase(i).head());
            compass |= Hanging.COMPASS.contains(lower);
            if (!syntax.is(i, Kind.PREPOSITION) && !syntax.is(i, Kind.NOUN) && !syntax.is(i, Kind.ADVERB)) {
                return noun;
            }
        }
        return noun;
    }

    private boolean isName(int noun) {
        return syntax.words.tag(syntax.phrase(noun).head()).equals("PROPN");
    }
}
