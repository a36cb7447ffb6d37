package org.tocsin.events.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.decision.DecisionView;
import org.tocsin.events.event.EventView;
import org.tocsin.events.sanctions.Standing;

/**
 * Why a change was made.
 *
 * @param rule name of the rule of docs/control.md that decided
 * @param words what changed and the rule, in sentences
 * @param supporting the events for the state after the change, with sentence, publisher and link, earliest publication first
 * @param against the events against it
 * @param decision the analyst's decision that made the change or ended with it, or that stands after it; null where sources decide
 * @param sanctions standing of who holds the place after the change, or contests it, or of the actor that it is about, per list: on its day and today, by the lists as they are kept today
 */
@Schema(name = "Explanation")
@RegisterForReflection
record Explanation(
        @Schema(examples = "taken") String rule,
        String words,
        @JsonProperty("for") List<EventView> supporting,
        List<EventView> against,
        @Schema(nullable = true) @Nullable DecisionView decision,
        List<Standing> sanctions) {
    /** A change with its explanation beside its fields. */
    @Schema(name = "ExplainedChange")
    @RegisterForReflection
    record ExplainedChange(@JsonUnwrapped ChangeView change, Explanation explanation) {}
}
