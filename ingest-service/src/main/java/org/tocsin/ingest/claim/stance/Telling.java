package org.tocsin.ingest.claim.stance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Stance;

/**
 * How something found is told.
 *
 * @param contradictedBy who denies it in the same breath, or null
 * @param contradicted whether somebody does
 */
public record Telling(
        Stance stance,
        @Nullable ActorName claimant,
        LocalDate occurredOn,
        DatePrecision precision,
        boolean contradicted,
        @Nullable ActorName contradictedBy,
        List<String> reasons) {
    public Telling {
        reasons = List.copyOf(reasons);
    }

    /** The same for one more reason. */
    public Telling because(String why) {
        List<String> more = Stream.concat(reasons.stream(), Stream.of(why)).toList();
        return new Telling(stance, claimant, occurredOn, precision, contradicted, contradictedBy, more);
    }

    /** The same in the mouth of {@code who}. */
    public Telling saidBy(@Nullable ActorName who, String why) {
        List<String> more = Stream.concat(reasons.stream(), Stream.of(why)).toList();
        return new Telling(Stance.CLAIMED, who, occurredOn, precision, contradicted, contradictedBy, more);
    }

    /** The denial that the same sentence sets against it. */
    public Telling denial(List<String> why) {
        return new Telling(Stance.DENIED, contradictedBy, occurredOn, precision, false, null, why);
    }
}
