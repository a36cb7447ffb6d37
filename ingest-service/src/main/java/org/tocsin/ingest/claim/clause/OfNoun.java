package org.tocsin.ingest.claim.clause;

import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** What a deed was done to: "X" of "the capture on Monday of X". */
final class OfNoun {
    private OfNoun() {}

    /** The noun of "of ...", also behind "in full". */
    static OptionalInt of(Syntax syntax, int phrase) {
        int i = phrase + 1;
        if (syntax.isPreposition(i, Set.of("in"))
                && Set.of("full", "whole", "part").contains(syntax.lower(i + 1))) {
            i += 2;
        }
        i = pastDate(syntax, i);
        return syntax.isPreposition(i, Set.of("of")) ? syntax.nounAfter(i) : OptionalInt.empty();
    }

    static int pastDate(Syntax syntax, int from) {
        int i = from;
        while (syntax.is(i, Kind.ADVERB)
                // the 'liberation' of X
                || (syntax.is(i, Kind.MARK) && i == from && ClosedWords.QUOTES.contains(syntax.lower(i)))
                || syntax.is(i, Kind.DATE)
                || (syntax.isPreposition(i, Set.of("on", "in")) && syntax.is(i + 1, Kind.DATE))) {
            i++;
        }
        return i;
    }
}
