package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** "fighters of X", "forces loyal to X", "troops led by X". */
final class Members {
    private Members() {}

    /** Whose they are: the noun of "of X", "loyal to X", "belonging to X", "that belonged to X"; else -1. */
    static int ownerBehind(Syntax syntax, int noun) {
        int i = noun + 1;
        if (syntax.isPreposition(i, Set.of("of", "from"))) {
            return i + 1;
        }
        if (syntax.is(i, Kind.RELATIVE)) {
            i++;
        }
        boolean belong = syntax.is(i, Kind.VERB)
                && Set.of("belonging", "belonged", "belong")
                        .contains(syntax.words.lower(syntax.phrase(i).head()));
        boolean led = syntax.is(i, Kind.VERB)
                && Set.of("led", "commanded", "headed")
                        .contains(syntax.words.lower(syntax.phrase(i).head()))
                && syntax.isPreposition(i + 1, Set.of("by"));
        if (led) {
            // "forces led by Turkey"
            return i + 2;
        }
        boolean allied = (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.ADVERB))
                && Set.of("allied", "aligned")
                        .contains(syntax.words.lower(syntax.phrase(i).head()))
                && syntax.isPreposition(i + 1, Set.of("with", "to"));
        if (allied) {
            return i + 2;
        }
        boolean loyal = syntax.is(i, Kind.ADVERB) && Set.of("loyal", "faithful").contains(syntax.lower(i));
        return (belong || loyal) && syntax.isPreposition(i + 1, Set.of("to")) ? i + 2 : -1;
    }
}
