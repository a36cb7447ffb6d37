package org.tocsin.ingest.claim.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a text into words and marks in one pass. Hyphenated words and names stay whole ("Rwanda-backed", "al-Qaeda"), "'s" and "n't" stand
 * alone, abbreviations keep their dots. Written here because the statistical tokenizer takes quadratic time on a long run without blanks.
 */
public final class Tokens {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "cmdr", "cpl",
            "pvt", "gov", "sen", "rep", "rev", "prof", "hon", "jr", "sr", "no", "vs", "etc", "jan", "feb", "mar", "apr",
            "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "sq", "approx", "inc", "corp", "co",
            "ltd");

    /** Longer words are cut: no name is longer, and every later step stays linear. */
    private static final int LONGEST_WORD = 64;

    private Tokens() {}

    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 4);
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (Character.isWhitespace(codePoint)
                    || Character.isSpaceChar(codePoint)
                    || Character.isISOControl(codePoint)) {
                i += Character.charCount(codePoint);
                continue;
            }
            int end = Character.isLetterOrDigit(codePoint) ? wordEnd(text, i) : markEnd(text, i, codePoint);
            tokens.add(token(text, i, end));
            i = end;
        }
        return tokens;
    }

    private static Token token(String text, int start, int end) {
        String word = text.substring(start, end);
        return new Token(
                start,
                end,
                word,
                word.replace('\u2019', '\'').replace('\u2018', '\'').toLowerCase(Locale.ROOT));
    }

    private static int markEnd(String text, int start, int codePoint) {
        if (isApostrophe(codePoint)
                && start > 0
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && isS(text, start + 1)) {
            return start + 2;
        }
        int end = start + Character.charCount(codePoint);
        if (codePoint == '-' || codePoint == '.') {
            while (end < text.length() && text.charAt(end) == codePoint && end - start < LONGEST_WORD) {
                end++;
            }
        }
        return end;
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        int limit = Math.min(text.length(), start + LONGEST_WORD);
        while (i < limit) {
            int codePoint = text.codePointAt(i);
            int width = Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
                i += width;
            } else if (!joins(text, start, i, codePoint)) {
                break;
            } else {
                i += width;
            }
        }
        if (i - start > 3 && text.regionMatches(true, i - 3, "n't", 0, 3)) {
            return i - 3;
        }
        return withDot(text, start, i);
    }

    /** Does the mark at {@code i} hold two parts of one word together? */
    private static boolean joins(String text, int start, int i, int mark) {
        if (i + 1 >= text.length()) {
            return false;
        }
        boolean letterAfter = Character.isLetterOrDigit(text.codePointAt(i + 1));
        boolean digits = Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
        if (isApostrophe(mark)) {
            // "n’t" is cut off afterwards; "'s" ends the word here
            return letterAfter && !isS(text, i + 1);
        }
        return switch (mark) {
            case '-', '\u2010', '\u2011' -> letterAfter;
            case ',' -> digits;
            case '.' -> digits || (letterAfter && isInitials(text, start, i));
            case '&' -> letterAfter;
            default -> false;
        };
    }

    /** "U.S" so far: single letters with dots between. */
    private static boolean isInitials(String text, int start, int dot) {
        for (int i = start; i < dot; i++) {
            boolean letter = (i - start) % 2 == 0;
            if (letter != Character.isLetter(text.charAt(i)) || (!letter && text.charAt(i) != '.')) {
                return false;
            }
        }
        return (dot - start) % 2 == 1;
    }

    private static int withDot(String text, int start, int end) {
        if (end >= text.length() || text.charAt(end) != '.') {
            return end;
        }
        boolean initials = isInitials(text, start, end) && end - start > 1;
        boolean initial = end - start == 1 && Character.isUpperCase(text.charAt(start));
        boolean abbreviation = end - start < 8
                && ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
                && !followedByEnd(text, end + 1);
        return initials || initial || abbreviation ? end + 1 : end;
    }

    private static boolean followedByEnd(String text, int i) {
        return i >= text.length() || text.charAt(i) == '\n';
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '\u2019' || codePoint == '\u2018' || codePoint == '\u02bc';
    }

    private static boolean isS(String text, int i) {
        return i < text.length()
                && (text.charAt(i) == 's' || text.charAt(i) == 'S')
                && (i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }
}
