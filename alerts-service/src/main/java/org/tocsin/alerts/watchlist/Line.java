package org.tocsin.alerts.watchlist;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list as it was given.
 *
 * @param number the first is 1; in CSV that of the text line where it begins
 * @param text an id or a name; empty when malformed
 * @param trouble why nothing can be looked up; null for a line that can
 */
record Line(
        int number,
        String text,
        @Nullable String country,
        @Nullable String reference,
        @Nullable String trouble) {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_COUNTRY = 100;

    static Line malformed(int number, String text, String trouble) {
        return new Line(number, text, null, null, trouble);
    }

    /** What is looked up is the id and, if that is empty, the name. */
    static Line of(
            int number,
            @Nullable String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String reference) {
        String text = isBlank(id) ? strip(name) : strip(id);
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        String trouble = null;
        if (text.isEmpty()) {
            trouble = "has neither id nor name";
        } else if (text.length() > LONGEST_TEXT) {
            trouble = "has a name of more than " + LONGEST_TEXT + " characters";
        } else if (strip(country).length() > LONGEST_COUNTRY) {
            trouble = "has a country of more than " + LONGEST_COUNTRY + " characters";
        } else if (strip(reference).length() > LONGEST_TEXT) {
            trouble = "has a reference of more than " + LONGEST_TEXT + " characters";
        } else if (hasControls(text) || hasControls(strip(country)) || hasControls(strip(reference))) {
            trouble = "holds control characters";
        }
        return trouble != null
                ? malformed(number, shown.replaceAll("\\p{Cntrl}", " "), trouble)
                : new Line(
                        number,
                        text,
                        isBlank(country) ? null : strip(country),
                        isBlank(reference) ? null : strip(reference),
                        null);
    }

    private static boolean isBlank(@Nullable String cell) {
        return cell == null || cell.isBlank();
    }

    private static String strip(@Nullable String cell) {
        return cell == null ? "" : cell.strip();
    }

    private static boolean hasControls(String cell) {
        return cell.chars().anyMatch(c -> c < ' ' || c == 127);
    }
}
