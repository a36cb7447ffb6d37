package org.tocsin.ingest.claim.learned;

import java.util.List;
import org.tocsin.ingest.claim.clause.Candidate;

/**
 * Did this place change hands, in this sentence?
 *
 * @param told what the rules read of this place
 */
public record Asked(Candidate candidate, List<String> features, List<Told> told) {
    public Asked {
        features = List.copyOf(features);
        told = List.copyOf(told);
    }
}
