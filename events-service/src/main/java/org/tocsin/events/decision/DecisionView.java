package org.tocsin.events.decision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.ControlView.PartyShare;
import org.tocsin.events.control.State;
import org.tocsin.events.place.PlaceView;

/**
 * What an analyst decided about a place.
 *
 * @param holder the actor that was named; the state of the place shows the one for whom it holds
 * @param parties who has how much when CONTESTED, who held it before first
 * @param from first day
 * @param expiresAt when sources count again; null for not until it is withdrawn
 * @param author the name in the token of who decided
 */
@Schema(name = "Decision")
@RegisterForReflection
public record DecisionView(
        @Schema(examples = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
        String id,

        PlaceView place,
        State state,
        @Schema(nullable = true) @Nullable Party holder,
        List<PartyShare> parties,
        @Schema(examples = "2014-06-10") LocalDate from,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        String reason,
        @Schema(examples = "an-analyst") String author,
        Instant recordedAt,
        @Schema(nullable = true) @Nullable Instant withdrawnAt,
        @Schema(nullable = true) @Nullable String withdrawnBy,
        @Schema(nullable = true) @Nullable String withdrawalReason,
        Status status) {

    /** Whether a decision counts. */
    @Schema(name = "DecisionStatus")
    public enum Status {
        STANDING,
        /** It counts for its days before it expired. */
        EXPIRED,
        /** It counts for no day. */
        WITHDRAWN
    }
}
