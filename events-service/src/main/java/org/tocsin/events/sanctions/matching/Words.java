package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.reference.Folding;

/** Takes a name apart into its words. */
final class Words {
    /** More of a name says nothing new: no listed name has as many words. */
    static final int MOST = 24;

    /** The beginning of a longer word says as much. */
    private static final int LONGEST = 40;

    private static final int LEAST_FOR_DIGITS = 4;
    // What words say about who is meant, beside a word that is like no other: set by hand, in steps that the labelled
    // pairs can tell apart.
    private static final double FORM = 0.08;
    private static final double TITLE = 0.1;
    private static final double PARTICLE = 0.2;
    private static final double COMMON = 0.6;
    private static final double INITIAL = 0.4;

    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sir", "sheikh", "shaykh", "shaikh", "sheik", "haji", "hajji", "hadji",
            "hajj", "mullah", "mulla", "maulavi", "mawlawi", "maulawi", "qari", "sayyid", "sayed", "syed", "said",
            "sayyed", "ustad", "ustaz", "gen", "general", "col", "colonel", "capt", "captain", "the");
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "ul", "bin", "ben", "ibn", "bint", "de", "da", "di", "du", "la", "le", "von", "van", "der",
            "den", "of", "and", "for", "in", "on", "et", "y", "ad", "ar", "as", "az", "at", "an", "ud", "ur", "uz",
            "us", "i", "e", "dos", "des", "und", "a");
    private static final Set<String> COMMON_WORDS = Set.of(
            "company",
            "group",
            "international",
            "trading",
            "general",
            "bank",
            "holding",
            "holdings",
            "industries",
            "industry",
            "enterprise",
            "enterprises",
            "corporation",
            "trust",
            "global",
            "services",
            "service",
            "organization",
            "foundation",
            "association",
            "institute",
            "national",
            "mohammad",
            "muhammad",
            "mohammed",
            "mohamed",
            "muhammed",
            "mohamad",
            "abd",
            "abdul",
            "abu",
            "ahmad",
            "ahmed",
            "ali",
            "kim");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("organisation", "organization"),
            Map.entry("ben", "bin"),
            Map.entry("ibn", "bin"),
            Map.entry("el", "al"),
            Map.entry("abou", "abu"),
            Map.entry("abo", "abu"),
            Map.entry("corp", "corporation"),
            Map.entry("co", "company"),
            Map.entry("intl", "international"),
            Map.entry("bros", "brothers"),
            Map.entry("centre", "center"),
            Map.entry("und", "and"),
            Map.entry("y", "and"),
            Map.entry("e", "and"),
            Map.entry("industrial", "industry"),
            Map.entry("industries", "industry"),
            Map.entry("ind", "industry"),
            Map.entry("groups", "group"));

    private Words() {}

    /** The words of a name, in its order; none if it has no letter and no digit. */
    static List<Word> of(String name) {
        var words = new ArrayList<Word>();
        for (String part : LegalForms.marked(romanised(name))) {
            if (!part.isEmpty() && words.size() < MOST) {
                words.add(wordOf(part));
            }
        }
        return List.copyOf(words);
    }

    /** One text for all names of the same words. */
    static String joined(List<Word> words) {
        return words.stream().map(Word::id).collect(Collectors.joining(" "));
    }

    /** Folded, romanised; a word of a consonantal script ends in {@code '~'}, which {@link #wordOf} takes off. */
    private static String romanised(String name) {
        String folded = Folding.fold(name.replace("&", " and ").replace("'", "").replace("’", ""));
        var out = new StringBuilder(folded.length() + 8);
        boolean skeletal = false;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == ' ') {
                end(out, skeletal);
                skeletal = false;
            } else {
                String latin = Romanisation.of(codePoint);
                skeletal |= Romanisation.isConsonantal(codePoint);
                if (latin == null) {
                    out.appendCodePoint(codePoint);
                } else {
                    out.append(latin);
                }
            }
        }
        end(out, skeletal);
        return out.toString().trim();
    }

    private static void end(StringBuilder out, boolean skeletal) {
        out.append(skeletal ? "~ " : " ");
    }

    private static Word wordOf(String part) {
        boolean skeletal = part.endsWith("~") && part.length() > 1;
        String bare = skeletal ? part.substring(0, part.length() - 1) : part;
        String plain = withoutDigitsForLetters(bare);
        String text = SAME.getOrDefault(plain, plain);
        if (text.length() > LONGEST) {
            // never half of a letter that is two chars
            text = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        return Word.of(text, weightOf(text), skeletal);
    }

    /** {@code s1lva} is silva, {@code 2nd} is not. */
    private static String withoutDigitsForLetters(String word) {
        boolean letterFirst = Character.isLetter(word.charAt(0))
                && word.length() >= LEAST_FOR_DIGITS
                && Character.isLetter(word.charAt(word.length() - 1));
        return letterFirst
                ? word.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's')
                : word;
    }

    private static double weightOf(String text) {
        if (LegalForms.isForm(text)) {
            return FORM;
        }
        if (TITLES.contains(text)) {
            return TITLE;
        }
        if (PARTICLES.contains(text)) {
            return PARTICLE;
        }
        return COMMON_WORDS.contains(text)
                ? COMMON
                : text.length() == 1 && !Character.isDigit(text.charAt(0)) ? INITIAL : 1;
    }
}
