package org.tocsin.events.sanctions.screening;

/**
 * One word of a name.
 *
 * @param text in lower-case Latin letters where its script has a table, without marks
 * @param sound the text with what romanisations disagree about taken out
 * @param weight how much it says about who is meant, 0 to 1: little for a legal form, a title or a particle
 * @param skeletal written in a script that leaves vowels out, so {@code sound} has none that count
 */
record Word(String text, String sound, double weight, boolean skeletal) {
    boolean isInitial() {
        return text.length() == 1;
    }
}
