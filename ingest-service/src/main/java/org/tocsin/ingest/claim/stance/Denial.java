package org.tocsin.ingest.claim.stance;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;

/**
 * That somebody denies what the sentence before told.
 *
 * @param who null where nobody is named
 * @param start first token of the verb
 * @param end token after its last
 * @param cue the words that show it
 */
public record Denial(@Nullable ActorName who, int start, int end, String cue) {}
