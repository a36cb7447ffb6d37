package org.tocsin.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The gazetteer: every populated place of GeoNames' cities500 and the project's own supplement, by id and by name. */
public final class Places {

    /** Beginnings of names that may be in lower case: "al-Bab", "el-Fasher", "ash-Shaykh". */
    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "ad", "ed", "adh", "an", "en", "az",
            "ez", "de", "la", "le", "s");

    /** Words of the longest name that the transliteration key is tried on. */
    private static final int KEY_WORDS = 5;

    /** Shorter keys fit too many ordinary words. */
    private static final int KEY_LENGTH = 4;

    private final PlaceTable table;
    private final NameIndex names;
    private final NameIndex keys;

    private Places(PlaceTable table, NameIndex names, NameIndex keys) {
        this.table = table;
        this.names = names;
        this.keys = keys;
    }

    /** Reads the data from the class path, about a third of a second; keep the result. */
    public static Places load() {
        return new Places(PlaceTable.load(), NameIndex.load("names"), NameIndex.load("keys"));
    }

    /** How many places there are. */
    public int size() {
        return table.size();
    }

    /** The place of a GeoNames id or a supplement's {@code x<number>}. */
    public Optional<Place> byId(String id) {
        int row = table.row(id);
        return row < 0 ? Optional.empty() : Optional.of(table.place(row));
    }

    /** The places of that name after folding, most populous first; if there are none, those that share its transliteration key. */
    public List<Place> named(String name) {
        String folded = Folding.fold(name);
        int[] rows = names.rows(folded);
        return places(rows.length > 0 ? rows : rowsOfKey(folded));
    }

    /**
     * The longest known name that starts at the index and ends at the end of a word. The index must be the start of a word that is capitalised (or an
     * article before such a word, or in a script without case). A possessive 's stays outside. Of an exact and a transliterated match the longer wins,
     * at the same length the exact one.
     *
     * @param start char index in the text
     */
    public Optional<Match> longestAt(String text, int start) {
        if (!Words.startsAt(text, start)) {
            return Optional.empty();
        }
        int wordEnd = Words.endOf(text, start);
        boolean lowerCase = isLowerCase(text, start);
        if (lowerCase && !articleBeforeName(text, start, wordEnd)) {
            return Optional.empty();
        }
        // "Al-Qaeda" must not be found as the town of Ål.
        boolean hyphenated = wordEnd < text.length() && Folding.isHyphen(text.charAt(wordEnd));
        boolean article = lowerCase || (hyphenated && isArticle(text, start, wordEnd));
        int firstEnd = article ? wordEnd + 1 : wordEnd;
        Optional<Match> exact = longestExact(text, start, firstEnd);
        int keyedFrom = exact.isPresent() ? exact.get().end() + 1 : firstEnd;
        return longestByKey(text, start, keyedFrom).or(() -> exact);
    }

    private Optional<Match> longestExact(String text, int start, int firstEnd) {
        var walk = names.walk();
        var folded = new StringBuilder();
        int end = -1;
        int[] rows = {};
        int wordStart = start;
        while (wordStart >= 0) {
            int wordEnd = Words.endOf(text, wordStart);
            folded.setLength(0);
            Folding.appendFolded(text, wordStart, wordEnd, folded);
            if (!walk.step(folded)) {
                break;
            }
            int[] here = wordEnd >= firstEnd ? walk.rows() : new int[0];
            if (here.length > 0) {
                end = wordEnd;
                rows = here;
            }
            int possessive = Words.possessiveEnd(text, wordEnd);
            if (possessive > wordEnd && !walk.step("s")) {
                break;
            }
            if (possessive > wordEnd && end < 0 && walk.rows().length > 0) {
                end = possessive;
                rows = walk.rows();
            }
            wordStart = Words.next(text, wordStart, possessive);
            if (wordStart >= 0 && !walk.step(" ")) {
                break;
            }
        }
        return end < 0 ? Optional.empty() : Optional.of(new Match(start, end, places(rows), true));
    }

    private Optional<Match> longestByKey(String text, int start, int from) {
        var folded = new StringBuilder();
        int end = -1;
        int[] rows = {};
        int wordStart = start;
        for (int words = 0; words < KEY_WORDS && wordStart >= 0; words++) {
            int wordEnd = Words.endOf(text, wordStart);
            boolean joins = words == 0 || !isLowerCase(text, wordStart) || isArticle(text, wordStart, wordEnd);
            if (!joins || wordEnd - start > 60) {
                break;
            }
            if (words > 0) {
                folded.append(' ');
            }
            Folding.appendFolded(text, wordStart, wordEnd, folded);
            int[] here = wordEnd >= from && !isLowerCase(text, wordStart) ? rowsOfKey(folded.toString()) : new int[0];
            if (here.length > 0) {
                end = wordEnd;
                rows = here;
            }
            wordStart = Words.possessiveEnd(text, wordEnd) > wordEnd ? -1 : Words.next(text, wordStart, wordEnd);
        }
        return end < 0 ? Optional.empty() : Optional.of(new Match(start, end, places(rows), false));
    }

    private int[] rowsOfKey(String folded) {
        String key = Transliteration.keyOf(folded);
        return key.length() < KEY_LENGTH ? new int[0] : keys.rows(key);
    }

    private List<Place> places(int[] rows) {
        return Arrays.stream(rows).mapToObj(table::place).toList();
    }

    private static boolean articleBeforeName(String text, int start, int end) {
        int next = Words.next(text, start, end);
        return next >= 0 && isArticle(text, start, end) && !isLowerCase(text, next);
    }

    private static boolean isArticle(String text, int start, int end) {
        return end - start <= 3 && ARTICLES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isLowerCase(String text, int index) {
        return Character.isLowerCase(text.codePointAt(index)) || Character.isDigit(text.codePointAt(index));
    }

    /**
     * A name found in a text.
     *
     * @param start char index of its first character
     * @param end char index after its last
     * @param candidates the places of that name, most populous first, never empty
     * @param exact false if it was found by the transliteration key
     */
    public record Match(int start, int end, List<Place> candidates, boolean exact) {
        public Match {
            candidates = List.copyOf(candidates);
        }
    }
}
