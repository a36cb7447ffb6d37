package org.tocsin.events.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/** Sorts what is said of somebody leaving by what else is said of it. */
final class Leavings {
    /** How a withdrawal is to be taken. */
    enum Kind {
        /** Not a withdrawal. */
        NONE,
        /** It leaves the place to whoever comes. */
        LEFT,
        /** The one who is said to have left denies it. */
        DENIED,
        /** Another side took the place on the next day, and that was known when it was told. */
        HANDOVER
    }

    private final List<Evidence> staying;
    private final Takings takings;
    private final RulesVersion rules;

    Leavings(List<Evidence> statements, Takings takings, RulesVersion rules) {
        this.staying = statements.stream()
                .filter(event -> Statement.of(event) == Statement.STAY)
                .toList();
        this.takings = takings;
        this.rules = rules;
    }

    Kind kindOf(Evidence event, Statement statement) {
        Party leaver = event.actor();
        if (statement != Statement.LEAVE || leaver == null) {
            return Kind.NONE;
        }
        if (!event.saidBy(leaver) && staying.stream().anyMatch(denial -> denies(denial, event, leaver))) {
            return Kind.DENIED;
        }
        boolean followed = rules.has(Refinement.HANDOVERS)
                && takings.on(event.occurredOn().plusDays(1)).stream()
                        .anyMatch(taking -> !Descriptions.same(taking.taker, leaver)
                                && !taking.firstPublished()
                                        .isAfter(event.source().publishedAt()));
        return followed ? Kind.HANDOVER : Kind.LEFT;
    }

    private static boolean denies(Evidence denial, Evidence leaving, @Nullable Party leaver) {
        return denial.actor() != null
                && leaver != null
                && Descriptions.same(denial.actor(), leaver)
                && !denial.occurredOn().isBefore(leaving.occurredOn())
                && !denial.occurredOn().isAfter(leaving.lastDay().plusDays(Taking.DENIAL_DAYS));
    }
}
