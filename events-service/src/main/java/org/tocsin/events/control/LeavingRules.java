package org.tocsin.events.control;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/** What a withdrawal does to who holds the place. */
final class LeavingRules {
    /** A withdrawal within so many days of a taking confirms it. */
    private static final int WITHDRAWAL_DAYS = 7;

    private final Situation now;

    LeavingRules(Situation now) {
        this.now = now;
    }

    void leave(Evidence event, Leavings.Kind kind) {
        Party leaver = event.actor();
        if (leaver == null) {
            return;
        }
        if (kind == Leavings.Kind.DENIED) {
            if (now.isHolder(leaver)) {
                now.dossier.oppose(event);
            }
        } else if (leaver.described() && confirmsTaking(event, leaver)) {
            confirm(event);
        } else if (now.isHolder(leaver)) {
            holderLeaves(event, leaver, kind);
        } else if (now.isChallenger(leaver)) {
            left(event, now.holder);
        } else if (now.holdsToo(leaver)) {
            leavesAlly(leaver);
        } else if (confirmsTaking(event, leaver)) {
            confirm(event);
        } else if (now.state == State.UNKNOWN
                && now.withdrawal != null
                && now.withdrawal.actor() != null
                && Descriptions.same(now.withdrawal.actor(), leaver)) {
            now.dossier.support(event);
        }
    }

    private void holderLeaves(Evidence event, Party leaver, Leavings.Kind kind) {
        if (kind == Leavings.Kind.HANDOVER && now.state == State.HELD) {
            now.withdrawal = event;
            return;
        }
        left(event, now.state == State.CONTESTED ? now.challenger : ally(leaver));
        now.withdrawal = event;
    }

    private void leavesAlly(Party leaver) {
        now.shares.remove(leaver.key());
        if (now.shares.size() == 1) {
            now.shares.clear();
        }
    }

    /** A leaving, told by the publisher itself or by who left, makes the state after it sure. */
    void confirm(Evidence event) {
        if (event.ownVoice() || event.saidBy(event.actor())) {
            now.dossier.confirm(event);
        } else {
            now.dossier.support(event);
        }
    }

    /** The withdrawal that left the place to nobody, or to who took it then, shortly before that day. */
    @Nullable Evidence shortlyBefore(LocalDate day) {
        Evidence withdrawal = now.withdrawal;
        boolean recent = withdrawal != null
                && !withdrawal.occurredOn().plusDays(WITHDRAWAL_DAYS).isBefore(day);
        return now.state != State.CONTESTED && recent ? withdrawal : null;
    }

    private boolean confirmsTaking(Evidence event, Party leaver) {
        return now.state == State.HELD
                && now.heldBefore != null
                && Descriptions.same(now.heldBefore, leaver)
                && now.startedWithin(WITHDRAWAL_DAYS, event.occurredOn());
    }

    /** Who holds the place together with the one that leaves. */
    private @Nullable Party ally(Party leaver) {
        return now.shares.values().stream()
                .map(Control.Share::actor)
                .filter(party -> !Descriptions.same(party, leaver))
                .findFirst()
                .orElse(null);
    }

    private void left(Evidence event, @Nullable Party next) {
        now.become(
                next == null ? State.UNKNOWN : State.HELD,
                next,
                event.occurredOn(),
                next == null ? Rule.LEFT : Rule.ADMITTED);
        confirm(event);
    }
}
