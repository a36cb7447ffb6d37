package org.tocsin.ingest.claim.stance;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;

/**
 * Who is said to say something.
 *
 * @param denies says that it is not so
 * @param claimant null where nobody is named
 * @param cue the words that show it
 */
record Attribution(boolean denies, @Nullable ActorName claimant, String cue) {}
