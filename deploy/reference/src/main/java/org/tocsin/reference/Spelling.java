package org.tocsin.reference;

/** Whether words of a text may be read as a name of the lexicon, going by their case. */
final class Spelling {

    /** Abbreviations up to this length must be written as they are: "IS" is never "is", nor "Is"; longer ones also occur as "Isis" or "Nato". */
    private static final int STRICT_ABBREVIATION = 3;

    private Spelling() {}

    /**
     * Short abbreviations and names marked with = fit only in their own case; names with a capital only where there is a capital; names in lower case always.
     *
     * @param name as in the lexicon
     * @param written as in the text, the same words in any case
     */
    static boolean fits(String name, String written) {
        boolean exact = name.startsWith("=");
        if (exact || isShortAbbreviation(name)) {
            return letters(exact ? name.substring(1) : name).equals(letters(written));
        }
        return name.chars().noneMatch(Character::isUpperCase) || written.chars().anyMatch(Character::isUpperCase);
    }

    /** As {@link #fits}, for a name that somebody typed in: capitals matter for short abbreviations only. */
    static boolean fitsIgnoringCapitals(String name, String written) {
        boolean caseMatters = name.startsWith("=") || isShortAbbreviation(name);
        return !caseMatters || fits(name, written);
    }

    private static boolean isShortAbbreviation(String name) {
        String letters = letters(name);
        return letters.length() <= STRICT_ABBREVIATION && letters.chars().allMatch(Character::isUpperCase);
    }

    private static String letters(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString();
    }
}
