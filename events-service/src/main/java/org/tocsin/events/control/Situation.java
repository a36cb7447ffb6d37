package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.event.Extent;

/** Who holds the place while its days are gone through, and what was said of that. */
final class Situation {
    final @Nullable Party baseline;
    final Recorded.Allies allies;
    private final Segments segments;

    State state;

    @Nullable Party holder;

    @Nullable Party challenger;
    /** Who has how much in a contest, or who holds together. */
    final Map<String, Share> shares = new LinkedHashMap<>();

    @Nullable LocalDate lastClash;

    @Nullable LocalDate since;

    Rule rule = Rule.BASELINE;
    Dossier dossier = new Dossier();

    @Nullable Party heldBefore;
    /** The withdrawal that left the place to nobody. */
    @Nullable Evidence withdrawal;
    /** Statements that another side than the holder holds the place, until something is said for the holder. */
    final Map<String, SaidToHold> contrary = new HashMap<>();

    /** Statements that one side holds the place which another is believed to hold. */
    record SaidToHold(LocalDate first, Voices voices, List<Evidence> events) {
        SaidToHold(LocalDate first) {
            this(first, new Voices(), new ArrayList<>());
        }

        void add(Evidence event) {
            voices.add(event);
            events.add(event);
        }
    }

    Situation(Recorded recorded) {
        this.baseline = recorded.baseline();
        this.allies = recorded.allies();
        this.holder = baseline;
        this.state = baseline == null ? State.UNKNOWN : State.HELD;
        this.segments = new Segments(control());
    }

    /** Another state begins on {@code day}; nothing is said of it yet. */
    void become(State next, @Nullable Party by, LocalDate day, Rule because) {
        boolean decided = state == State.CONTESTED && !sameKey(by, holder);
        if (decided || (state == State.HELD && next != State.CONTESTED)) {
            heldBefore = holder;
        }
        if (next != State.UNKNOWN && state != State.UNKNOWN) {
            withdrawal = null;
        }
        state = next;
        holder = by;
        challenger = null;
        shares.clear();
        lastClash = null;
        since = day;
        rule = because;
        dossier = new Dossier();
        contrary.clear();
    }

    /** A party has that much of the place; an extent that is not known leaves what was known. */
    void share(Party party, @Nullable Extent extent) {
        shares.merge(party.key(), new Share(party, extent), (old, fresh) -> fresh.extent() == null ? old : fresh);
    }

    /** Two allies hold the place together; the one that held it first, or the recognised government, stands for both. */
    void holdTogether(Party ally) {
        if (holder != null) {
            share(holder, null);
            share(ally, null);
        }
    }

    /** {@code described}, who holds or contests the place, is {@code named}, since it came. */
    void rename(Party described, Party named) {
        segments.rename(described, named);
    }

    boolean isHolder(@Nullable Party party) {
        return can(holder, party);
    }

    boolean isChallenger(@Nullable Party party) {
        return can(challenger, party);
    }

    /** Whether the party is one of several that hold the place together. */
    boolean holdsToo(Party party) {
        return state == State.HELD && shares.containsKey(party.key());
    }

    boolean startedWithin(int days, LocalDate day) {
        return since != null && !since.plusDays(days).isBefore(day);
    }

    void beginning(LocalDate day) {
        if (segments.calmBefore(day, lastClash)) {
            lastClash = null;
        }
    }

    /** Ends a day: what was said on it is now the state from it on. */
    void endOf(LocalDate day) {
        segments.stateFrom(day, control());
    }

    Timeline timeline() {
        return segments.timeline(lastClash);
    }

    static boolean sameKey(@Nullable Party one, @Nullable Party other) {
        return one != null && other != null && one.key().equals(other.key());
    }

    private static boolean can(@Nullable Party one, @Nullable Party other) {
        return one != null && other != null && Descriptions.same(one, other);
    }

    private Control control() {
        return new Control(
                state,
                holder,
                challenger,
                List.copyOf(shares.values()),
                lastClash != null,
                dossier.assurance(),
                since,
                rule,
                dossier.supporting(),
                dossier.opposing(),
                null);
    }
}
