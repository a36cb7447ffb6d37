package org.tocsin.ingest.claim.text;

import java.util.List;

/** What stands before the sentence proper: a dateline ("BAGHDAD, June 16 (Agency) -") or a heading with a colon ("Libya: ..."). */
public final class Opening {
    private static final int LONGEST = 22;

    private Opening() {}

    /** The first token of the sentence proper. */
    public static int bodyOf(List<Token> tokens, Sentences.Range range) {
        int limit = Math.min(range.end() - 2, range.start() + LONGEST);
        for (int i = range.start(); i < limit; i++) {
            String mark = tokens.get(i).text();
            boolean dash = mark.equals("-") || mark.equals("--") || mark.equals("\u2014") || mark.equals("\u2013");
            if (dash && isDateline(tokens, range.start(), i)) {
                return i + 1;
            }
            if (mark.equals(":") && (isDateline(tokens, range.start(), i) || isCaption(tokens, range.start(), i))) {
                return i + 1;
            }
        }
        return range.start();
    }

    private static boolean isDateline(List<Token> tokens, int start, int end) {
        if (end == start || !tokens.get(start).capitalised()) {
            return false;
        }
        boolean plainDash = tokens.get(end).text().equals("-");
        for (int i = start; i < end; i++) {
            Token token = tokens.get(i);
            boolean mark = !token.isWord();
            boolean lower = token.isWord() && !token.capitalised() && !token.isNumber();
            if ((lower && end - start > 4)
                    || (lower && !token.lower().equals("in") && !token.lower().startsWith("al-"))) {
                return false;
            }
            if (mark && !"(),./".contains(token.text())) {
                return false;
            }
        }
        return !plainDash
                || tokens.get(start).allCapitals()
                || tokens.get(end - 1).text().equals(")")
                || tokens.get(end - 1).isNumber()
                || end - start <= 3;
    }

    /** "Lashkar Gah, in Afghanistan, 13 August 2021: ...": ends in a year. */
    private static boolean isCaption(List<Token> tokens, int start, int end) {
        if (end - start <= 2) {
            return false;
        }
        Token last = tokens.get(end - 1);
        return last.isNumber() && last.text().length() == 4;
    }
}
