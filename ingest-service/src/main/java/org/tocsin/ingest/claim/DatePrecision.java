package org.tocsin.ingest.claim;

/** How long the interval is that begins on {@code occurredOn}; UNKNOWN means that no day is told and the day of publication stands in. */
public enum DatePrecision {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    UNKNOWN
}
