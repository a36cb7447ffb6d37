package org.tocsin.ingest.claim.text;

/**
 * A word or mark.
 *
 * @param start char index in the field
 * @param end char index after the last char
 * @param text as written
 * @param lower lower case, typographic apostrophes made plain
 */
public record Token(int start, int end, String text, String lower) {
    public boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** True when any letter of it is a capital: "al-Shabaab". */
    public boolean hasCapital() {
        return text.codePoints().anyMatch(Character::isUpperCase);
    }

    /** True when it has a letter and none of them is lower case: "ISIS", "U.S.", "BAGHDAD". */
    public boolean allCapitals() {
        return text.length() > 1
                && text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    public boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    public boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }
}
