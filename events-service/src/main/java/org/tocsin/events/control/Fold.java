package org.tocsin.events.control;

import java.time.LocalDate;

/** Goes through what is said about a place in the order of days, and within a day of publication, by the rules of each kind of statement. */
final class Fold {
    private final Situation now;
    private final TakingRules taking;
    private final LeavingRules leaving;
    private final HoldingRules holding;
    private final FightingRules fighting;

    Fold(Recorded recorded, RulesVersion rules) {
        now = new Situation(recorded);
        leaving = new LeavingRules(now);
        holding = new HoldingRules(now);
        fighting = new FightingRules(now, rules);
        taking = new TakingRules(now, rules, leaving, holding);
    }

    void beginning(LocalDate day) {
        now.beginning(day);
    }

    void endOf(LocalDate day) {
        now.endOf(day);
    }

    Timeline timeline() {
        return now.timeline();
    }

    void take(Taking what) {
        taking.take(what);
    }

    /** @param takenToday whether the place was taken on the same day */
    void apply(Statement statement, Evidence event, boolean takenToday, Leavings.Kind kind) {
        switch (statement) {
            case PART -> fighting.part(event);
            case FIGHT -> fighting.fight(event, takenToday);
            case LEAVE -> leaving.leave(event, kind);
            case HOLD, STAY -> holding.hold(event);
            default -> {}
        }
    }
}
