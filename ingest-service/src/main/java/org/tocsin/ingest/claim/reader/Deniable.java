package org.tocsin.ingest.claim.reader;

import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.stance.Denial;

/** What a sentence that denies "it" denies: the claims of the sentence before it. */
final class Deniable {
    private Deniable() {}

    /** Changes of hands and holdings that the sentence before {@code number} tells as news or as somebody's word. */
    static List<Claim> before(List<Claim> claims, int number) {
        return Recent.before(claims, number).stream()
                .filter(claim -> claim.stance().tellsFact())
                .filter(claim -> claim.type().movesControl() || claim.type() == ClaimType.TERRITORY_HELD)
                .toList();
    }

    /** Those of them that it is not the denier's own side that says so or did so, and that the sentence before did not deny already. */
    static List<Claim> deniedBy(
            List<Claim> claims, int number, Denial denial, BiPredicate<ActorName, ActorName> sameSide) {
        ActorName who = denial.who();
        return before(claims, number).stream()
                .filter(claim -> !isOne(claim.actor(), who, sameSide) && !isOne(claim.claimant(), who, sameSide))
                .filter(claim -> Recent.before(claims, number).stream()
                        .noneMatch(other -> !other.stance().tellsFact()
                                && other.type() == claim.type()
                                && Objects.equals(other.place(), claim.place())))
                .toList();
    }

    private static boolean isOne(
            @Nullable ActorName one, @Nullable ActorName other, BiPredicate<ActorName, ActorName> sameSide) {
        return one != null && other != null && sameSide.test(one, other);
    }
}
