package org.tocsin.events.sanctions.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of a list that says several in one: {@code Hay'at Tahrir al-Sham (HTS)}, {@code X (original script: Y)}, {@code A; B}. What stands in
 * brackets is a name of its own when it is marked as one, an acronym, of another script, or of many words; {@code (Tanzania)} is none.
 */
public final class Variants {
    private static final Pattern BRACKET = Pattern.compile(
            "[(\\[]\\s*(original script|formerly|also known as|a\\.?k\\.?a\\.?|f\\.?k\\.?a\\.?|previously)?\\s*:?\\s*([^()\\[\\]]*)[)\\]]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}\\p{N}][\\p{L}\\p{N}./&-]{1,11}");
    private static final int LEAST = 2;
    private static final int MANY_WORDS = 3;

    private Variants() {}

    /** The names, each once; the name without what stands in brackets first. */
    public static List<String> of(String name) {
        Set<String> names = new LinkedHashSet<>();
        for (String part : name.split("[;\\n]")) {
            Matcher bracket = BRACKET.matcher(part);
            String outside = bracket.replaceAll(" ");
            add(names, outside);
            bracket.reset();
            boolean partOfName = false;
            while (bracket.find()) {
                String inside = bracket.group(2);
                if (bracket.group(1) != null || isName(inside, outside)) {
                    add(names, inside);
                } else {
                    partOfName = true;
                }
            }
            if (partOfName) {
                add(names, part);
            }
        }
        if (names.isEmpty()) {
            add(names, name);
        }
        return List.copyOf(names);
    }

    private static boolean isName(String inside, String outside) {
        String text = inside.trim();
        return text.split("\\s+").length >= MANY_WORDS
                || isLatin(text) != isLatin(outside)
                || (ACRONYM.matcher(text).matches() && isAcronym(text, outside));
    }

    private static boolean isAcronym(String text, String outside) {
        boolean standsOut = isInCapitals(text) && !isInCapitals(outside);
        return standsOut || isOf(text, outside);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static boolean isInCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether most letters of an acronym are, in their order, first letters of the words of a name. */
    private static boolean isOf(String acronym, String name) {
        String[] words = name.trim().toUpperCase(Locale.ROOT).split("[\\s-]+");
        String letters = acronym.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        int word = 0;
        int found = 0;
        for (int i = 0; i < letters.length(); i++) {
            for (int k = word; k < words.length; k++) {
                if (words[k].startsWith(letters.substring(i, i + 1))) {
                    found++;
                    word = k + 1;
                    break;
                }
            }
        }
        return found >= LEAST && 2 * found > letters.length();
    }

    private static void add(Set<String> names, String name) {
        String trimmed =
                name.replaceAll("[()\\[\\]]", " ").replaceAll("\\s+", " ").trim();
        if (trimmed.length() >= LEAST && !trimmed.equalsIgnoreCase("original script")) {
            names.add(trimmed);
        }
    }
}
