package org.tocsin.events.actor;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;

/**
 * On whose side each actor stands: an army on its government's, a member on its umbrella's, an actor that analysts merged into another one
 * on that one's.
 */
public final class Alignment {
    private final Actors actors;
    private final Map<String, String> merges;

    /** @param merges of an actor's id to that of the one it is */
    Alignment(Actors actors, Map<String, String> merges) {
        this.actors = actors;
        this.merges = Map.copyOf(merges);
    }

    /** The actor that holds what this one takes; a described one under the words that describe it; null for neither. */
    public @Nullable Party side(@Nullable String id, @Nullable String name) {
        if (id == null) {
            return name == null || name.isBlank() ? null : new Party(null, name);
        }
        String side = sideOf(id);
        return actors.byId(side).map(Sides::party).orElse(new Party(side, name == null ? side : name));
    }

    /** Whether one fights beside the other without holding for him. */
    public boolean allied(Party one, Party other) {
        String first = one.id();
        String second = other.id();
        return first != null
                && second != null
                && !first.equals(second)
                && (isAllyOf(first, second) || isAllyOf(second, first));
    }

    private boolean isAllyOf(String one, String other) {
        return actors.byId(one).map(Actor::allies).stream()
                .flatMap(java.util.List::stream)
                .anyMatch(ally -> sideOf(ally).equals(other));
    }

    private String sideOf(String id) {
        String side = actors.side(id);
        Set<String> seen = new HashSet<>();
        while (merges.containsKey(side) && seen.add(side)) {
            side = actors.side(Objects.requireNonNull(merges.get(side)));
        }
        return side;
    }
}
