package org.tocsin.ingest.claim.clause;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.reference.Place;

/**
 * A populated place as a sentence names it, of which may be asked whether it changed hands. Token indexes are those of the field.
 *
 * @param place null where no list has it ("the town", of which nothing was told before)
 * @param start first token of the words that name it
 * @param end token after them
 * @param phrase the phrase that its last word stands in
 */
public record Candidate(@Nullable Place place, Extent extent, int start, int end, int phrase) {}
