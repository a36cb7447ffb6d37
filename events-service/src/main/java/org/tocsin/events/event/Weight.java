package org.tocsin.events.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an event can bear on who holds its place, from the event alone. It is kept and shown in any case. */
public final class Weight {
    private Weight() {}

    /**
     * Why the event bears on nobody's control; empty when it is looked at.
     *
     * @param hasActor whether it says who acts
     * @param hasPlace whether its place is known
     * @param withdrawn whether its report no longer says it
     * @param copyOf the report that its report nearly copies; null for none
     */
    public static Optional<String> missing(
            EventType type,
            Stance stance,
            boolean changesHands,
            Extent extent,
            boolean hasActor,
            boolean hasPlace,
            boolean withdrawn,
            @Nullable String copyOf) {
        if (withdrawn) {
            return Optional.of("its report no longer says it");
        }
        if (!hasPlace) {
            return Optional.of("its place is not known");
        }
        Optional<String> unsaid = unsaid(type, stance, changesHands, extent, hasActor);
        if (unsaid.isPresent() || copyOf == null) {
            return unsaid;
        }
        return Optional.of(
                "its report nearly copies another one, which speaks for both; it counts only where that one is of grade E"
                        + " or F or says nothing of this place");
    }

    /** Why what is told says nothing about who holds a place. */
    private static Optional<String> unsaid(
            EventType type, Stance stance, boolean changesHands, Extent extent, boolean hasActor) {
        if (!type.weighs()) {
            return Optional.of("events of this type say nothing about who holds a place");
        }
        return switch (stance) {
            case PLANNED -> Optional.of("it is only planned or expected");
            case HISTORICAL -> Optional.of("it is told as background");
            case NEGATED -> Optional.of("it is told not to have happened");
            case DENIED ->
                type.movesControl()
                        ? Optional.empty()
                        : Optional.of("a denial of this type says nothing about who holds a place");
            case ASSERTED, CLAIMED -> untold(type, changesHands, extent, hasActor);
        };
    }

    private static Optional<String> untold(EventType type, boolean changesHands, Extent extent, boolean hasActor) {
        return switch (type) {
            case WITHDRAWAL -> !changesHands ? Optional.of("the withdrawal is not told as completed") : who(hasActor);
            case TERRITORY_HELD, ATTACK_REPELLED ->
                extent.decidesPlace() ? who(hasActor) : Optional.of("it is not about the place or most of it");
            case ARMED_CLASH ->
                extent.decidesPlace() || extent == Extent.PART
                        ? Optional.empty()
                        : Optional.of("the fighting is not inside the place");
            case SIEGE -> Optional.empty();
            default ->
                changesHands || extent.isPart()
                        ? Optional.empty()
                        : Optional.of("it is not told as a completed change of holder of the place or a part of it");
        };
    }

    private static Optional<String> who(boolean hasActor) {
        return hasActor ? Optional.empty() : Optional.of("it does not say who");
    }
}
