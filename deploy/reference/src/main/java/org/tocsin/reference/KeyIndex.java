package org.tocsin.reference;

import java.util.HashSet;
import java.util.Set;

/** The second way to a place: by the transliteration key of a name that the first does not know. */
final class KeyIndex {

    /** Shorter keys fit too many ordinary words; a second word or an article makes up for one letter. */
    private static final int KEY_LENGTH = 5;

    private static final int KEY_LENGTH_OF_SEVERAL_WORDS = 4;

    private final NameIndex keys;
    private final Set<String> notPlaces;

    private KeyIndex(NameIndex keys, Set<String> notPlaces) {
        this.keys = keys;
        this.notPlaces = notPlaces;
    }

    static KeyIndex load() {
        Set<String> notPlaces = new HashSet<>(Resources.words("not-places.txt"));
        notPlaces.addAll(Resources.words("function-words.txt"));
        return new KeyIndex(NameIndex.load("keys"), Set.copyOf(notPlaces));
    }

    /** The rows of the places that share the key of the folded name, most populous first. */
    int[] rows(String folded) {
        String key = Transliteration.keyOf(folded);
        int length = folded.indexOf(' ') < 0 ? KEY_LENGTH : KEY_LENGTH_OF_SEVERAL_WORDS;
        return key.length() < length ? new int[0] : keys.rows(key);
    }

    /** Whether the folded word can be part of a name that is looked for by its key: not one of the words known to be something else. */
    boolean mayName(String word) {
        return word.length() > 2 && !notPlaces.contains(word);
    }
}
