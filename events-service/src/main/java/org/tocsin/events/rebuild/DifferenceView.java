package org.tocsin.events.rebuild;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.change.ChangeKind;
import org.tocsin.events.control.Assurance;
import org.tocsin.events.control.ControlView.PartyShare;
import org.tocsin.events.control.State;
import org.tocsin.events.place.PlaceView;

/** A place that comes out otherwise. */
@Schema(name = "RebuildDifference", description = "A place that comes out otherwise.")
@RegisterForReflection(
        targets = {
            DifferenceView.class,
            DifferenceView.Believed.class,
            DifferenceView.Told.class,
            DifferenceView.Stored.class,
            DifferenceView.Page.class
        })
record DifferenceView(
        PlaceView place,

        @Schema(
                description =
                        "Whether what was stored was damaged: no timeline, or nothing though changes were told. It is put right"
                                + " without a change, but for what is different by the rules.")
        boolean damaged,

        @Schema(description = "The stored timeline, in the order of its days.")
        List<Believed> before,

        @Schema(description = "The timeline that follows from what is recorded.")
        List<Believed> after,

        @Schema(description = "What applying tells, or told.")
        List<Told> changes) {

    /**
     * An interval of a timeline in short; {@code GET /places/{id}/timeline} has all of it.
     *
     * @param from first day; null for always
     * @param to first day after it; null for still
     * @param holder null unless HELD
     * @param parties who has how much, when CONTESTED, the holder before first; who holds it together, when allies do
     * @param decision id of the analyst's decision that stands over what sources say; null where sources decide
     */
    @Schema(name = "RebuildInterval")
    record Believed(
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to,
            State state,
            @Schema(nullable = true) @Nullable Party holder,
            List<PartyShare> parties,
            Assurance assurance,
            @Schema(examples = "taken") String rule,
            @Schema(nullable = true) @Nullable String decision) {}

    /**
     * A change in short; {@code GET /changes/{id}} has all of it once it is told.
     *
     * @param revises id of the earlier change that it replaces or takes back
     */
    @Schema(name = "RebuildChange")
    record Told(
            @Schema(nullable = true, description = "Null as long as it is not told.") @Nullable String id,

            ChangeKind kind,
            @Schema(nullable = true) @Nullable Party from,
            @Schema(nullable = true) @Nullable Party to,
            LocalDate validFrom,
            @Schema(nullable = true) @Nullable Assurance assuranceBefore,
            @Schema(nullable = true) @Nullable Assurance assuranceAfter,
            boolean current,
            @Schema(nullable = true) @Nullable String revises) {}

    /** As it was written, to be answered as it is. */
    @Schema(implementation = DifferenceView.class)
    record Stored(@JsonValue @JsonRawValue String json) {}

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "RebuildDifferencePage")
    record Page(
            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = DifferenceView.class,
                    description = "In the order of place ids.")
            List<Stored> items,

            @Schema(nullable = true) @Nullable String next) {}
}
