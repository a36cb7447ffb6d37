package org.tocsin.events.control;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What was said for and against one state of control so far, and how sure that makes it. */
final class Dossier {
    private final Set<String> supporting = new LinkedHashSet<>();
    private final Set<String> opposing = new LinkedHashSet<>();
    private final Voices voices = new Voices();
    private boolean spoken;
    private boolean confirmed;
    private boolean disputed;
    private List<String> deciding = List.of();

    void support(Evidence event) {
        spoken = true;
        voices.add(event);
        keep(supporting, event);
        if (event.curated()) {
            decide(event);
        }
    }

    void support(Collection<Evidence> events) {
        events.forEach(this::support);
    }

    void oppose(Evidence event) {
        keep(opposing, event);
    }

    void oppose(Collection<Evidence> events) {
        events.forEach(this::oppose);
    }

    /** Somebody said this against his interest; the event stays in the evidence however much there is. */
    void confirm(Evidence event) {
        support(event);
        decide(event);
    }

    private void decide(Evidence event) {
        if (event.source().grade().corroborates()) {
            confirmed = true;
            deciding = Stream.concat(deciding.stream(), Stream.of(event.id()))
                    .distinct()
                    .limit(3)
                    .toList();
        }
    }

    /** From now on it is no surer than a claim, for it stands against a denial. */
    void dispute() {
        disputed = true;
    }

    Assurance assurance() {
        if (!spoken) {
            return Assurance.BASELINE;
        }
        if (confirmed) {
            return Assurance.CONFIRMED;
        }
        return disputed ? Assurance.CLAIMED : voices.assurance();
    }

    List<String> supporting() {
        if (deciding.isEmpty()) {
            return List.copyOf(supporting);
        }
        return Stream.concat(supporting.stream(), deciding.stream()).distinct().toList();
    }

    List<String> opposing() {
        return List.copyOf(opposing);
    }

    private static void keep(Set<String> ids, Evidence event) {
        if (ids.size() < Control.MOST_EVIDENCE) {
            ids.add(event.id());
        }
    }
}
