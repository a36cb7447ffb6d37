package org.tocsin.ingest.claim.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;

/** Claims as lines of an error list. */
final class Shown {
    private Shown() {}

    static String of(List<Claim> claims) {
        StringBuilder out = new StringBuilder();
        for (Claim claim : claims) {
            out.append("\n        ").append(of(claim));
        }
        return out.toString();
    }

    static String of(Claim claim) {
        return claim.type() + " " + claim.stance() + (claim.changesHands() ? " CHANGES " : " ") + claim.extent() + " "
                + (claim.place() == null
                        ? "-"
                        : claim.place().name() + " " + claim.place().country()) + " actor=" + name(claim.actor())
                + " claimant=" + name(claim.claimant()) + " " + claim.occurredOn() + " " + claim.datePrecision() + " "
                + claim.reasons();
    }

    private static String name(@Nullable ActorName actor) {
        return actor == null ? "-" : actor.id() == null ? "'" + actor.name() + "'" : actor.id();
    }
}
