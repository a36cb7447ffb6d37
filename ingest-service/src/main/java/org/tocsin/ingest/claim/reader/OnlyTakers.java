package org.tocsin.ingest.claim.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Frames;

/** Which known side took every place of a country of which the report says who took it, and gave none up there. */
final class OnlyTakers {
    private final Map<String, ActorName> takers = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    /** @param named does the claim's own sentence say who took the place? */
    OnlyTakers(Frames frames, List<Claim> claims, Predicate<Claim> named) {
        for (Claim claim : claims) {
            boolean takes = claim.changesHands() && claim.type() != ClaimType.WITHDRAWAL;
            if (takes && claim.place() != null && claim.actor() != null && named.test(claim)) {
                takers.putIfAbsent(claim.place().country(), claim.actor());
            }
        }
        takers.values().removeIf(taker -> taker.id() == null);
        for (Claim claim : claims) {
            if (!claim.changesHands() || claim.place() == null || claim.actor() == null) {
                continue;
            }
            ActorName taker = takers.get(claim.place().country());
            boolean left = claim.type() == ClaimType.WITHDRAWAL;
            if (taker != null && frames.isSameSide(taker, claim.actor()) == left) {
                several.add(claim.place().country());
            }
        }
    }

    Optional<ActorName> in(String country) {
        return several.contains(country) ? Optional.empty() : Optional.ofNullable(takers.get(country));
    }
}
