package org.tocsin.ingest.claim.reader;

import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.stance.Telling;

/**
 * A claim of a sentence, before it is one of the story's.
 *
 * @param found what its clause alone says
 * @param finding the same with what the rest of the sentence says
 * @param added no rule tells it; learned weights do
 */
record Draft(Finding found, Finding finding, Telling telling, Claim claim, boolean added) {
    Draft(Finding found, Finding finding, Telling telling, Claim claim) {
        this(found, finding, telling, claim, false);
    }

    Draft with(Claim other) {
        return new Draft(found, finding, telling, other, added);
    }
}
