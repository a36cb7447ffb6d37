package org.tocsin.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tocsin.reference.Places.Match;

/** Finds the names of places in running text. */
final class PlaceFinder {

    /** Beginnings and parts of names that may be in lower case: "al-Bab", "el-Fasher", "Jisr ash-Shughur". */
    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "ad", "ed", "adh", "an", "en", "az",
            "ez", "de", "la", "le", "s");

    /** Those that are also English words: they begin a name only with a hyphen, for "at Kandahar" is not "at-Kandahar". */
    private static final Set<String> ENGLISH = Set.of("as", "at", "an", "ad", "s");

    /** Words of the longest name that the transliteration key is tried on, and its length in characters. */
    private static final int KEY_WORDS = 5;

    private static final int KEY_SPAN = 60;

    /** Words in capitals up to this length are abbreviations ("US", "UN") unless all the line is in capitals. */
    private static final int ABBREVIATION = 3;

    private static final int[] NONE = {};

    private final Set<String> functionWords = Resources.words("function-words.txt");

    private final PlaceTable table;
    private final NameIndex names;
    private final KeyIndex keys;

    PlaceFinder(PlaceTable table, NameIndex names, KeyIndex keys) {
        this.table = table;
        this.names = names;
        this.keys = keys;
    }

    Optional<Match> longestAt(String text, int start) {
        if (!Words.startsAt(text, start)) {
            return Optional.empty();
        }
        int wordEnd = Words.endOf(text, start);
        boolean article = isArticle(text, start, wordEnd);
        boolean hyphened = wordEnd < text.length() && Folding.isHyphen(text.charAt(wordEnd));
        boolean english = article && ENGLISH.contains(lowerCase(text, start, wordEnd)) && !hyphened;
        boolean lowerCase = isLowerCase(text, start);
        if (lowerCase && (english || !article || !nameFollows(text, start, wordEnd))) {
            return Optional.empty();
        }
        // An article is no name by itself: "Al-Qaeda" and "Al Jufra" are not the town of Ål.
        int from = article && nameFollows(text, start, wordEnd) ? wordEnd + 1 : wordEnd;
        Optional<Match> exact = longestExact(text, start, from);
        if (english) {
            return exact;
        }
        return longestByKey(text, start, exact.isPresent() ? exact.get().end() + 1 : from)
                .or(() -> exact);
    }

    private Optional<Match> longestExact(String text, int start, int from) {
        var walk = names.walk();
        var folded = new StringBuilder();
        int end = -1;
        int[] rows = NONE;
        int wordStart = start;
        while (wordStart >= 0) {
            int wordEnd = Words.endOf(text, wordStart);
            folded.setLength(0);
            Folding.appendFolded(text, wordStart, wordEnd, folded);
            if (!walk.step(folded)) {
                break;
            }
            boolean name = wordEnd >= from && (wordStart > start || mayStandAlone(text, start, wordEnd, folded));
            int[] here = name ? walk.rows() : NONE;
            if (here.length > 0) {
                end = wordEnd;
                rows = here;
            }
            int possessive = Words.possessiveEnd(text, wordEnd);
            if (possessive > wordEnd && !walk.step("s")) {
                break;
            }
            if (possessive > wordEnd && end < 0 && name) {
                // "St. Mary's" where there is no "St. Mary".
                rows = walk.rows();
                end = rows.length > 0 ? possessive : -1;
            }
            wordStart = Words.next(text, wordStart, possessive);
            if (wordStart >= 0 && !walk.step(" ")) {
                break;
            }
        }
        return match(start, end, rows, true);
    }

    private Optional<Match> longestByKey(String text, int start, int from) {
        var folded = new StringBuilder();
        int end = -1;
        int[] found = NONE;
        int wordStart = start;
        for (int words = 0; words < KEY_WORDS && wordStart >= 0; words++) {
            int wordEnd = Words.endOf(text, wordStart);
            boolean article = isArticle(text, wordStart, wordEnd);
            var word = new StringBuilder();
            if (wordEnd - start > KEY_SPAN) {
                break;
            }
            Folding.appendFolded(text, wordStart, wordEnd, word);
            if (!article && (isLowerCase(text, wordStart) || !keys.mayName(word.toString()))) {
                break;
            }
            folded.append(words > 0 ? " " : "").append(word);
            int[] rows = wordEnd >= from && !article ? keys.rows(folded.toString()) : NONE;
            if (rows.length > 0) {
                end = wordEnd;
                found = rows;
            }
            boolean possessive = Words.possessiveEnd(text, wordEnd) > wordEnd;
            wordStart = possessive ? -1 : Words.next(text, wordStart, wordEnd);
        }
        return match(start, end, found, false);
    }

    private Optional<Match> match(int start, int end, int[] rows, boolean exact) {
        return rows.length == 0 ? Optional.empty() : Optional.of(new Match(start, end, table.places(rows), exact));
    }

    private boolean mayStandAlone(String text, int start, int end, CharSequence folded) {
        boolean capitals = folded.length() <= ABBREVIATION
                && end - start > 1
                && text.substring(start, end)
                        .chars()
                        .filter(Character::isLetter)
                        .allMatch(Character::isUpperCase);
        return !functionWords.contains(folded.toString()) && !(capitals && !Words.isShouted(text, start, end));
    }

    private static boolean nameFollows(String text, int start, int end) {
        int next = Words.next(text, start, end);
        return next >= 0 && !isLowerCase(text, next);
    }

    private static boolean isArticle(String text, int start, int end) {
        return end - start <= 3 && ARTICLES.contains(lowerCase(text, start, end));
    }

    private static String lowerCase(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLowerCase(String text, int index) {
        int codePoint = text.codePointAt(index);
        return Character.isLowerCase(codePoint) || Character.isDigit(codePoint);
    }
}
