package org.tocsin.events.sanctions.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small matters of text. */
final class Words {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

    private Words() {}

    /** With single blanks and none at the ends. */
    static String tidy(@Nullable String text) {
        return text == null ? "" : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The parts that are not empty, tidied, with this between them. */
    static String join(String between, Stream<@Nullable String> parts) {
        return parts.map(Words::tidy).filter(Predicate.not(String::isEmpty)).collect(Collectors.joining(between));
    }

    /** The day of {@code 2016-11-30}, also where a time or an offset follows ({@code 2015-04-14-04:00}). */
    static Optional<LocalDate> isoDay(@Nullable String text) {
        String tidy = tidy(text);
        try {
            return tidy.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(tidy.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day of {@code 30/11/2016}, as the UK writes it, or of an ISO date. */
    static Optional<LocalDate> ukDay(@Nullable String text) {
        String tidy = tidy(text);
        int blank = tidy.indexOf(' ');
        try {
            return Optional.of(LocalDate.parse(blank < 0 ? tidy : tidy.substring(0, blank), DAY_FIRST));
        } catch (DateTimeException e) {
            return isoDay(tidy);
        }
    }
}
