package org.tocsin.events.sanctions;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.sanctions.ActorNames.Entry;
import org.tocsin.events.sanctions.ActorNames.Named;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.service.wake.Notifications;

/**
 * The one place where the standing of an actor is asked for. What matters of the lists is held in memory, and what was asked once is remembered until
 * a version of a list comes into force: control and changes ask thousands of times a second.
 */
@Singleton
public class Standings {
    private static final Logger LOG = Logger.getLogger(Standings.class);
    /** How long a notification that was lost may go unnoticed. */
    private static final long SLOW_POLL_NANOS = 5_000_000_000L;
    /** About 20 MB. */
    private static final int MOST_REMEMBERED = 50_000;

    private final ListStates states;
    private final Actors actors;
    private final ActorLinks links;
    private final Clock clock;
    private final Map<String, Ties> ties;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile Kept kept;

    Standings(ListStates states, Actors actors, ActorLinks links, Clock clock) {
        this.states = states;
        this.actors = actors;
        this.links = links;
        this.clock = clock;
        this.kept = new Kept(Map.of(), Map.of(), new ActorNames(actors, links, List.of()));
        this.ties = actors.all().stream().collect(Collectors.toMap(Actor::id, actor -> Ties.of(actor, actors, links)));
    }

    /** The lists as they were read, and what was asked about them since. */
    private record Kept(
            Map<ListId, String> stamps,
            Map<ListId, ListState> lists,
            ActorNames names,
            Map<Question, List<Standing>> answers) {
        Kept(Map<ListId, String> stamps, Map<ListId, ListState> lists, ActorNames names) {
            this(stamps, lists, names, new ConcurrentHashMap<>());
        }

        ListState list(ListId id) {
            return lists.getOrDefault(id, ListState.never(id));
        }
    }

    private record Question(String actor, LocalDate asOf, LocalDate today) {}

    void listen(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(SanctionsLists.CHANNEL, this::lookSoon);
        look();
    }

    /** The holder's standing on each list that was ever loaded, as of a day and as of now; none for nobody, and for one who is only described. */
    public List<Standing> of(@Nullable Party holder, LocalDate asOf) {
        String actor = holder == null ? null : holder.id();
        if (actor == null) {
            return List.of();
        }
        if (System.nanoTime() - lookedAt.get() > SLOW_POLL_NANOS) {
            lookSoon();
        }
        Kept now = kept;
        if (now.lists().isEmpty()) {
            return List.of();
        }
        if (now.answers().size() > MOST_REMEMBERED) {
            now.answers().clear();
        }
        return now.answers().computeIfAbsent(new Question(actor, asOf, today()), question -> standings(question, now));
    }

    /** The standing of several, one after the other. */
    public List<Standing> of(Collection<Party> parties, LocalDate asOf) {
        return parties.stream()
                .distinct()
                .flatMap(party -> of(party, asOf).stream())
                .toList();
    }

    private List<Standing> standings(Question question, Kept now) {
        Ties actor = tiesOf(question.actor());
        return Arrays.stream(ListId.values())
                .map(now::list)
                .filter(ListState::loaded)
                .map(list -> {
                    ListStanding then = StandingOf.standingOf(actor, question.asOf(), question.today(), list);
                    StandingKind today = StandingOf.standingOf(actor, question.today(), question.today(), list)
                            .standing();
                    return new Standing(
                            list.list().name(),
                            question.actor(),
                            then.standing(),
                            then.reference(),
                            then.since(),
                            today);
                })
                .toList();
    }

    /** The standing on every list with its reasons, also on those that were never loaded, by what is kept at this moment. */
    List<ListStanding> explained(String actor, LocalDate asOf) {
        look();
        Kept now = kept;
        LocalDate today = today();
        return Arrays.stream(ListId.values())
                .map(list -> StandingOf.standingOf(tiesOf(actor), asOf, today, now.list(list)))
                .toList();
    }

    /** What names mean, by what is kept at this moment. */
    ActorNames names() {
        look();
        return kept.names();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Ties tiesOf(String actor) {
        return ties.getOrDefault(actor, new Ties(actor, Set.of(), List.of()));
    }

    private void lookSoon() {
        if (looking.compareAndSet(false, true)) {
            lookedAt.set(System.nanoTime());
            Infrastructure.getDefaultWorkerPool().execute(() -> {
                looking.set(false);
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warnf("sanctions lists cannot be read, trying again: %s", e.getMessage());
                }
            });
        }
    }

    /** Reads the lists of which something is new. */
    private synchronized void look() {
        lookedAt.set(System.nanoTime());
        Map<ListId, String> stamps = states.stamps();
        Kept before = kept;
        if (stamps.equals(before.stamps())) {
            return;
        }
        Map<ListId, ListState> lists = new EnumMap<>(ListId.class);
        Function<ListId, ListState> fresh = states::load;
        stamps.forEach((list, stamp) ->
                lists.put(list, stamp.equals(before.stamps().get(list)) ? before.list(list) : fresh.apply(list)));
        kept = new Kept(stamps, lists, new ActorNames(actors, links, namedIn(lists.values())));
    }

    private static List<Named> namedIn(Collection<ListState> lists) {
        List<Named> named = new ArrayList<>();
        for (ListState list : lists) {
            list.entries().forEach((reference, spans) -> {
                Span last = spans.get(spans.size() - 1);
                if (last.to() == null) {
                    named.add(new Named(
                            new Entry(list.list().name(), reference),
                            last.entry().names().stream().map(EntryName::text).toList()));
                }
            });
        }
        return named;
    }
}
