package org.tocsin.ingest.reading;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Evidence;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Stance;

/** A claim as the API shows it, as it is stored and as it is sent on. */
@RegisterForReflection(
        targets = {
            ClaimBody.class,
            ActorName.class,
            PlaceName.class,
            Evidence.class,
            Evidence.Sentence.class,
            Evidence.Span.class
        })
@Schema(name = "Claim", description = "What one sentence says happened.")
public record ClaimBody(
        @Schema(
                description =
                        "`<report>-<revision>-<sentence>-<position>`, and `-<reading>` when a later reading of that revision said it first; in a reading that is not stored, without report and revision.",
                examples = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0")
        String id,

        ClaimType type,

        @Schema(
                description = "ASSERTED: in the publisher's own voice. CLAIMED: somebody else says so. The rest did not"
                        + " happen, or not now.")
        Stance stance,

        @Schema(
                description =
                        "Whether it tells of a completed, current change of holder of the whole place or most of it.")
        boolean changesHands,

        @Schema(description = "How much of the place it speaks of.")
        Extent extent,

        @Schema(
                description = "How sure the reading is of itself, not of the truth.",
                minimum = "0",
                maximum = "1",
                examples = "0.93")
        double confidence,

        @Schema(nullable = true, description = "Where; null when no place matters or none is known.") @Nullable PlaceName place,

        @Schema(
                nullable = true,
                description = "Who now holds, attacks, acts or leaves. A null id: the text only describes it.")
        @Nullable ActorName actor,

        @Schema(nullable = true, description = "Who lost or is acted on.") @Nullable ActorName target,

        @Schema(nullable = true, description = "Who says or denies it, if not the publisher.") @Nullable ActorName claimant,

        @Schema(
                description = "The first day it can have happened on, in the place's own time zone.",
                examples = "2014-06-10")
        LocalDate occurredOn,

        @Schema(
                description =
                        "Length of the interval that begins then. UNKNOWN: no day is told, it is that of publication.")
        DatePrecision datePrecision,

        Evidence evidence,

        @Schema(description = "Which words and rules led here.")
        List<String> reasons) {
    /** How claims are stored. */
    public static final TypeReference<List<ClaimBody>> LIST = new TypeReference<>() {};

    public ClaimBody {
        reasons = List.copyOf(reasons);
    }

    /** The same with another id. */
    public ClaimBody withId(String other) {
        return new ClaimBody(
                other,
                type,
                stance,
                changesHands,
                extent,
                confidence,
                place,
                actor,
                target,
                claimant,
                occurredOn,
                datePrecision,
                evidence,
                reasons);
    }

    /** The claim as it was read; where it stands among the others is not kept. */
    Claim asClaim() {
        return new Claim(
                type,
                stance,
                changesHands,
                extent,
                confidence,
                place,
                actor,
                target,
                claimant,
                occurredOn,
                datePrecision,
                evidence,
                reasons,
                0,
                0);
    }

    /** @param idPrefix what stands before sentence and position in the id: {@code <report>-<revision>-}, or nothing */
    static ClaimBody of(Claim claim, String idPrefix) {
        return new ClaimBody(
                idPrefix + claim.sentence() + "-" + claim.position(),
                claim.type(),
                claim.stance(),
                claim.changesHands(),
                claim.extent(),
                claim.confidence(),
                claim.place(),
                claim.actor(),
                claim.target(),
                claim.claimant(),
                claim.occurredOn(),
                claim.datePrecision(),
                claim.evidence(),
                claim.reasons());
    }
}
