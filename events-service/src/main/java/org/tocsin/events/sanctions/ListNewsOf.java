package org.tocsin.events.sanctions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.events.actor.Party;
import org.tocsin.events.sanctions.ListNews.EntryNews;
import org.tocsin.events.sanctions.list.ListFollower.Taken;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;

/** What a version of a list alters about actors. */
@Singleton
public class ListNewsOf {
    private final Actors actors;
    private final ActorLinks links;
    private final Namesakes namesakes;
    private final ListStates states;
    private final Clock clock;

    ListNewsOf(Actors actors, ActorLinks links, Namesakes namesakes, ListStates states, Clock clock) {
        this.actors = actors;
        this.links = links;
        this.namesakes = namesakes;
        this.states = states;
        this.clock = clock;
    }

    /** One piece for each actor, in the order of their ids. To be asked in the transaction that takes the version. */
    public List<ListNews> of(Taken taken) {
        List<ActorLink> ofList = links.all().stream()
                .filter(link -> link.list().equals(taken.list().name()))
                .toList();
        Map<String, List<EntryNews>> found = EntriesOfActors.of(taken.changes(), ofList, taken.asOf(), namesakes::of);
        if (found.isEmpty()) {
            return List.of();
        }
        ListState after = states.load(taken.list());
        ListState before = StateBefore.of(after, taken, namesakes::of);
        boolean latest = after.newest().number() == taken.version();
        LocalDate today = LocalDate.now(clock);
        LocalDate day = latest && today.isAfter(taken.asOf()) ? today : taken.asOf();
        // By the version before as of its own day: what came later on is told by this one.
        LocalDate then = before.on(taken.asOf()).map(ListState.Version::asOf).orElse(taken.asOf());
        List<ListNews> news = new ArrayList<>();
        found.forEach((id, entries) -> actors.byId(id).ifPresent(actor -> {
            Ties ties = Ties.of(actor, actors, links);
            news.add(new ListNews(
                    new Party(actor.id(), actor.name()),
                    taken.list(),
                    taken.version(),
                    taken.asOf(),
                    latest,
                    StandingOf.standingOf(ties, then, today, before).standing(),
                    StandingOf.standingOf(ties, day, today, after).standing(),
                    entries));
        }));
        return news;
    }
}
