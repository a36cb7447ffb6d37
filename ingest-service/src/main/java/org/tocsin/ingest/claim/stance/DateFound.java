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
 */
record DateFound(int start, int end, LocalDate first, LocalDate last, DatePrecision precision, boolean since) {}
