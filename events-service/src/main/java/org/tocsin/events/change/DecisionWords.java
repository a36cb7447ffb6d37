package org.tocsin.events.change;

import org.tocsin.events.decision.DecisionView;
import org.tocsin.events.event.Cause;

/** Says who decided, and why. */
final class DecisionWords {
    private DecisionWords() {}

    /** Sentences about the decision that stands after the change, or whose end made the change. */
    static String of(DecisionView decision, Cause cause) {
        String whose = "decision of " + decision.author() + " of " + decision.recordedAt();
        if (!cause.id().startsWith(decision.id() + "@")) {
            return " The " + whose + ": \"" + decision.reason() + "\""
                    + (decision.expiresAt() == null ? "" : " It expires at " + decision.expiresAt() + ".");
        }
        String ended = cause.id().substring(decision.id().length() + 1);
        boolean withdrawn = decision.withdrawnAt() != null
                && decision.withdrawnAt().toString().equals(ended);
        return " The " + whose + " (\"" + decision.reason() + "\") "
                + (withdrawn
                        ? "was withdrawn by " + decision.withdrawnBy() + ": \"" + decision.withdrawalReason() + "\""
                        : "expired at " + ended + ".");
    }
}
