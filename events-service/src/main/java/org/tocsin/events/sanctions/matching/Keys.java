package org.tocsin.events.sanctions.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys that words which look or sound alike have in common: the consonants of a word and what is left of them without any one (any two, if there
 * are many). After W. Garbe's symmetric delete search.
 */
final class Keys {
    /** Fewer consonants than this tell too little: the vowels are kept. */
    private static final int FEW = 3;

    /** From so many consonants on, two may differ. */
    private static final int MANY = 6;

    /** Of longer words than this, the beginning must do: keys grow with the square of the length. */
    private static final int LONGEST = 16;

    private Keys() {}

    static Set<String> of(Word word) {
        String consonants = Sound.skeleton(word.sound());
        Set<String> keys = new HashSet<>();
        if (consonants.length() < FEW) {
            String sound = word.sound().isEmpty() ? word.text() : word.sound();
            keys.add(consonants);
            keys.add("'" + beginning(sound));
            addShorter(beginning(sound), keys, "'");
            return keys;
        }
        String beginning = beginning(consonants);
        keys.add(beginning);
        addShorter(beginning, keys, "");
        if (consonants.length() >= MANY) {
            for (String once : List.copyOf(keys)) {
                addShorter(once, keys, "");
            }
        }
        return keys;
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static void addShorter(String text, Set<String> keys, String mark) {
        for (int i = 0; i < text.length(); i++) {
            keys.add(mark + text.substring(0, i) + text.substring(i + 1));
        }
    }
}
