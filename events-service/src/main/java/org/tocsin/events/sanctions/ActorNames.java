package org.tocsin.events.sanctions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLink.Relation;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Folding;

/**
 * Which actor a name means, by the names that actors have in the news and those of the entries of lists to which they are linked. A name that means more
 * than one is ambiguous until the country tells; an entry to which nobody is linked counts as one more.
 */
final class ActorNames {
    private static final List<Relation> CLOSEST = List.of(Relation.IS, Relation.UMBRELLA, Relation.PART_OF);

    private final Actors actors;
    private final Map<String, Set<Entry>> entries = new HashMap<>();
    private final Map<Entry, List<ActorLink>> links = new HashMap<>();

    /** An entry, by what its list cites it. */
    record Entry(String list, String reference) {}

    /** The names of an entry. */
    record Named(Entry entry, Collection<String> names) {}

    /**
     * What a name means.
     *
     * @param candidates the actors that it can mean; exactly one when it is clear
     * @param undecided entries that bear it and are no actor that is known
     * @param entries by list, the entries that bear it and are a candidate
     */
    record Meaning(List<Actor> candidates, List<Entry> undecided, Map<String, List<String>> entries) {
        /** The one actor that it means; empty when it is ambiguous or unknown. */
        Optional<Actor> actor() {
            return candidates.size() == 1 && undecided.isEmpty() ? Optional.of(candidates.get(0)) : Optional.empty();
        }

        boolean ambiguous() {
            return candidates.size() + undecided.size() > 1;
        }
    }

    ActorNames(Actors actors, ActorLinks curated, Collection<Named> named) {
        this.actors = actors;
        for (ActorLink link : curated.all()) {
            if (link.relation() != Relation.LED_BY) {
                links.computeIfAbsent(new Entry(link.list(), link.reference()), entry -> new ArrayList<>())
                        .add(link);
            }
        }
        for (Named one : named) {
            one.names().stream()
                    .map(Folding::fold)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> entries.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(one.entry()));
        }
    }

    /**
     * What the name means.
     *
     * @param countries ISO codes of countries of which the context speaks; empty when nothing is known of it
     */
    Meaning meaningOf(String name, Set<String> countries) {
        List<Actor> called = actors.named(name);
        Map<Entry, String> decided = new LinkedHashMap<>();
        List<Entry> undecided = new ArrayList<>();
        for (Entry entry : entries.getOrDefault(Folding.fold(name), Set.of())) {
            closest(entry, called).ifPresentOrElse(actor -> decided.put(entry, actor), () -> undecided.add(entry));
        }
        Set<Actor> found = new LinkedHashSet<>(called);
        decided.values().forEach(id -> actors.byId(id).ifPresent(found::add));
        List<Actor> candidates = List.copyOf(found);
        if (candidates.size() + undecided.size() > 1 && !countries.isEmpty()) {
            List<Actor> there = candidates.stream()
                    .filter(actor -> actor.countries().stream().anyMatch(countries::contains))
                    .toList();
            if (there.size() == 1) {
                return new Meaning(there, List.of(), byList(decided, there));
            }
        }
        return new Meaning(candidates, List.copyOf(undecided), byList(decided, candidates));
    }

    private static Map<String, List<String>> byList(Map<Entry, String> decided, List<Actor> candidates) {
        Set<String> ids = candidates.stream().map(Actor::id).collect(Collectors.toSet());
        Map<String, List<String>> byList = new LinkedHashMap<>();
        decided.forEach((entry, actor) -> {
            if (ids.contains(actor)) {
                byList.computeIfAbsent(entry.list(), list -> new ArrayList<>()).add(entry.reference());
            }
        });
        return byList;
    }

    /** Of several actors that are one entry, the one that is called so; otherwise the one that the entry is first of all. */
    private Optional<String> closest(Entry entry, List<Actor> called) {
        List<ActorLink> all = links.getOrDefault(entry, List.of());
        Set<String> names = called.stream().map(Actor::id).collect(Collectors.toSet());
        Optional<String> byName =
                all.stream().map(ActorLink::actor).filter(names::contains).findFirst();
        return byName.or(() -> CLOSEST.stream()
                .flatMap(relation -> all.stream().filter(link -> link.relation() == relation))
                .map(ActorLink::actor)
                .findFirst());
    }
}
