package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.Extent;

/**
 * Who holds a place over an interval of days.
 *
 * @param holder who holds it when HELD; who held it before the contest when CONTESTED; null when nobody is known
 * @param challenger who contests it; null unless CONTESTED, or when no opponent is named
 * @param parties who has how much when CONTESTED, the holder before first; who holds it together when allies hold it; empty otherwise
 * @param fighting whether there was a clash inside in the last 30 days
 * @param since first day of this holding or contest; null when it began before anything recorded
 * @param rule the rule that decided
 * @param supporting ids of the events for it, earliest publication first; at most {@link #MOST_EVIDENCE} and those that decided
 * @param opposing ids of the events against it
 * @param decision id of the analyst's decision that stands over what the events say; null where they decide
 */
public record Control(
        State state,
        @Nullable Party holder,
        @Nullable Party challenger,
        List<Share> parties,
        boolean fighting,
        Assurance assurance,
        @Nullable LocalDate since,
        Rule rule,
        List<String> supporting,
        List<String> opposing,
        @Nullable String decision) {
    /** Evidence beyond this count is left out of a control; {@code GET /events?place=} has all. */
    public static final int MOST_EVIDENCE = 25;

    public Control {
        Objects.requireNonNull(assurance, "assurance");
        Objects.requireNonNull(rule, "rule");
        parties = List.copyOf(parties);
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        boolean fits =
                switch (state) {
                    case HELD -> holder != null && challenger == null && parties.size() != 1;
                    case CONTESTED -> !parties.isEmpty();
                    case UNKNOWN -> holder == null && challenger == null && parties.isEmpty();
                };
        if (!fits) {
            throw new IllegalArgumentException("not a state of control: " + state + " " + holder + " " + parties);
        }
    }

    /**
     * What one party has of a contested place.
     *
     * @param extent null when it is not known
     */
    public record Share(Party actor, @Nullable Extent extent) {}

    static Control baseline(@Nullable Party holder) {
        return new Control(
                holder == null ? State.UNKNOWN : State.HELD,
                holder,
                null,
                List.of(),
                false,
                Assurance.BASELINE,
                null,
                Rule.BASELINE,
                List.of(),
                List.of(),
                null);
    }

    /** The same, over which other evidence, another beginning or another end of the fighting stands. */
    Control with(boolean isFighting, @Nullable LocalDate began, List<String> pro, List<String> contra) {
        return new Control(
                state, holder, challenger, parties, isFighting, assurance, began, rule, pro, contra, decision);
    }

    /** Whether this and {@code other} say the same of who holds the place: the state and the sides, not how sure or since when. */
    public boolean sameHolding(Control other) {
        return state == other.state
                && Objects.equals(keyOf(holder), keyOf(other.holder))
                && Objects.equals(keyOf(challenger), keyOf(other.challenger));
    }

    private static @Nullable String keyOf(@Nullable Party party) {
        return party == null ? null : party.key();
    }
}
