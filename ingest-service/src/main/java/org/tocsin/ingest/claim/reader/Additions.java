package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;

/**
 * Changes of hands that only the learned weights tell, seen beside the rest of the report. The weights were learned from single sentences, which need not name a
 * taker; of a report that nowhere tells who took the place, it is not believed.
 */
final class Additions {
    /** Fewer are no more than a sentence that stands alone. */
    private static final int REPORT = 3;

    private static final String WHY =
            "told by learned weights only, and the report names nobody who took it: no change of hands";

    private final Set<Integer> added = new HashSet<>();

    /** Looks at a claim that is about to be the next of the list. */
    void consider(Draft draft, int index) {
        if (draft.added()) {
            added.add(index);
        }
    }

    /** The claims, without the changes of hands that nobody made. */
    List<Claim> kept(List<Claim> claims, int sentences) {
        if (sentences < REPORT || added.isEmpty()) {
            return claims;
        }
        List<Claim> kept = new ArrayList<>(claims);
        for (int i : added) {
            Claim claim = kept.get(i);
            if (claim.changesHands() && claim.actor() == null) {
                kept.set(i, claim.asNoChange(WHY));
            }
        }
        return kept;
    }
}
