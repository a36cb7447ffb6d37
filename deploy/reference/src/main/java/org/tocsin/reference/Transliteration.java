package org.tocsin.reference;

import java.util.Set;

/**
 * Takes out of a folded name what romanisations of Arabic, Persian, Kurdish, Cyrillic and Ethiopic names disagree about: articles, blanks, doubled letters, vowel
 * qualities, the letter h, k for q.
 */
final class Transliteration {

    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "eth", "ad", "ed", "adh", "edh", "an",
            "en", "az", "ez");

    private Transliteration() {}

    /** The key of a folded name; empty if nothing is left. */
    static String keyOf(String folded) {
        var letters = new StringBuilder(folded.length());
        String[] words = folded.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            boolean article = ARTICLES.contains(words[i]) && i < words.length - 1;
            if (!article) {
                appendWord(withoutJoinedArticle(words[i], i > 0), letters);
            }
        }
        return squeeze(letters);
    }

    /** "Ezzor" for "ez-Zor": the article is written together with a doubled consonant after it. */
    private static String withoutJoinedArticle(String word, boolean later) {
        boolean joined = word.length() > 5
                && (word.charAt(0) == 'a' || word.charAt(0) == 'e')
                && word.charAt(1) == word.charAt(2)
                && "zsdtrn".indexOf(word.charAt(1)) >= 0;
        return joined || (later && joinedShort(word)) ? word.substring(2) : word;
    }

    private static boolean joinedShort(String word) {
        return word.length() == 5 && word.charAt(0) == 'e' && word.charAt(1) == 'z' && word.charAt(2) == 'z';
    }

    private static void appendWord(String word, StringBuilder out) {
        String common =
                switch (word) {
                    case "tel", "tell", "tall" -> "tal";
                    case "kfar", "kafar", "kufr", "kefr" -> "kafr";
                    default -> word;
                };
        int end = common.length();
        // A final h only marks the feminine ending: Raqqa and Raqqah, Hasakeh and Hasaka.
        if (end > 2 && common.charAt(end - 1) == 'h' && isVowel(common.charAt(end - 2))) {
            end--;
        }
        boolean feminine = end > 2 && (common.charAt(end - 1) == 'a' || common.charAt(end - 1) == 'e');
        out.append(common, 0, feminine ? end - 1 : end);
        if (feminine) {
            out.append('a');
        }
    }

    /** Letters to their class, runs of one class to one letter. */
    private static String squeeze(CharSequence letters) {
        var out = new StringBuilder(letters.length());
        int i = 0;
        while (i < letters.length()) {
            char c = letters.charAt(i);
            if (isVowel(c)) {
                int end = i + 1;
                while (end < letters.length() && isVowel(letters.charAt(end))) {
                    end++;
                }
                out.append(vowelClass(letters, i, end));
                i = end;
            } else {
                char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
                char consonant = consonantClass(c, next);
                boolean silentH = next == 'h' && "kgdtpz".indexOf(c) >= 0;
                if (out.length() == 0 || out.charAt(out.length() - 1) != consonant) {
                    out.append(consonant);
                }
                i += silentH ? 2 : 1;
            }
        }
        return out.toString();
    }

    /** Front (e, i, y), back (o, u, w) or open (a); a glide after a decides: ay and ei are front, aw and ou back. */
    private static char vowelClass(CharSequence letters, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = letters.charAt(i);
            if (c == 'o' || c == 'u' || c == 'w') {
                return 'u';
            }
            if (c == 'i' || c == 'e' || c == 'y') {
                return 'i';
            }
        }
        return 'a';
    }

    private static char consonantClass(char c, char next) {
        if (c == 'k' && next == 'h') {
            return 'h';
        }
        return switch (c) {
            case 'q' -> 'k';
            case 'c' -> next == 'h' ? 'c' : 'k';
            case 'p' -> next == 'h' ? 'f' : 'p';
            default -> c;
        };
    }

    private static boolean isVowel(char c) {
        return "aeiouyw".indexOf(c) >= 0;
    }
}
