package org.tocsin.events.control;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/**
 * Everything that is recorded about one place, and from which its timeline follows.
 *
 * @param evidence what reports say, in any order, repeats allowed
 * @param decisions of analysts, those that were not withdrawn
 * @param baseline who holds it as long as nothing is known; null for nobody
 * @param allies who fights beside whom
 */
public record Recorded(
        Collection<Evidence> evidence,
        List<Decision> decisions,
        @Nullable Party baseline,
        Allies allies) {
    /** Who fights beside whom without holding for him. */
    @FunctionalInterface
    public interface Allies {
        Allies NONE = (one, other) -> false;

        boolean allied(Party one, Party other);
    }

    public Recorded {
        evidence = List.copyOf(evidence);
        decisions = List.copyOf(decisions);
    }

    /** Of a place about which only reports speak. */
    public static Recorded reports(Collection<Evidence> evidence, @Nullable Party baseline) {
        return new Recorded(evidence, List.of(), baseline, Allies.NONE);
    }
}
