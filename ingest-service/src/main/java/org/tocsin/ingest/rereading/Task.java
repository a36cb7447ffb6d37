package org.tocsin.ingest.rereading;

import java.util.UUID;

/**
 * A re-reading that there is something to do for.
 *
 * @param round counts its applications; what was previewed for this one or an earlier one may be applied
 */
record Task(UUID id, ReReadingState state, Filter filter, int round, boolean apply, boolean allSelected) {}
