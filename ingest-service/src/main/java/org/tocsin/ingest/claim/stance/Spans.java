package org.tocsin.ingest.claim.stance;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;

/** Long spans that a sentence sums up: "over the past two years rebels have taken", "has lost X and Y in recent months". */
final class Spans {
    private static final Set<String> OVER = Set.of("in", "over", "during", "within", "throughout", "across");
    private static final Set<String> PAST = Set.of("past", "last", "recent", "previous", "preceding");
    private static final Set<String> UNITS = Set.of("months", "year", "years", "decade", "decades");
    private static final Set<String> PARTS =
            Set.of("few", "several", "couple", "number", "of", "the", "or", "so", "half");

    /** "the biggest success in recent months" is news, "for the first time in the past years" too. */
    private static final Set<String> RANKS = Set.of(
            "first", "latest", "most", "biggest", "largest", "worst", "fastest", "greatest", "boldest", "only", "time");

    private static final int RANK_WITHIN = 8;

    private Spans() {}

    /** Does a long span until today belong to the verb: before its clause, or behind a verb in the perfect? */
    static boolean covers(Syntax syntax, int verb) {
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            int end = endAt(words, i);
            if (end < 0 || isRanked(words, i)) {
                continue;
            }
            int first = syntax.phraseOf(i);
            int last = syntax.phraseOf(end - 1);
            if (last < verb ? opensClauseOf(syntax, first, last, verb) : hangsOn(syntax, first, verb)) {
                return true;
            }
        }
        return false;
    }

    /** Does a word that ranks stand before the token: "the biggest defeat since"? */
    static boolean isRanked(Words words, int i) {
        return words.anyOf(Math.max(words.from(), i - RANK_WITHIN), i, RANKS);
    }

    /** The token behind "over the past two years" that starts at {@code i}; -1 where no long span does. */
    private static int endAt(Words words, int i) {
        if (!OVER.contains(words.lower(i))) {
            return -1;
        }
        boolean past = false;
        for (int j = i + 1; j < Math.min(words.to(), i + 8); j++) {
            String lower = words.lower(j);
            if (past && UNITS.contains(lower)) {
                // "last year" is a date
                boolean bare = j == i + 2 && !lower.endsWith("s");
                return bare ? -1 : j + 1;
            }
            past |= PAST.contains(lower);
            boolean part = past
                    && (PARTS.contains(lower)
                            || words.tag(j).equals("NUM")
                            || words.token(j).isNumber());
            if (!PAST.contains(lower) && !part && !PARTS.contains(lower)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean opensClauseOf(Syntax syntax, int first, int last, int verb) {
        boolean opens = first == 0
                || syntax.is(first - 1, Kind.MARK)
                || syntax.is(first - 1, Kind.COMMA)
                || syntax.is(first - 1, Kind.AND);
        boolean inGroup = syntax.phraseOf(syntax.phrase(last).start()) == verb;
        int next = syntax.verbAfter(last);
        boolean chained = next >= 0
                && next < verb
                && !syntax.between(next, verb, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.COMMA));
        return inGroup || (opens && (next == verb || chained));
    }

    private static boolean hangsOn(Syntax syntax, int first, int verb) {
        return syntax.is(verb, Kind.VERB) && syntax.verb(verb).perfect() && syntax.verbBefore(first) == verb;
    }
}
