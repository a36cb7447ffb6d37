package org.tocsin.events.sanctions;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Folding;

/** Finds actors of which an entry bears the name though nobody has decided anything about the entry. */
@Singleton
class Namesakes {
    /** Shorter single words are abbreviations, which firms share with armed groups (RVC, SAC). */
    private static final int SHORTEST_WORD = 6;

    private final Map<String, Set<String>> actorsByName = new HashMap<>();
    private final Map<ListId, Set<String>> decided = new EnumMap<>(ListId.class);

    Namesakes(Actors actors, ActorLinks links) {
        for (Actor actor : actors.all()) {
            if (actor.kind() != ActorKind.OBSERVER) {
                Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
                        .map(Folding::fold)
                        .filter(Namesakes::telling)
                        .forEach(name -> actorsByName
                                .computeIfAbsent(name, key -> new HashSet<>())
                                .add(actor.id()));
            }
        }
        for (ListId list : ListId.values()) {
            decided.put(list, new HashSet<>());
        }
        links.all().forEach(link -> set(decided, link.list()).add(link.reference()));
        links.unlinked().forEach(entry -> set(decided, entry.list()).add(entry.reference()));
    }

    private static Set<String> set(Map<ListId, Set<String>> sets, String list) {
        return sets.computeIfAbsent(ListId.valueOf(list), id -> new HashSet<>());
    }

    private static boolean telling(String name) {
        return name.length() >= SHORTEST_WORD;
    }

    /** References of the list's entries about which somebody has decided: which actor each is, or that it is none. */
    Set<String> decided(ListId list) {
        return Set.copyOf(set(decided, list.name()));
    }

    /** Ids of the actors of which it bears a name; none for an entry about which somebody has decided. */
    Set<String> of(ListEntry entry) {
        Set<String> found = new HashSet<>();
        if (entry.kind() == EntryKind.ENTITY
                && !set(decided, entry.list().name()).contains(entry.reference())) {
            entry.names().forEach(name -> found.addAll(actorsByName.getOrDefault(Folding.fold(name.text()), Set.of())));
        }
        return found;
    }
}
