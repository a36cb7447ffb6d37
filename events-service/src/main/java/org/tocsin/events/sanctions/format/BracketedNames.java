package org.tocsin.events.sanctions.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.EntryName.Kind;
import org.tocsin.events.sanctions.entry.EntryName.Strength;

/**
 * The names that stand in one field of the UN's list: {@code PROPAGANDA AND AGITATION DEPARTMENT (PAD)} are a name and its acronym,
 * {@code Hay'at Tahrir al-Sham (HTS) (... (original script); Hayat Tahrir al-Sham; ...)} are many.
 */
final class BracketedNames {
    private static final Pattern NOTE =
            Pattern.compile("(?i)\\(\\s*original script\\s*\\)|\\boriginal script:| - sub-unit name\\b");
    private static final Pattern ACRONYM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./&-]{1,11}");
    private static final Pattern FORMER = Pattern.compile("(?i)(?:formerly|f\\.?k\\.?a\\.?)(?: known as)?[: ]+(.+)");

    /** By name, so that a name that comes twice is there once, in its stronger form. */
    private final Map<String, EntryName> names = new LinkedHashMap<>();

    /** Adds the names of a field. The first name ever added is the primary one, if it is said to be. */
    void add(String field, Kind kind, Strength strength) {
        String text = Words.tidy(NOTE.matcher(field).replaceAll(""));
        if (text.isEmpty()) {
            return;
        }
        List<String> inside = new ArrayList<>();
        String outside = outside(text, inside);
        boolean split = inside.stream().anyMatch(part -> part.contains(";")) || outside.contains(";");
        boolean all = inside.stream()
                .allMatch(part -> split
                        || isAcronym(part.split(", ")[0], outside)
                        || FORMER.matcher(part).matches()
                        || inTwoScripts(part, outside));
        if (outside.isEmpty() || !all) {
            // A bracket that is part of the name or a remark: the field as it is.
            put(text, kind, strength);
            inside.stream()
                    .filter(part -> isAcronym(part, outside))
                    .forEach(part -> put(part, Kind.AKA, Strength.WEAK));
            return;
        }
        for (String part : outside.split(";")) {
            put(part, kind, strength);
        }
        for (String bracket : inside) {
            for (String part : bracket.split(isAcronym(bracket.split(", ")[0], outside) ? "[;,]" : ";")) {
                inBracket(Words.tidy(part), outside, kind, strength);
            }
        }
    }

    private void inBracket(String part, String outside, Kind kind, Strength strength) {
        Matcher former = FORMER.matcher(part);
        if (isAcronym(part, outside)) {
            put(part, Kind.AKA, Strength.WEAK);
        } else if (former.matches()) {
            put(former.group(1), Kind.FKA, strength);
        } else {
            put(part, kind == Kind.PRIMARY ? Kind.AKA : kind, strength);
        }
    }

    List<EntryName> all() {
        return List.copyOf(names.values());
    }

    private void put(String name, Kind kind, Strength strength) {
        String text = Words.tidy(name);
        if (text.isEmpty()) {
            return;
        }
        boolean first = names.isEmpty();
        Kind whose = kind == Kind.PRIMARY && !first ? Kind.AKA : kind;
        EntryName before = names.putIfAbsent(text, EntryName.of(text, whose, strength));
        if (before != null && before.strength() == Strength.WEAK && strength == Strength.STRONG) {
            names.put(text, EntryName.of(text, before.kind(), strength));
        }
    }

    /** The text without its outermost brackets, whose insides go to the list. */
    private static String outside(String text, List<String> inside) {
        StringBuilder out = new StringBuilder();
        StringBuilder in = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '(' && depth++ == 0) {
                continue;
            }
            if (letter == ')' && depth > 0 && --depth == 0) {
                inside.add(Words.tidy(in.toString()));
                in.setLength(0);
                out.append(' ');
                continue;
            }
            (depth > 0 ? in : out).append(letter);
        }
        if (depth > 0) {
            inside.add(Words.tidy(in.toString()));
        }
        return Words.tidy(out.toString());
    }

    /** Whether the letters come in this order in the name, half of them or more at the start of words, and it is written in capitals. */
    static boolean isAcronym(String text, String name) {
        int capitals = (int) text.codePoints().filter(Character::isUpperCase).count();
        String letters = text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        if (!ACRONYM.matcher(text).matches() || capitals < 2 || 3 * capitals < 2 * letters.length()) {
            return false;
        }
        String whole = name.toLowerCase(Locale.ROOT);
        int at = 0;
        int initials = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int initial = initialFrom(whole, letter, at);
            int found = initial >= 0 ? initial : whole.indexOf(letter, at);
            if (found < 0) {
                return letters.length() <= 5 && initials >= 2;
            }
            initials += initial >= 0 ? 1 : 0;
            at = found + 1;
        }
        return 2 * initials >= letters.length();
    }

    private static boolean inTwoScripts(String one, String other) {
        return EntryName.of(one, Kind.AKA, Strength.STRONG).script().equals("LATIN")
                != EntryName.of(other, Kind.AKA, Strength.STRONG).script().equals("LATIN");
    }

    private static int initialFrom(String name, char letter, int from) {
        for (int at = name.indexOf(letter, from); at >= 0; at = name.indexOf(letter, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1))) {
                return at;
            }
        }
        return -1;
    }
}
