package org.tocsin.events.sanctions.entry;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * One name of an entry.
 *
 * @param text as the list writes it, blanks made single
 * @param script the Unicode script of most of its letters ({@code LATIN}, {@code ARABIC}, {@code CYRILLIC}); {@code COMMON} without letters
 */
public record EntryName(String text, Kind kind, Strength strength, String script) {
    /** The main name, also known as, formerly known as, now known as. */
    public enum Kind {
        PRIMARY,
        AKA,
        FKA,
        NKA
    }

    /** A weak alias is one that its list says to be broad or of low quality, and an acronym that stood in brackets behind a name. */
    public enum Strength {
        STRONG,
        WEAK
    }

    public static EntryName of(String text, Kind kind, Strength strength) {
        return new EntryName(text, kind, strength, scriptOf(text));
    }

    private static String scriptOf(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().name())
                .orElse("COMMON");
    }
}
