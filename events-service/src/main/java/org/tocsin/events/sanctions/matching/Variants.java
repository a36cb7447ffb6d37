package org.tocsin.events.sanctions.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name of a list that says several in one: {@code Hay'at Tahrir al-Sham (HTS)}, {@code X (original script: Y)}, {@code A; B}, {@code A/B}. */
public final class Variants {
    private static final Pattern BRACKET = Pattern.compile(
            "[(\\[]\\s*(?:(?:original script|formerly|also known as|a\\.?k\\.?a\\.?|f\\.?k\\.?a\\.?|previously)\\s*:?\\s*)?([^()\\[\\]]*)[)\\]]?");
    private static final int LEAST = 2;

    private Variants() {}

    /** The names, each once; the name without what stands in brackets first. */
    public static List<String> of(String name) {
        var names = new LinkedHashSet<String>();
        for (String part : name.split("[;\\n]")) {
            Matcher bracket = BRACKET.matcher(part);
            add(names, bracket.replaceAll(" "));
            bracket.reset();
            while (bracket.find()) {
                add(names, bracket.group(1));
            }
        }
        if (names.isEmpty()) {
            add(names, name);
        }
        return List.copyOf(names);
    }

    private static void add(Set<String> names, String name) {
        String trimmed =
                name.replaceAll("[()\\[\\]]", " ").replaceAll("\\s+", " ").trim();
        if (trimmed.length() >= LEAST && !trimmed.equalsIgnoreCase("original script")) {
            names.add(trimmed);
        }
    }
}
