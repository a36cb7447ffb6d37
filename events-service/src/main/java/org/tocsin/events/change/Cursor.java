package org.tocsin.events.change;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed, opaque to callers: {@code <epoch>-<number>}.
 *
 * @param epoch which life of the database it belongs to
 * @param number the last change before it
 */
record Cursor(int epoch, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})-([0-9]{12,18})");

    static Optional<Cursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Cursor(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d-%012d", epoch, number);
    }
}
