package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Frames;

/**
 * Which known side took every place of a country of which the report says who took it, and gave none up there. What is told of a place that no list has
 * counts everywhere.
 */
final class OnlyTakers {
    private static final String UNKNOWN = "";
    /** Two sides are enough to know that there is no only one; a report may make up thousands. */
    private static final int ENOUGH = 2;

    private final Frames frames;
    private final Map<String, Sides> sides = new HashMap<>();

    private static final class Sides {
        private final List<ActorName> named = new ArrayList<>();
        private final List<ActorName> takers = new ArrayList<>();
        private final List<ActorName> leavers = new ArrayList<>();
    }

    /** @param named does the claim's own sentence say who took the place? */
    OnlyTakers(Frames frames, List<Claim> claims, Predicate<Claim> named) {
        this.frames = frames;
        for (Claim claim : claims) {
            if (claim.changesHands() && claim.actor() != null) {
                Sides there = in(claim.place() == null ? UNKNOWN : claim.place().country());
                boolean left = claim.type() == ClaimType.WITHDRAWAL;
                if (!left) {
                    addToTwo(there.takers, claim.actor());
                } else if (claim.actor().id() != null) {
                    // one that no list has is never the known side
                    add(there.leavers, claim.actor());
                }
                if (!left && there.named.size() < ENOUGH && named.test(claim)) {
                    addToTwo(there.named, claim.actor());
                }
            }
        }
    }

    private Sides in(String country) {
        return sides.computeIfAbsent(country, any -> new Sides());
    }

    private void addToTwo(List<ActorName> those, ActorName fresh) {
        if (those.size() < ENOUGH) {
            add(those, fresh);
        }
    }

    private void add(List<ActorName> those, ActorName fresh) {
        if (those.stream().noneMatch(known -> frames.isSameSide(known, fresh))) {
            those.add(fresh);
        }
    }

    Optional<ActorName> of(String country) {
        Sides here = in(country);
        Sides anywhere = in(UNKNOWN);
        List<ActorName> named = here.named.isEmpty() ? anywhere.named : here.named;
        if (named.size() != 1 || named.get(0).id() == null) {
            return Optional.empty();
        }
        ActorName taker = named.get(0);
        boolean only = all(here.takers, taker, true)
                && all(anywhere.takers, taker, true)
                && all(here.leavers, taker, false)
                && all(anywhere.leavers, taker, false);
        return only ? Optional.of(taker) : Optional.empty();
    }

    private boolean all(List<ActorName> those, ActorName taker, boolean same) {
        return those.stream().allMatch(one -> frames.isSameSide(one, taker) == same);
    }
}
