package org.tocsin.events.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A version of the rules of docs/control.md. Which one is in force is recorded like everything else; another is put in force by a rebuild,
 * which shows the differences first.
 *
 * @param id its name, {@code 2}
 * @param refinements what it does otherwise than the first
 */
public record RulesVersion(String id, Set<Refinement> refinements) {
    public static final RulesVersion FIRST = new RulesVersion("1", EnumSet.noneOf(Refinement.class));
    public static final RulesVersion SECOND = new RulesVersion("2", EnumSet.allOf(Refinement.class));
    /** All that can be put in force, the newest last. */
    public static final List<RulesVersion> ALL = List.of(FIRST, SECOND);

    public static final RulesVersion NEWEST = ALL.get(ALL.size() - 1);

    public RulesVersion {
        refinements = Set.copyOf(refinements);
    }

    public static Optional<RulesVersion> byId(String id) {
        return ALL.stream().filter(version -> version.id().equals(id)).findFirst();
    }

    boolean has(Refinement refinement) {
        return refinements.contains(refinement);
    }

    /** What is different from the first version. */
    public String words() {
        return refinements.isEmpty()
                ? "The first rules."
                : refinements.stream().sorted().map(Refinement::words).collect(Collectors.joining(" "));
    }
}
