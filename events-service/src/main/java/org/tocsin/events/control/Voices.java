package org.tocsin.events.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.events.publisher.Grade;

/**
 * Counts independent sources. Two statements are independent when they come from different publishers and do not quote the same claimant;
 * near copies were dropped before. A publisher of grade A in its own voice counts as two, E and F count only when there is nothing else.
 */
final class Voices {
    private final Set<String> publishers = new HashSet<>();
    private final Set<String> owners = new HashSet<>();
    private final List<Voice> kept = new ArrayList<>();
    private boolean two;
    private boolean any;

    /** One publisher and whom it quotes; empty for its own voice. */
    private record Voice(String publisher, String claimant) {
        boolean independentOf(Voice other) {
            return !publisher.equals(other.publisher) && (claimant.isEmpty() || !claimant.equals(other.claimant));
        }
    }

    void add(Evidence evidence) {
        add(evidence, evidence.claimant() == null ? "" : evidence.claimant().key());
    }

    /** As {@link #add(Evidence)}, where the caller knows better whose word it is. */
    void add(Evidence evidence, String claimant) {
        any = true;
        Evidence.Source source = evidence.source();
        if (!source.grade().corroborates()) {
            return;
        }
        Voice voice = new Voice(source.publisher(), claimant);
        publishers.add(voice.publisher());
        owners.add(claimant.isEmpty() ? "publisher " + voice.publisher() : claimant);
        two |= source.grade() == Grade.A && evidence.ownVoice();
        two |= kept.stream().anyMatch(other -> other.independentOf(voice));
        // Voices that all depend on each other have the publisher or the claimant in common; two of them tell which.
        if (kept.size() < 2 && !kept.contains(voice)) {
            kept.add(voice);
        }
    }

    /** Whether two independent sources speak. */
    boolean corroborated() {
        return two;
    }

    /** How many independent sources speak: no more than there are publishers, or persons whose word it is. */
    int count() {
        return two ? Math.max(2, Math.min(publishers.size(), owners.size())) : any ? 1 : 0;
    }

    Assurance assurance() {
        return two ? Assurance.CORROBORATED : Assurance.CLAIMED;
    }
}
