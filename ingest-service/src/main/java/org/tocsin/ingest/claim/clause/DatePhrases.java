package org.tocsin.ingest.claim.clause;

import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Groups the words of a date: "Monday, 16 June 2014", "last week". */
final class DatePhrases {
    private static final Set<String> POINTING = Set.of("last", "next", "this");
    /** Months that may be something else. */
    private static final Set<String> UNSURE = Set.of("may", "march");

    private static final Set<String> LOWER_CASE = Set.of("today", "yesterday", "overnight");

    private final Set<String> named;
    private final Set<String> units;

    DatePhrases(WordLists cues) {
        this.named = cues.words("weekdays", "months", "days-from-today");
        this.units = cues.words("time-nouns");
    }

    /** "day", "weeks", "dawn": a noun that tells a time. */
    boolean isUnit(String lower) {
        return units.contains(lower);
    }

    /** Does a date start here: "Monday", "last week", "yesterday"? */
    boolean startsAt(Words words, int i) {
        String lower = words.lower(i);
        boolean relative =
                POINTING.contains(lower) && (units.contains(words.lower(i + 1)) || named.contains(words.lower(i + 1)));
        boolean lastMay = POINTING.contains(lower)
                && UNSURE.contains(words.lower(i + 1))
                && i + 1 < words.to()
                && words.token(i + 1).capitalised();
        return relative
                || lastMay
                || (named.contains(lower) && (words.token(i).capitalised() || LOWER_CASE.contains(lower)));
    }

    /** The whole of it: "Monday, 16 June 2014". */
    Phrase of(Words words, int i) {
        int end = i + 1;
        while (end < words.to()) {
            boolean part = words.token(end).isNumber()
                    || (end == i + 1 && UNSURE.contains(words.lower(end)) && POINTING.contains(words.lower(i)))
                    || (named.contains(words.lower(end)) && words.token(end).capitalised())
                    || (units.contains(words.lower(end)) && end == i + 1)
                    || (words.lower(end).equals(",")
                            && words.token(Math.min(end + 1, words.to() - 1)).isNumber());
            if (!part) {
                break;
            }
            end++;
        }
        return new Phrase(Kind.DATE, i, end, i, false, null);
    }
}
