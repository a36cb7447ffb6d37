package org.tocsin.events.event;

import java.time.LocalDate;

/** How long the interval is that begins on an event's first possible day. */
public enum DatePrecision {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    /** No day is told, and the day of publication stands in. */
    UNKNOWN;

    /** The last day on which an event dated {@code first} with this precision can have happened. */
    public LocalDate lastDay(LocalDate first) {
        return switch (this) {
            case DAY, UNKNOWN -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
        };
    }
}
