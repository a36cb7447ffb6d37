package org.tocsin.alerts.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header of RFC 9110: seconds, or an HTTP date. */
final class RetryAfter {
    /** Nobody is called earlier than he asked; longer than this is as good as never, and a time could not be reckoned from it. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private RetryAfter() {}

    /** How long to wait; zero when nothing readable was asked for. */
    static Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        Duration asked = read(header.strip(), now);
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration read(String text, Instant now) {
        if (text.matches("\\d{1,18}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
