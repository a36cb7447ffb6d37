package org.tocsin.events.control;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Place;
import org.tocsin.service.problem.Problem;

/** The {@code at} of a question: a day, or an instant, which means the local day of each place; without it, today. */
public record PlaceDay(@Nullable LocalDate day, Instant instant) {
    /** Reads the parameter {@code at}. */
    public static PlaceDay of(@Nullable String at, Clock clock) {
        if (at == null || at.isEmpty()) {
            return new PlaceDay(null, clock.instant());
        }
        try {
            return at.length() <= 10
                    ? new PlaceDay(inRange(LocalDate.parse(at)), Instant.EPOCH)
                    : instant(OffsetDateTime.parse(at));
        } catch (DateTimeException e) {
            throw Problem.invalid(
                            "at", "must be a day such as 2014-06-20 or an RFC 3339 time such as 2014-06-20T12:00:00Z")
                    .asException();
        }
    }

    private static PlaceDay instant(OffsetDateTime time) {
        inRange(time.toLocalDate());
        return new PlaceDay(null, time.toInstant());
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    public LocalDate at(Place place) {
        return day != null ? day : LocalDate.ofInstant(instant, place.zone());
    }

    /** The first day that it can be anywhere. */
    LocalDate earliest() {
        return day != null ? day : LocalDate.ofInstant(instant, ZoneOffset.MIN);
    }

    /** The last day that it can be anywhere. */
    LocalDate latest() {
        return day != null ? day : LocalDate.ofInstant(instant, ZoneOffset.MAX);
    }
}
