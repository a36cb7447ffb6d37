package org.tocsin.ingest.claim.learned;

import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Finding;

/** What the rules read in the sentence: a finding and the claim that was made of it. */
public record Told(Finding finding, Claim claim) {
    /** Is it told of the place that these words name? */
    public boolean isOf(Candidate candidate) {
        Finding.@Nullable TokenSpan span = finding.placeTokens();
        boolean words = span != null && span.start() < candidate.end() && candidate.start() < span.end();
        boolean place = candidate.place() != null
                && finding.place() != null
                && candidate.place().id().equals(finding.place().id());
        return words || place;
    }
}
