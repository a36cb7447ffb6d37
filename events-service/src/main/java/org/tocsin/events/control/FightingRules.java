package org.tocsin.events.control;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.Extent;

/** What fighting inside a place, and the loss of a part of it, do to who holds it. */
final class FightingRules {
    private final Situation now;
    private final RulesVersion rules;

    FightingRules(Situation now, RulesVersion rules) {
        this.now = now;
        this.rules = rules;
    }

    void part(Evidence event) {
        Party taker = Takings.takerOf(event);
        if (now.isHolder(taker) || now.holdsToo(taker)) {
            now.dossier.support(event);
            return;
        }
        if (now.state != State.CONTESTED) {
            contest(event, Rule.TAKEN_IN_PART);
            if (now.holder != null) {
                now.share(now.holder, Extent.MOST);
            }
        }
        if (now.challenger == null) {
            now.challenger = taker;
        }
        now.rule = now.rule == Rule.FOUGHT_OVER ? Rule.TAKEN_IN_PART : now.rule;
        now.share(Descriptions.same(now.challenger, taker) ? now.challenger : taker, event.extent());
        now.dossier.support(event);
    }

    /** @param takenToday whether the place was taken on the same day; then the fighting is how it was taken, and not about who holds it now */
    void fight(Evidence event, boolean takenToday) {
        if (takenToday && now.state != State.CONTESTED) {
            return;
        }
        List<Party> opponents = Stream.of(event.actor(), event.target())
                .filter(Objects::nonNull)
                .filter(party -> !now.isHolder(party))
                .toList();
        if (now.state != State.CONTESTED) {
            boolean oneSided = event.actor() != null || event.target() != null;
            if (opponents.isEmpty() && (now.holder == null || (oneSided && rules.has(Refinement.ONE_SIDED_CLASHES)))) {
                return;
            }
            contest(event, Rule.FOUGHT_OVER);
            if (now.holder != null) {
                now.share(now.holder, null);
            }
        }
        for (Party opponent : opponents) {
            if (now.challenger == null) {
                now.challenger = opponent;
            }
            if (now.shares.values().stream().noneMatch(share -> Descriptions.same(share.actor(), opponent))) {
                now.share(opponent, null);
            }
        }
        now.lastClash = event.occurredOn();
        now.dossier.support(event);
    }

    private void contest(Evidence event, Rule because) {
        now.become(State.CONTESTED, now.holder, event.occurredOn(), because);
    }
}
