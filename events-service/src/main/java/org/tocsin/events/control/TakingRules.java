package org.tocsin.events.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.event.Extent;

/** What the taking of a place does to who holds it. */
final class TakingRules {
    /** Described holders are taken to be the side that is named within so many days. */
    private static final int NAMING_DAYS = 30;
    /** Allies that take a place within so many days of each other hold it together. */
    private static final int JOINT_DAYS = 7;

    private final Situation now;
    private final RulesVersion rules;
    private final LeavingRules leaving;
    private final HoldingRules holding;

    TakingRules(Situation now, RulesVersion rules, LeavingRules leaving, HoldingRules holding) {
        this.now = now;
        this.rules = rules;
        this.leaving = leaving;
        this.holding = holding;
    }

    void take(Taking taking) {
        Party current = now.holder;
        if (now.state == State.HELD && current != null) {
            if (repeats(taking, current)) {
                repeated(taking, current);
                return;
            }
            if (joins(taking, current)) {
                now.holdTogether(taking.taker);
                supportBaseline(taking);
                now.dossier.support(taking.reports);
                return;
            }
        }
        List<Evidence> denials = denialsOf(taking);
        holding.consume(denials);
        if (rules.has(Refinement.COUNTERCLAIMS) && taking.beaten()) {
            now.dossier.oppose(taking.reports);
            return;
        }
        decide(taking, current, denials);
    }

    private void decide(Taking taking, @Nullable Party current, List<Evidence> denials) {
        List<Evidence> against = new ArrayList<>(denials);
        if (rules.has(Refinement.COUNTERCLAIMS)) {
            against.addAll(taking.counterReports());
        }
        Evidence admission = admissionIn(taking, current);
        boolean curated = taking.reports.stream().anyMatch(Evidence::curated);
        if (against.isEmpty() || admission != null || curated) {
            Evidence withdrawal = leaving.shortlyBefore(taking.day);
            hold(taking, admission != null ? Rule.ADMITTED : against.isEmpty() ? Rule.TAKEN : Rule.CURATED);
            if (admission != null) {
                now.dossier.confirm(admission);
            }
            if (withdrawal != null) {
                leaving.confirm(withdrawal);
            }
        } else if (taking.outweighs(against, current == null ? "" : current.key())) {
            hold(taking, Rule.DENIAL_OUTWEIGHED);
            now.dossier.dispute();
        } else if (Situation.sameKey(current, taking.taker)) {
            now.dossier.oppose(taking.reports);
            return;
        } else {
            contest(taking, against, denials.isEmpty() ? Rule.CLAIM_AND_COUNTERCLAIM : Rule.CLAIM_AND_DENIAL);
        }
        now.dossier.oppose(against);
    }

    /** Whether a taking by the holder, or by somebody who can be the holder, is reported: news of what is known, not a change. */
    private boolean repeats(Taking taking, Party current) {
        if (taking.taker.key().equals(current.key()) || now.holdsToo(taking.taker)) {
            return true;
        }
        boolean tookIt = now.since != null || taking.regains();
        return Descriptions.same(current, taking.taker)
                && !taking.isFrom(current)
                && (tookIt || Descriptions.telling(taking.taker));
    }

    /** The holder is said to take what it holds: that supports it, and may tell its name. */
    private void repeated(Taking taking, Party current) {
        if (current.described() && !taking.taker.described()) {
            if (now.since != null && now.since.plusDays(NAMING_DAYS).isBefore(taking.day)) {
                hold(taking, Rule.TAKEN);
                return;
            }
            now.holder = taking.taker;
            now.rename(current, taking.taker);
        }
        supportBaseline(taking);
        Evidence admission = admissionIn(taking, now.heldBefore);
        now.dossier.support(taking.reports);
        if (admission != null) {
            now.dossier.confirm(admission);
        }
        now.contrary.clear();
    }

    private void supportBaseline(Taking taking) {
        if (now.dossier.assurance() == Assurance.BASELINE) {
            now.since = taking.day;
            now.rule = Rule.TAKEN;
        }
    }

    /** Whether the taker fights beside the holder, who took the place shortly before. */
    private boolean joins(Taking taking, Party current) {
        return rules.has(Refinement.JOINT_HOLDERS)
                && now.allies.allied(current, taking.taker)
                && !taking.isFrom(current)
                && (now.since == null || now.startedWithin(JOINT_DAYS, taking.day));
    }

    private void hold(Taking taking, Rule by) {
        Party challenger = now.state == State.CONTESTED ? now.challenger : null;
        Party taker = taking.taker;
        if (challenger != null && taker.described() && Descriptions.same(challenger, taker)) {
            taker = challenger;
        }
        Party government = now.baseline;
        if (rules.has(Refinement.JOINT_HOLDERS) && government != null && now.allies.allied(government, taker)) {
            now.become(State.HELD, government, taking.day, by);
            now.holdTogether(taker);
        } else {
            now.become(State.HELD, taker, taking.day, by);
        }
        now.dossier.support(taking.reports);
    }

    private void contest(Taking taking, List<Evidence> against, Rule because) {
        Party challenger = now.state == State.CONTESTED ? now.challenger : null;
        if (challenger == null || !Descriptions.same(challenger, taking.taker)) {
            begin(taking, because);
        } else if (challenger.described() && !taking.taker.described()) {
            now.rename(challenger, taking.taker);
            now.shares.remove(challenger.key());
            now.challenger = taking.taker;
            now.share(taking.taker, null);
        }
        now.rule = because;
        now.dossier.support(taking.reports);
        if (now.holder != null && against.stream().anyMatch(event -> Statement.of(event) == Statement.HOLD)) {
            now.share(now.holder, Extent.MOST);
        }
    }

    private void begin(Taking taking, Rule because) {
        Party loser = now.holder;
        boolean contested = now.state == State.CONTESTED;
        Map<String, Share> before = contested ? new LinkedHashMap<>(now.shares) : Map.of();
        boolean sameContest =
                rules.has(Refinement.COUNTERCLAIMS) && contested && now.startedWithin(JOINT_DAYS, taking.day);
        now.become(State.CONTESTED, loser, taking.day, because);
        now.challenger = taking.taker;
        if (loser != null) {
            Share had = before.get(loser.key());
            now.share(loser, had == null ? null : had.extent());
        }
        if (sameContest) {
            // Two who claim a place at once contest it with each other, and with whom both would take it from.
            before.values().forEach(other -> now.share(other.actor(), other.extent()));
        }
        now.share(taking.taker, null);
    }

    /** What is said against a taking by, or for, the side that would lose by it. */
    private List<Evidence> denialsOf(Taking taking) {
        return taking.denials.stream()
                .filter(denial -> Statement.of(denial) == Statement.DENY
                        || Situation.sameKey(Statement.holderBy(denial), now.holder))
                .toList();
    }

    /** A report of the taking in which the side that lost by it says so. */
    private static @Nullable Evidence admissionIn(Taking taking, @Nullable Party loser) {
        if (loser == null || loser.key().equals(taking.taker.key())) {
            return null;
        }
        return taking.reports.stream()
                .filter(report -> report.saidBy(loser))
                .findFirst()
                .orElse(null);
    }
}
