package org.tocsin.ingest.claim.learned;

import java.util.List;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.stance.Telling;

/**
 * Did this place change hands, in this sentence?
 *
 * @param features that hold; none while nobody asked for them
 * @param told what the rules read of this place
 * @param supposed the finding that it did
 * @param telling how that would be told
 */
public record Asked(Candidate candidate, List<String> features, List<Told> told, Finding supposed, Telling telling) {
    public Asked {
        features = List.copyOf(features);
        told = List.copyOf(told);
    }

    /** The same with the features that hold. */
    public Asked with(List<String> holding) {
        return new Asked(candidate, holding, told, supposed, telling);
    }
}
