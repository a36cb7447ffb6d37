package org.tocsin.reference;

import java.util.Locale;
import java.util.Set;

/**
 * Where words begin and end in running text. A word is a run of letters and digits, with the apostrophes inside it ("Sana'a", but not a possessive 's) and the full
 * stops of an abbreviation ("U.S.").
 */
final class Words {

    /** More blanks between two words of one name than this are a gap in the layout, not a name. */
    private static final int MAX_GAP = 4;

    /** Longer abbreviations are none; a limit keeps the reading of "U.U.U.U..." linear. */
    private static final int MAX_INITIALS = 8;

    /** How far to look for a lower-case letter. */
    private static final int LINE = 60;

    private Words() {}

    /** Whether a word starts at the index; what follows an apostrophe inside a word ("Iraq's", "N'Djamena") is none. */
    static boolean startsAt(CharSequence text, int index) {
        boolean inside = index >= 0 && index < text.length() && isWordPart(Character.codePointAt(text, index));
        if (!inside || index == 0) {
            return inside;
        }
        boolean apostrophe = Folding.isApostrophe(text.charAt(index - 1));
        int before = apostrophe ? index - 1 : index;
        return before == 0 || !isWordPart(Character.codePointBefore(text, before));
    }

    /** The end of the word that starts at the index. */
    static int endOf(CharSequence text, int start) {
        int end = runEnd(text, start);
        int initials = 0;
        while (end < text.length() && initials < MAX_INITIALS) {
            char c = text.charAt(end);
            boolean letterAfter = end + 1 < text.length() && isWordPart(Character.codePointAt(text, end + 1));
            boolean initial = c == '.' && isInitial(text, start, end);
            boolean inside = letterAfter && (initial || (Folding.isApostrophe(c) && !isEnding(text, end + 1)));
            if (!inside) {
                return initial && initials > 0 ? end + 1 : end;
            }
            initials += initial ? 1 : 0;
            end = runEnd(text, end + 1);
        }
        return end;
    }

    /** After a possessive 's or a bare apostrophe that follows the index; the index itself when there is none. */
    static int possessiveEnd(CharSequence text, int index) {
        boolean apostrophe = index < text.length() && Folding.isApostrophe(text.charAt(index));
        if (!apostrophe || index + 1 >= text.length()) {
            return index;
        }
        char s = text.charAt(index + 1);
        boolean ends = index + 2 >= text.length() || !isWordPart(Character.codePointAt(text, index + 2));
        return (s == 's' || s == 'S') && ends ? index + 2 : index;
    }

    /** Whether what follows an apostrophe is no part of a name: a possessive or a contraction. */
    private static boolean isEnding(CharSequence text, int start) {
        int end = runEnd(text, start);
        return end - start <= 2
                && Set.of("s", "ve", "re", "ll", "d", "m")
                        .contains(text.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
    }

    /** Whether the line around the words is all in capitals, so that capitals tell nothing. */
    static boolean isShouted(CharSequence text, int start, int end) {
        return !hasLowerCase(text, start, -1) && !hasLowerCase(text, end, 1);
    }

    private static boolean hasLowerCase(CharSequence text, int from, int step) {
        int i = step < 0 ? from - 1 : from;
        for (int seen = 0; seen < LINE && i >= 0 && i < text.length() && text.charAt(i) != '\n'; seen++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return true;
            }
            i += step;
        }
        return false;
    }

    /** The start of the next word if nothing but a short gap (blanks, one hyphen, the full stop of a short abbreviation) lies between; -1 otherwise. */
    static int next(CharSequence text, int start, int end) {
        int i = end;
        if (i < text.length() && text.charAt(i) == '.' && i - start <= 3) {
            i++;
        }
        int gap = i;
        int newLines = 0;
        while (i < text.length() && i - gap <= MAX_GAP) {
            char c = text.charAt(i);
            if (c == '\n') {
                newLines++;
            }
            if (!(Folding.isHyphen(c) || Character.isWhitespace(c) || Character.isSpaceChar(c)) || newLines > 1) {
                break;
            }
            i++;
        }
        boolean near = i > gap && i - gap <= MAX_GAP;
        // A leading apostrophe belongs to the word ("Ras al-'Ayn").
        if (near && i + 1 < text.length() && Folding.isApostrophe(text.charAt(i))) {
            i++;
        }
        return near && startsAt(text, i) ? i : -1;
    }

    static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || (codePoint > 0x2ff && isMark(Character.getType(codePoint)));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static int runEnd(CharSequence text, int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = Character.codePointAt(text, end);
            if (!isWordPart(codePoint)) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Whether the letters before the full stop are one letter: the start of the word, or after an earlier full stop. */
    private static boolean isInitial(CharSequence text, int start, int dot) {
        return dot - 1 >= start
                && Character.isUpperCase(text.charAt(dot - 1))
                && (dot - 1 == start || text.charAt(dot - 2) == '.');
    }
}
