package org.tocsin.events.sanctions.matching;

/**
 * One word of a name.
 *
 * @param text in lower-case Latin letters where its script has a table, without marks; never empty
 * @param sound the text with what romanisations disagree about taken out
 * @param weight how much it says about who is meant, above 0 to 1: little for a legal form, a title or a particle
 * @param skeletal written in a script that leaves vowels out, so {@code sound} has none that count
 */
record Word(String text, String sound, double weight, boolean skeletal) {
    static Word of(String text, double weight, boolean skeletal) {
        return new Word(text, skeletal ? Sound.written(text) : Sound.of(text), weight, skeletal);
    }

    /** What tells it from other words: a skeleton is never the same as a word with vowels. */
    String id() {
        return skeletal ? text + "~" : text;
    }

    boolean isInitial() {
        return text.length() == 1;
    }

    /** Arabic and Hebrew "son of", in the one spelling that is kept of it. */
    boolean isSonOf() {
        return text.equals("bin");
    }
}
