package org.tocsin.events.actor;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actor;
import org.tocsin.reference.Actors;

/**
 * On whose side each actor stands: an army on its government's, a member on its umbrella's, an actor that analysts merged into another one
 * on that one's, wherever it stood before.
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

    /** Whose naming in what is recorded about a place may mean something else than by the other alignment. */
    public Set<String> actorsUnlike(Alignment other) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> otherwiseAllied = new HashSet<>();
        for (Actor actor : actors.all()) {
            if (!sideOf(actor.id()).equals(other.sideOf(actor.id()))) {
                found.add(actor.id());
            }
            if (!sidesOfAllies(actor).equals(other.sidesOfAllies(actor))) {
                otherwiseAllied.add(actor.id());
            }
        }
        if (!otherwiseAllied.isEmpty()) {
            actors.all().stream()
                    .map(Actor::id)
                    .filter(id -> otherwiseAllied.contains(sideOf(id)) || otherwiseAllied.contains(other.sideOf(id)))
                    .forEach(found::add);
        }
        return found;
    }

    String sideOf(String id) {
        if (merges.isEmpty()) {
            return actors.side(id);
        }
        String side = id;
        Set<String> seen = new HashSet<>();
        for (String next = next(side); next != null && seen.add(side); next = next(side)) {
            side = next;
        }
        return side;
    }

    /** The actor into which this one was merged, or null. */
    @Nullable String mergedInto(String id) {
        return merges.get(id);
    }

    /** Whether one leads to itself over the actors that it was merged into and holds for. */
    boolean circlesAt(String id) {
        Set<String> seen = new HashSet<>();
        for (String at = id; at != null; at = next(at)) {
            if (!seen.add(at)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String next(String id) {
        String into = merges.get(id);
        if (into != null) {
            return into;
        }
        String umbrella = actors.byId(id).map(Actor::holdsFor).orElse("");
        return umbrella.isEmpty() ? null : umbrella;
    }

    private boolean isAllyOf(String one, String other) {
        return actors.byId(one).map(Actor::allies).stream()
                .flatMap(java.util.List::stream)
                .anyMatch(ally -> sideOf(ally).equals(other));
    }

    private Set<String> sidesOfAllies(Actor actor) {
        Set<String> sides = new HashSet<>();
        actor.allies().forEach(ally -> sides.add(sideOf(ally)));
        return sides;
    }
}
