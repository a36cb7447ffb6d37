package org.tocsin.alerts.format;

/** Other people's words, made fit for one line. */
final class Words {
    private Words() {}

    /** Without line breaks, control characters and those that turn the direction of what follows. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }

    /** At most so many characters (UTF-16), never half of one. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }
}
