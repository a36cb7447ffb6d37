package org.tocsin.ingest.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one sentence of a report says happened.
 *
 * @param changesHands a completed, current change of holder of a whole place or most of it, asserted or claimed
 * @param confidence how sure the reading is of itself (not of the truth), 0 to 1
 * @param place null where no place matters or the text names none that is known
 * @param actor who now holds, attacks, acts or leaves
 * @param target who lost or is acted on
 * @param claimant who says so, or denies it, if not the publisher; null with CLAIMED where nobody is named ("reportedly")
 * @param occurredOn the first day it can have happened on, in the place's own time zone
 * @param reasons which words and rules led here, one cue each, in the order they were applied
 * @param sentence number of the sentence in the report, from 0, title first
 * @param position number of the claim within the sentence, from 0
 */
public record Claim(
        ClaimType type,
        Stance stance,
        boolean changesHands,
        Extent extent,
        double confidence,
        @Nullable PlaceName place,
        @Nullable ActorName actor,
        @Nullable ActorName target,
        @Nullable ActorName claimant,
        LocalDate occurredOn,
        DatePrecision datePrecision,
        Evidence evidence,
        List<String> reasons,
        int sentence,
        int position) {
    public Claim {
        reasons = List.copyOf(reasons);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence is between 0 and 1: " + confidence);
        }
        if (changesHands && !(type.movesControl() && stance.tellsFact() && extent.decidesPlace())) {
            throw new IllegalArgumentException("cannot change hands: " + type + " " + stance + " " + extent);
        }
    }

    /** The same as somebody's word, whoever that is; {@code why} is added to the reasons. */
    public Claim asClaimed(String why) {
        return told(Stance.CLAIMED, changesHands, why);
    }

    /** The same told as background, which says nothing of who holds the place now; {@code why} is added to the reasons. */
    public Claim asHistory(String why) {
        return told(Stance.HISTORICAL, false, why);
    }

    /** The same with the taker whom other sentences of the report name; {@code why} is added to the reasons. */
    public Claim asTakenBy(ClaimType taken, ActorName taker, String why) {
        return told(taken, stance, changesHands, taker, why);
    }

    /** The same as nothing that gives the place another holder; {@code why} is added to the reasons. */
    public Claim asNoChange(String why) {
        return told(stance, false, why);
    }

    private Claim told(Stance otherwise, boolean changes, String why) {
        return told(type, otherwise, changes, actor, why);
    }

    private Claim told(ClaimType taken, Stance otherwise, boolean changes, @Nullable ActorName by, String why) {
        List<String> more = Stream.concat(reasons.stream(), Stream.of(why)).toList();
        return new Claim(
                taken,
                otherwise,
                changes,
                extent,
                confidence,
                place,
                by,
                target,
                claimant,
                occurredOn,
                datePrecision,
                evidence,
                more,
                sentence,
                position);
    }
}
