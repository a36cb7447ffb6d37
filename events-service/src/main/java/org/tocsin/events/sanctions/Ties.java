package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.events.actor.Party;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLink.Relation;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Folding;

/**
 * All that ties an actor to entries of lists.
 *
 * @param actor its id
 * @param names its names, folded
 * @param all its ties, the stronger first
 */
record Ties(String actor, Set<String> names, List<Tie> all) {
    Ties {
        names = Set.copyOf(names);
        all = List.copyOf(all);
    }

    /**
     * The ties of an actor: its own links, the entries that its parents are, up to the top, and those that its direct members are. What is listed of a
     * member's member stays there: a government is not tied to each militia of an umbrella that holds for it.
     */
    static Ties of(Actor actor, Actors actors, ActorLinks links) {
        List<Tie> ties = new ArrayList<>();
        links.of(actor.id()).forEach(link -> ties.add(new Tie(link, link.relation(), null)));
        actors.parentsOf(actor.id()).forEach(parent -> over(parent, Relation.PART_OF, links, ties));
        actors.membersOf(actor.id()).forEach(member -> over(member, Relation.UMBRELLA, links, ties));
        ties.sort(Comparator.comparingInt(Tie::rank));
        return new Ties(actor.id(), namesOf(actor), ties);
    }

    private static void over(Actor other, Relation relation, ActorLinks links, List<Tie> ties) {
        Party through = new Party(other.id(), other.name());
        Set<String> already = ties.stream().map(tie -> key(tie.link())).collect(Collectors.toSet());
        for (ActorLink link : links.of(other.id())) {
            if (link.relation() == Relation.IS && !already.contains(key(link))) {
                ties.add(new Tie(link, relation, through));
            }
        }
    }

    private static String key(ActorLink link) {
        return link.list() + " " + link.reference();
    }

    private static Set<String> namesOf(Actor actor) {
        return Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
                .map(Folding::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    List<Tie> on(ListId list, LocalDate day) {
        return all.stream()
                .filter(tie -> tie.link().list().equals(list.name()) && tie.heldOn(day))
                .toList();
    }
}
