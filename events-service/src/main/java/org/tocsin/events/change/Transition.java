package org.tocsin.events.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control;
import org.tocsin.events.control.State;
import org.tocsin.events.control.Timeline;

/**
 * A point in a timeline at which something else begins: another holder, a contest, the end of one.
 *
 * @param from who held the place before; of a contest, who held it before that
 * @param to who holds it, or who contests it
 * @param first the state with which it begins
 * @param last the state in which it ends, which may be surer
 * @param lastFrom the day from which {@code last} is so; null for always
 * @param ends whether it goes on until now
 */
record Transition(
        ChangeKind kind,
        @Nullable LocalDate day,
        @Nullable Party from,
        @Nullable Party to,
        Control first,
        Control last,
        @Nullable LocalDate lastFrom,
        boolean ends) {

    /** The transitions of a timeline; the first one, at the beginning of time, is no change but the state from which all begins. */
    static List<Transition> of(Timeline timeline) {
        List<Transition> transitions = new ArrayList<>();
        Party heldBefore = null;
        List<Timeline.Interval> intervals = timeline.intervals();
        int i = 0;
        while (i < intervals.size()) {
            Control first = intervals.get(i).control();
            int end = i;
            LocalDate lastFrom = intervals.get(i).from();
            while (end + 1 < intervals.size()
                    && oneHolding(first, intervals.get(end + 1).control())) {
                end++;
                if (intervals.get(end).control().assurance()
                        != intervals.get(end - 1).control().assurance()) {
                    lastFrom = intervals.get(end).from();
                }
            }
            Control before = i == 0 ? first : intervals.get(i - 1).control();
            boolean contested = first.state() == State.CONTESTED;
            transitions.add(new Transition(
                    kindOf(before, first, heldBefore),
                    intervals.get(i).from(),
                    heldBefore,
                    contested ? contender(first, heldBefore) : first.holder(),
                    first,
                    intervals.get(end).control(),
                    lastFrom,
                    end + 1 == intervals.size()));
            heldBefore = first.holder();
            i = end + 1;
        }
        return transitions;
    }

    /** Who contests the place; where that is who held it until then, as when a decision for it ends, the other side. */
    private static @Nullable Party contender(Control contest, @Nullable Party heldBefore) {
        Party challenger = contest.challenger();
        return heldBefore == null || !sameParty(challenger, heldBefore)
                ? challenger
                : contest.parties().stream()
                        .map(Control.Share::actor)
                        .filter(party -> !sameParty(party, heldBefore))
                        .findFirst()
                        .orElse(challenger);
    }

    private static ChangeKind kindOf(Control before, Control after, @Nullable Party heldBefore) {
        if (after.state() == State.CONTESTED) {
            return ChangeKind.CONTESTED;
        }
        boolean back = after.state() == State.HELD && sameParty(after.holder(), heldBefore);
        return before.state() == State.CONTESTED && back ? ChangeKind.HELD_AFTER_ALL : ChangeKind.CHANGED_HANDS;
    }

    /** Of a contest only its beginning counts: another challenger joining is not another contest. */
    private static boolean oneHolding(Control one, Control other) {
        boolean contests = one.state() == State.CONTESTED && other.state() == State.CONTESTED;
        return contests ? sameParty(one.holder(), other.holder()) : one.sameHolding(other);
    }

    static boolean sameParty(@Nullable Party one, @Nullable Party other) {
        return Objects.equals(one == null ? null : one.key(), other == null ? null : other.key());
    }

    boolean same(Transition other) {
        return kind == other.kind
                && Objects.equals(day, other.day)
                && sameParty(from, other.from)
                && sameParty(to, other.to)
                && sameParty(first.holder(), other.first.holder());
    }
}
