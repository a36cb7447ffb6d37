package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;

/** Goes through what is said about a place in the order of days, and within a day of publication, and keeps who holds it. */
final class Fold {
    /** Described holders are taken to be the side that is named within so many days. */
    private static final int NAMING_DAYS = 30;
    /** A withdrawal within so many days of a taking confirms it. */
    private static final int WITHDRAWAL_DAYS = 7;
    /** Statements that another side holds the place must come within so many days of each other. */
    private static final int SAID_DAYS = 30;

    private final Segments segments;
    private final Map<String, SaidToHold> said = new HashMap<>();
    private final Set<String> consumed = new HashSet<>();

    private State state;
    private @Nullable Party holder;
    private @Nullable Party challenger;
    private final Map<String, Share> shares = new LinkedHashMap<>();
    private @Nullable LocalDate lastClash;
    private @Nullable LocalDate since;
    private Rule rule = Rule.BASELINE;
    private Dossier dossier = new Dossier();
    private @Nullable Party heldBefore;
    private @Nullable Party gone;
    private @Nullable Evidence going;

    private record SaidToHold(LocalDate first, Voices voices, List<Evidence> events) {}

    Fold(@Nullable Party baseline) {
        this.holder = baseline;
        this.state = baseline == null ? State.UNKNOWN : State.HELD;
        this.segments = new Segments(control());
    }

    Timeline timeline() {
        return segments.timeline(lastClash);
    }

    /** Ends a day: what was said on it is now the state from it on. */
    void endOf(LocalDate day) {
        segments.stateFrom(day, control());
    }

    void beginning(LocalDate day) {
        if (segments.calmBefore(day, lastClash)) {
            lastClash = null;
        }
    }

    void take(Taking taking) {
        Party current = holder;
        if (state == State.HELD && current != null && repeats(taking, current)) {
            repeated(taking, current);
            return;
        }
        List<Evidence> denials = denialsOf(taking);
        Evidence admission = admissionIn(taking, current);
        boolean retaken = current != null && taking.taker.key().equals(current.key());
        Evidence withdrawal = state == State.UNKNOWN && going != null && recent(going, taking.day) ? going : null;
        denials.forEach(denial -> consumed.add(denial.id()));
        if (denials.isEmpty() || admission != null) {
            hold(taking, admission == null ? Rule.TAKEN : Rule.ADMITTED);
            if (admission != null) {
                dossier.confirm(admission);
            }
            if (withdrawal != null) {
                confirmed(withdrawal);
            }
        } else if (taking.outweighs(denials, current == null ? "" : current.key())) {
            hold(taking, Rule.DENIAL_OUTWEIGHED);
            dossier.dispute();
        } else if (retaken) {
            dossier.oppose(taking.reports);
            return;
        } else {
            contest(taking, denials);
        }
        dossier.oppose(denials);
    }

    /** Whether a taking by the holder, or by somebody who can be the holder, is reported: news of what is known, not a change. */
    private boolean repeats(Taking taking, Party current) {
        if (taking.taker.key().equals(current.key())) {
            return true;
        }
        boolean tookIt = since != null || taking.regains();
        return Descriptions.same(current, taking.taker)
                && !taking.isFrom(current)
                && (tookIt || Descriptions.telling(taking.taker));
    }

    /** The holder is said to take what it holds: that supports it, and may tell its name. */
    private void repeated(Taking taking, Party current) {
        if (current.described() && !taking.taker.described()) {
            if (since != null && since.plusDays(NAMING_DAYS).isBefore(taking.day)) {
                hold(taking, Rule.TAKEN);
                return;
            }
            holder = taking.taker;
            segments.rename(current, taking.taker);
        }
        if (dossier.assurance() == Assurance.BASELINE) {
            since = taking.day;
            rule = Rule.TAKEN;
        }
        Evidence admission = admissionIn(taking, heldBefore);
        dossier.support(taking.reports);
        if (admission != null) {
            dossier.confirm(admission);
        }
        said.clear();
    }

    private void hold(Taking taking, Rule by) {
        boolean sameContest =
                state == State.CONTESTED && challenger != null && Descriptions.same(challenger, taking.taker);
        Party named = sameContest && taking.taker.described() && challenger != null ? challenger : taking.taker;
        become(State.HELD, named, taking.day, by);
        dossier.support(taking.reports);
    }

    private void contest(Taking taking, List<Evidence> denials) {
        boolean already = state == State.CONTESTED && challenger != null && Descriptions.same(challenger, taking.taker);
        if (!already) {
            Party loser = holder;
            Map<String, Share> before = state == State.CONTESTED ? Map.copyOf(shares) : Map.of();
            become(State.CONTESTED, loser, taking.day, Rule.CLAIM_AND_DENIAL);
            challenger = taking.taker;
            if (loser != null) {
                share(
                        loser,
                        before.containsKey(loser.key())
                                ? before.get(loser.key()).extent()
                                : null);
            }
            share(taking.taker, null);
        } else if (challenger != null && challenger.described() && !taking.taker.described()) {
            segments.rename(challenger, taking.taker);
            shares.remove(challenger.key());
            challenger = taking.taker;
            share(taking.taker, null);
        }
        rule = Rule.CLAIM_AND_DENIAL;
        dossier.support(taking.reports);
        if (holder != null && denials.stream().anyMatch(denial -> Statement.of(denial) == Statement.HOLD)) {
            share(holder, Extent.MOST);
        }
    }

    /** What is said against a taking by, or for, the side that would lose by it. */
    private List<Evidence> denialsOf(Taking taking) {
        return taking.denials.stream()
                .filter(denial -> Statement.of(denial) == Statement.DENY
                        || (holder != null && sameKey(Statement.holderBy(denial), holder)))
                .toList();
    }

    /** A report of the taking in which the side that lost by it says so. */
    private @Nullable Evidence admissionIn(Taking taking, @Nullable Party loser) {
        if (loser == null || loser.key().equals(taking.taker.key())) {
            return null;
        }
        return taking.reports.stream()
                .filter(report -> report.saidBy(loser))
                .findFirst()
                .orElse(null);
    }

    void leave(Evidence event, boolean denied) {
        Party leaver = event.actor();
        if (leaver == null) {
            return;
        }
        if (denied) {
            if (holder != null && Descriptions.same(holder, leaver)) {
                dossier.oppose(event);
            }
        } else if (holder != null && Descriptions.same(holder, leaver)) {
            Party next = state == State.CONTESTED ? challenger : null;
            left(event, next);
            gone = leaver;
            going = event;
        } else if (challenger != null && Descriptions.same(challenger, leaver)) {
            left(event, holder);
        } else if (state == State.HELD
                && heldBefore != null
                && Descriptions.same(heldBefore, leaver)
                && since != null
                && !since.plusDays(WITHDRAWAL_DAYS).isBefore(event.occurredOn())) {
            confirmed(event);
        } else if (state == State.UNKNOWN && gone != null && Descriptions.same(gone, leaver)) {
            dossier.support(event);
        }
    }

    private void left(Evidence event, @Nullable Party next) {
        become(
                next == null ? State.UNKNOWN : State.HELD,
                next,
                event.occurredOn(),
                next == null ? Rule.LEFT : Rule.ADMITTED);
        confirmed(event);
    }

    /** A leaving, told by the publisher itself or by who left, makes the state after it sure. */
    private void confirmed(Evidence event) {
        Party leaver = event.actor();
        if (event.ownVoice() || event.saidBy(leaver)) {
            dossier.confirm(event);
        } else {
            dossier.support(event);
        }
    }

    void hold(Evidence event) {
        if (consumed.contains(event.id())) {
            return;
        }
        Party said = Statement.holderBy(event);
        if (said == null) {
            said = besieged(event);
        }
        if (said == null) {
            return;
        }
        switch (state) {
            case HELD -> heldBy(said, event);
            case CONTESTED -> heldInContest(said, event);
            case UNKNOWN -> {
                if (!said.described()) {
                    become(State.HELD, said, event.occurredOn(), Rule.HELD);
                    dossier.support(event);
                }
            }
        }
    }

    /** A besieged place is held by whoever held it, unless that is the besieger. */
    private @Nullable Party besieged(Evidence event) {
        boolean byHolder = holder != null && event.actor() != null && Descriptions.same(holder, event.actor());
        return event.type() == EventType.SIEGE && state == State.HELD && !byHolder ? holder : null;
    }

    private void heldBy(Party party, Evidence event) {
        if (holder != null && Descriptions.same(holder, party)) {
            if (dossier.assurance() == Assurance.BASELINE) {
                rule = Rule.HELD;
            }
            dossier.support(event);
            said.clear();
            return;
        }
        dossier.oppose(event);
        if (party.described() || event.saidBy(party)) {
            return;
        }
        SaidToHold earlier = said.get(party.key());
        if (earlier == null || earlier.first().plusDays(SAID_DAYS).isBefore(event.occurredOn())) {
            earlier = new SaidToHold(event.occurredOn(), new Voices(), new ArrayList<>());
            said.put(party.key(), earlier);
        }
        earlier.voices().add(event);
        earlier.events().add(event);
        if (earlier.voices().corroborated()) {
            List<Evidence> events = List.copyOf(earlier.events());
            become(State.HELD, party, event.occurredOn(), Rule.SAID_TO_HOLD);
            dossier.support(events);
        }
    }

    private void heldInContest(Party party, Evidence event) {
        boolean isHolder = holder != null && Descriptions.same(holder, party);
        boolean isChallenger = challenger != null && Descriptions.same(challenger, party);
        boolean overFight = rule == Rule.FOUGHT_OVER && isHolder;
        boolean whole = event.extent() == Extent.WHOLE && event.type() == EventType.TERRITORY_HELD;
        boolean repelled = event.type() == EventType.ATTACK_REPELLED && overFight;
        boolean otherWord = event.ownVoice() && event.source().grade().corroborates();
        boolean later = since == null || event.occurredOn().isAfter(since) || overFight;
        Party winner = isHolder ? holder : challenger;
        if (winner != null
                && (isHolder || isChallenger)
                && later
                && ((whole && (otherWord || overFight)) || repelled)) {
            become(State.HELD, winner, event.occurredOn(), Rule.HELD_AFTER_CONTEST);
            dossier.support(event);
        } else if (isChallenger) {
            dossier.support(event);
        } else {
            dossier.oppose(event);
            if (isHolder && holder != null && event.extent() == Extent.MOST) {
                share(holder, Extent.MOST);
            }
        }
    }

    void part(Evidence event) {
        Party taker = Takings.takerOf(event);
        if (holder != null && Descriptions.same(holder, taker)) {
            dossier.support(event);
            return;
        }
        if (state != State.CONTESTED) {
            Party before = holder;
            become(State.CONTESTED, before, event.occurredOn(), Rule.TAKEN_IN_PART);
            if (before != null) {
                share(before, Extent.MOST);
            }
        }
        if (challenger == null) {
            challenger = taker;
        }
        rule = rule == Rule.FOUGHT_OVER ? Rule.TAKEN_IN_PART : rule;
        share(Descriptions.same(challenger, taker) ? challenger : taker, event.extent());
        dossier.support(event);
    }

    /** @param takenToday whether the place was taken on the same day; then the fighting is how it was taken, and not about who holds it now */
    void fight(Evidence event, boolean takenToday) {
        if (takenToday && state != State.CONTESTED) {
            return;
        }
        List<Party> opponents = new ArrayList<>();
        for (Party party : new Party[] {event.actor(), event.target()}) {
            if (party != null && (holder == null || !Descriptions.same(holder, party))) {
                opponents.add(party);
            }
        }
        if (state != State.CONTESTED) {
            if (holder == null && opponents.isEmpty()) {
                return;
            }
            Party before = holder;
            become(State.CONTESTED, before, event.occurredOn(), Rule.FOUGHT_OVER);
            if (before != null) {
                share(before, null);
            }
        }
        for (Party opponent : opponents) {
            if (challenger == null) {
                challenger = opponent;
            }
            if (shares.values().stream().noneMatch(share -> Descriptions.same(share.actor(), opponent))) {
                share(opponent, null);
            }
        }
        lastClash = event.occurredOn();
        dossier.support(event);
    }

    private void become(State next, @Nullable Party by, LocalDate day, Rule because) {
        if (state == State.HELD && next != State.CONTESTED) {
            heldBefore = holder;
        } else if (state == State.CONTESTED && !sameKey(by, holder)) {
            heldBefore = holder;
        }
        if (next != State.UNKNOWN && state != State.UNKNOWN) {
            gone = null;
            going = null;
        }
        state = next;
        holder = by;
        challenger = null;
        shares.clear();
        lastClash = null;
        since = day;
        rule = because;
        dossier = new Dossier();
        said.clear();
    }

    private void share(Party party, @Nullable Extent extent) {
        shares.merge(party.key(), new Share(party, extent), (old, fresh) -> fresh.extent() == null ? old : fresh);
    }

    private static boolean recent(Evidence going, LocalDate day) {
        return !going.occurredOn().plusDays(WITHDRAWAL_DAYS).isBefore(day);
    }

    private static boolean sameKey(@Nullable Party one, @Nullable Party other) {
        return one != null && other != null && Objects.equals(one.key(), other.key());
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
                dossier.opposing());
    }
}
