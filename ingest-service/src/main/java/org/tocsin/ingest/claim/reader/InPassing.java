package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;

/**
 * Changes of hands that a whole story tells only in passing: below its lead, once, without a date, in the publisher's own voice and in the plain past. In
 * stories of ordinary news most of these are background ("rebels seized the town, and the army took it back"), so they count as such.
 */
final class InPassing {
    /** A text with fewer sentences is all lead. */
    private static final int STORY = 8;
    /** Title and first paragraphs. */
    private static final int LEAD = 3;

    private static final String WHY = "told once, below the lead, in the plain past and without a date: background";

    private final Set<Integer> candidates = new HashSet<>();

    /** Looks at a claim that is about to be the next of the list. */
    void consider(Roles roles, Finding finding, Claim claim, int index) {
        boolean plainPast = finding.trigger().verb()
                && roles.syntax().is(finding.phrase(), Kind.VERB)
                && !roles.syntax().verb(finding.phrase()).perfect();
        if (claim.changesHands()
                && claim.place() != null
                && claim.stance() == Stance.ASSERTED
                && claim.datePrecision() == DatePrecision.UNKNOWN
                && claim.sentence() > LEAD
                && plainPast) {
            candidates.add(index);
        }
    }

    /** The claims, those told in passing as background. */
    List<Claim> asBackground(List<Claim> claims, int sentences) {
        if (sentences < STORY || candidates.isEmpty()) {
            return claims;
        }
        Map<PlaceName, List<Claim>> changes = changesByPlace(claims);
        List<Claim> told = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            told.add(candidates.contains(i) && isOnly(changes, claim) ? claim.asHistory(WHY) : claim);
        }
        return told;
    }

    /** Of each place that changes hands, the first two claims that say so: more are not needed to know whether there is another. */
    private static Map<PlaceName, List<Claim>> changesByPlace(List<Claim> claims) {
        Map<PlaceName, List<Claim>> changes = new HashMap<>();
        for (Claim claim : claims) {
            if (claim.changesHands() && claim.place() != null) {
                List<Claim> there = changes.computeIfAbsent(claim.place(), any -> new ArrayList<>());
                if (there.size() < 2 && !there.contains(claim)) {
                    there.add(claim);
                }
            }
        }
        return changes;
    }

    private static boolean isOnly(Map<PlaceName, List<Claim>> changes, Claim claim) {
        return claim.place() != null
                && changes.getOrDefault(claim.place(), List.of()).stream().allMatch(claim::equals);
    }
}
