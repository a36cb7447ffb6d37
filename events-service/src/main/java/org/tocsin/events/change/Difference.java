package org.tocsin.events.change;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control;

/**
 * One difference between what was believed of a place before and after.
 *
 * @param from who held it; of a retraction, who was believed to
 * @param to who holds it, or contests it
 * @param validFrom the first day for which it matters
 * @param before the state believed before, at validFrom; of a correction the one that was wrong
 * @param after the state believed now, at validFrom
 * @param current whether it alters who holds the place now
 * @param revised the earlier belief that it replaces or takes back
 */
record Difference(
        ChangeKind kind,
        @Nullable Party from,
        @Nullable Party to,
        LocalDate validFrom,
        Control before,
        Control after,
        boolean current,
        @Nullable Transition revised) {
    Difference asCurrent() {
        return new Difference(kind, from, to, validFrom, before, after, true, revised);
    }
}
