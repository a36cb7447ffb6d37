package org.tocsin.events.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.Extent;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.sanctions.Standing;

/**
 * Who holds a place, as answers show it.
 *
 * @param at the day at whose end it is so
 * @param holder null unless HELD
 * @param parties who has how much, when CONTESTED, the holder before the contest first; who holds it together, when allies do
 * @param fighting whether there was a clash inside in the 30 days before
 * @param since first day of this holding or contest; null when nothing recorded says when it began
 * @param rule the rule of docs/control.md that decided
 * @param decision id of the analyst's decision that stands over what sources say; null where sources decide
 * @param sanctions standing of the holder, or of each party to a contest, per list that was ever loaded
 */
@Schema(name = "Control")
public record ControlView(
        PlaceView place,
        @Schema(examples = "2014-06-20") LocalDate at,
        State state,
        @Schema(nullable = true) @Nullable Party holder,
        List<PartyShare> parties,
        boolean fighting,
        Assurance assurance,

        @Nullable @Schema(nullable = true, examples = "2014-06-10")
        LocalDate since,

        @Schema(examples = "taken") String rule,

        @Nullable @Schema(nullable = true, examples = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
        String decision,

        EvidenceIds evidence,
        List<Standing> sanctions) {

    /** @param extent MOST, PART or FACILITY; null when it is not known */
    @Schema(name = "Share")
    public record PartyShare(
            Party actor, @Schema(nullable = true) @Nullable Extent extent) {}

    /** Ids of the events; of very many the first by publication and those that decided. */
    @Schema(name = "EvidenceIds")
    public record EvidenceIds(
            @Schema(name = "for") @JsonProperty("for") List<String> supporting, List<String> against) {}
}
