package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;
import org.tocsin.events.event.Weight;
import org.tocsin.events.publisher.Grade;

class WeightTest {
    @Test
    void anEventWeighsWhenTheRulesLookAtItAndOnlyThen() {
        for (EventType type : EventType.values()) {
            for (Stance stance : Stance.values()) {
                for (Extent extent : Extent.values()) {
                    for (boolean changesHands : new boolean[] {true, false}) {
                        for (Party actor : Arrays.asList(Said.IS, null)) {
                            boolean looked = Statement.of(evidence(type, stance, changesHands, extent, actor))
                                    != Statement.NOTHING;
                            Optional<String> missing = Weight.missing(
                                    type, stance, changesHands, extent, actor != null, true, false, null);
                            assertEquals(
                                    looked,
                                    missing.isEmpty(),
                                    type + " " + stance + " " + extent + " " + changesHands + " " + actor + ": "
                                            + missing);
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatHasNoPlaceOrIsNotSaidAnyMoreOrIsSaidByAnotherDoesNotWeigh() {
        assertEquals(Optional.of("its place is not known"), taking(false, false, null));
        assertEquals(Optional.of("its report no longer says it"), taking(true, true, null));
        assertEquals(
                Optional.of(
                        "its report nearly copies another one, which speaks for both; it counts only where that one is of"
                                + " grade E or F or says nothing of this place"),
                taking(true, false, "original"));
        assertEquals(Optional.empty(), taking(true, false, null));
    }

    private static Optional<String> taking(boolean place, boolean withdrawn, @Nullable String copyOf) {
        return Weight.missing(
                EventType.TERRITORY_SEIZED, Stance.CLAIMED, true, Extent.WHOLE, true, place, withdrawn, copyOf);
    }

    private static Evidence evidence(
            EventType type, Stance stance, boolean changesHands, Extent extent, @Nullable Party actor) {
        return new Evidence(
                "e",
                type,
                stance,
                changesHands,
                extent,
                actor,
                null,
                null,
                LocalDate.EPOCH,
                DatePrecision.DAY,
                new Evidence.Source("r", "p", Grade.C, false, Instant.EPOCH, null));
    }
}
