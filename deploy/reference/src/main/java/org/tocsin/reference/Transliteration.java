package org.tocsin.reference;

import java.util.Map;
import java.util.Set;

/**
 * Takes out of a folded name what romanisations of Arabic, Persian, Kurdish, Cyrillic, Ethiopic and Burmese names disagree about: articles, blanks, doubled
 * letters, endings in h, aspirated consonants, i for e and y, u for o and w.
 */
final class Transliteration {

    private static final Set<String> ARTICLES = Set.of(
            "al", "el", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "eth", "ad", "ed", "adh", "edh", "an",
            "en", "az", "ez");

    /** Words that many names begin with and every romanisation spells its own way. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("tel", "tal"),
            Map.entry("tell", "tal"),
            Map.entry("tall", "tal"),
            Map.entry("kfar", "kafr"),
            Map.entry("kafar", "kafr"),
            Map.entry("kufr", "kafr"),
            Map.entry("kefr", "kafr"),
            Map.entry("umm", "um"),
            Map.entry("om", "um"),
            Map.entry("ain", "ayn"),
            Map.entry("ein", "ayn"),
            Map.entry("sheik", "shaykh"),
            Map.entry("sheikh", "shaykh"),
            Map.entry("cheikh", "shaykh"),
            Map.entry("gebel", "jabal"),
            Map.entry("jebel", "jabal"),
            Map.entry("djebel", "jabal"),
            Map.entry("beni", "bani"),
            Map.entry("ben", "bin"),
            Map.entry("abed", "abd"));

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
        return classes(letters);
    }

    /** "Ezzor" for "ez-Zor": the article is written together with the consonant it has doubled. */
    private static String withoutJoinedArticle(String word, boolean later) {
        boolean doubled = word.length() > 4
                && (word.charAt(0) == 'a' || word.charAt(0) == 'e')
                && word.charAt(1) == word.charAt(2)
                && "zsdtrn".indexOf(word.charAt(1)) >= 0;
        return doubled && (word.length() > 5 || later) ? word.substring(2) : word;
    }

    private static void appendWord(String word, StringBuilder out) {
        String common = COMMON.getOrDefault(word, word);
        int end = common.length();
        if (end > 3 && (common.endsWith("ah") || common.endsWith("eh"))) {
            end--;
        }
        boolean finalE = end > 3 && common.charAt(end - 1) == 'e' && !isVowel(common.charAt(end - 2));
        out.append(common, 0, finalE ? end - 1 : end);
        if (finalE) {
            out.append('a');
        }
    }

    /** Each letter or pair of letters to its class, runs of one class to one. */
    private static String classes(CharSequence letters) {
        var out = new StringBuilder(letters.length());
        int i = 0;
        while (i < letters.length()) {
            char c = letters.charAt(i);
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            char pair = pairClass(c, next);
            char letter = pair == ' ' ? singleClass(c) : pair;
            if (out.length() == 0 || out.charAt(out.length() - 1) != letter) {
                out.append(letter);
            }
            i += pair == ' ' ? 1 : 2;
        }
        return out.toString();
    }

    /** The class of two letters that are one sound, or a blank. */
    private static char pairClass(char c, char next) {
        return switch (next) {
            case 'h' ->
                switch (c) {
                    case 'p' -> 'f';
                    case 'k' -> 'h';
                    case 'g', 'd', 't', 'z' -> c;
                    default -> ' ';
                };
            case 'k' -> c == 'c' ? 'k' : ' ';
            case 'j' -> c == 'd' ? 'j' : ' ';
            case 'w' -> c == 'a' || c == 'o' || c == 'e' ? 'u' : ' ';
            case 'u' -> c == 'a' || c == 'o' ? 'u' : ' ';
            case 'o' -> c == 'o' ? 'u' : ' ';
            case 'y', 'i' -> c == 'a' || c == 'e' ? 'i' : ' ';
            default -> ' ';
        };
    }

    private static char singleClass(char c) {
        return switch (c) {
            case 'q' -> 'k';
            case 'e', 'y' -> 'i';
            case 'o', 'w' -> 'u';
            default -> c;
        };
    }

    private static boolean isVowel(char c) {
        return "aeiouyw".indexOf(c) >= 0;
    }
}
