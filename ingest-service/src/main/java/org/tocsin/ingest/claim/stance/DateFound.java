package org.tocsin.ingest.claim.stance;

import java.time.LocalDate;
import org.tocsin.ingest.claim.DatePrecision;

/**
 * A date that a sentence tells.
 *
 * @param start first token
 * @param end token after the last
 * @param first first day of the interval
 * @param last last day of it
 * @param since an open beginning: "since 2014"
 * @param ahead it dates the clause behind it: "a year after the town fell"
 */
record DateFound(
        int start, int end, LocalDate first, LocalDate last, DatePrecision precision, boolean since, boolean ahead) {
    DateFound(int start, int end, LocalDate first, LocalDate last, DatePrecision precision, boolean since) {
        this(start, end, first, last, precision, since, false);
    }

    DateFound aheadOf() {
        return new DateFound(start, end, first, last, precision, false, true);
    }
}
