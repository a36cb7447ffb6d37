package org.tocsin.ingest.claim.reader;

import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.stance.Telling;

/**
 * A claim of a sentence, before it is one of the story's.
 *
 * @param found what its clause alone says
 * @param finding the same with what the rest of the sentence says
 */
record Draft(Finding found, Finding finding, Telling telling, Claim claim) {
    Draft with(Claim other) {
        return new Draft(found, finding, telling, other);
    }
}
