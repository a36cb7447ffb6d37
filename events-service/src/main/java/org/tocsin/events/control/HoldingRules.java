package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Situation.SaidToHold;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;

/** What a statement that somebody holds the place does to who holds it. */
final class HoldingRules {
    /** Statements that another side holds the place must come within so many days of each other. */
    private static final int SAID_DAYS = 30;

    private final Situation now;
    private final Set<String> consumed = new HashSet<>();

    HoldingRules(Situation now) {
        this.now = now;
    }

    /** Statements that were a denial of a taking say nothing more. */
    void consume(List<Evidence> denials) {
        denials.forEach(denial -> consumed.add(denial.id()));
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
        switch (now.state) {
            case HELD -> heldBy(said, event);
            case CONTESTED -> heldInContest(said, event);
            case UNKNOWN -> {
                if (!said.described()) {
                    now.become(State.HELD, said, event.occurredOn(), Rule.HELD);
                    now.dossier.support(event);
                }
            }
        }
    }

    /** A besieged place is held by whoever held it, unless that is the besieger. */
    private @Nullable Party besieged(Evidence event) {
        return event.type() == EventType.SIEGE && now.state == State.HELD && !now.isHolder(event.actor())
                ? now.holder
                : null;
    }

    private void heldBy(Party party, Evidence event) {
        if (now.isHolder(party) || now.holdsToo(party)) {
            if (now.dossier.assurance() == Assurance.BASELINE) {
                now.rule = Rule.HELD;
            }
            now.dossier.support(event);
            now.contrary.clear();
            return;
        }
        now.dossier.oppose(event);
        if (party.described() || event.saidBy(party)) {
            return;
        }
        LocalDate day = event.occurredOn();
        SaidToHold said = now.contrary.get(party.key());
        if (said == null || said.first().plusDays(SAID_DAYS).isBefore(day)) {
            said = new SaidToHold(day);
            now.contrary.put(party.key(), said);
        }
        said.add(event);
        if (event.curated() || said.voices().corroborated()) {
            List<Evidence> events = List.copyOf(said.events());
            now.become(State.HELD, party, day, event.curated() ? Rule.CURATED : Rule.SAID_TO_HOLD);
            now.dossier.support(events);
        }
    }

    private void heldInContest(Party party, Evidence event) {
        boolean isHolder = now.isHolder(party);
        boolean isChallenger = now.isChallenger(party);
        Party winner = isHolder ? now.holder : now.challenger;
        if (winner != null && (isHolder || isChallenger) && decides(event, isHolder)) {
            now.become(
                    State.HELD, winner, event.occurredOn(), event.curated() ? Rule.CURATED : Rule.HELD_AFTER_CONTEST);
            now.dossier.support(event);
        } else if (isChallenger) {
            now.dossier.support(event);
        } else {
            now.dossier.oppose(event);
            if (isHolder && now.holder != null && event.extent() == Extent.MOST) {
                now.share(now.holder, Extent.MOST);
            }
        }
    }

    /** Whether a statement that one side holds the place ends the contest; for the holder less is enough where there was only fighting. */
    private boolean decides(Evidence event, boolean forHolder) {
        boolean overFight = now.rule == Rule.FOUGHT_OVER && forHolder;
        boolean later = now.since == null || event.occurredOn().isAfter(now.since) || overFight;
        boolean whole = event.extent() == Extent.WHOLE && event.type() == EventType.TERRITORY_HELD;
        boolean otherWord = event.ownVoice() && event.source().grade().corroborates();
        boolean repelled = event.type() == EventType.ATTACK_REPELLED && overFight;
        return later && ((whole && (otherWord || overFight)) || repelled);
    }
}
