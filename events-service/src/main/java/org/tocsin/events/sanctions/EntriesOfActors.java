package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.ListNews.EntryNews;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.list.Aspect;
import org.tocsin.events.sanctions.list.EntryChange;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLink.Relation;

/** Which differences between two versions of a list are about which actors. Pure. */
final class EntriesOfActors {
    private static final int MOST_NAMES = 20;
    private static final Set<Aspect> TOLD = Set.of(Aspect.NAME, Aspect.ALIAS, Aspect.PROGRAMME, Aspect.REFERENCE);

    private EntriesOfActors() {}

    /**
     * By actor, the differences of entries to which it is linked itself, and of those that bear its name and about which nobody has decided. Remarks,
     * addresses and days are no news.
     *
     * @param links of the list
     * @param namesakes the actors of which an entry bears a name though nobody has decided about it
     */
    static Map<String, List<EntryNews>> of(
            Collection<EntryChange> changes,
            Collection<ActorLink> links,
            LocalDate day,
            Function<ListEntry, Set<String>> namesakes) {
        Map<String, List<ActorLink>> byReference = new TreeMap<>();
        links.stream().filter(link -> link.heldOn(day)).forEach(link -> byReference
                .computeIfAbsent(link.reference(), reference -> new ArrayList<>())
                .add(link));
        Map<String, List<EntryNews>> found = new TreeMap<>();
        for (EntryChange change : changes) {
            if (change.ofIdentity()) {
                actorsOf(change, byReference, namesakes)
                        .forEach((actor, relation) -> found.computeIfAbsent(actor, id -> new ArrayList<>())
                                .add(news(change, relation.orNull())));
            }
        }
        return found;
    }

    /** A relation, or that there is none yet. */
    private record Tied(List<Relation> relations) {
        @Nullable Relation orNull() {
            return relations.isEmpty() ? null : relations.get(0);
        }
    }

    private static Map<String, Tied> actorsOf(
            EntryChange change, Map<String, List<ActorLink>> links, Function<ListEntry, Set<String>> namesakes) {
        Map<String, Tied> actors = new TreeMap<>();
        for (ListEntry entry : forms(change)) {
            links.getOrDefault(entry.reference(), List.of())
                    .forEach(link -> actors.putIfAbsent(link.actor(), new Tied(List.of(link.relation()))));
            namesakes.apply(entry).forEach(actor -> actors.putIfAbsent(actor, new Tied(List.of())));
        }
        return actors;
    }

    private static List<ListEntry> forms(EntryChange change) {
        List<ListEntry> forms = new ArrayList<>();
        if (change.after() != null) {
            forms.add(change.after());
        }
        if (change.before() != null) {
            forms.add(change.before());
        }
        return forms;
    }

    private static EntryNews news(EntryChange change, @Nullable Relation relation) {
        List<ListEntry> forms = forms(change);
        ListEntry shown = forms.get(0);
        TreeSet<Aspect> amended = new TreeSet<>(change.aspects());
        amended.retainAll(TOLD);
        boolean amendment = change.kind() == EntryChange.Kind.AMENDED;
        return new EntryNews(
                change.kind(),
                change.reference(),
                shown.name(),
                relation,
                amended,
                amendment ? without(change.after(), change.before()) : List.of(),
                amendment ? without(change.before(), change.after()) : List.of(),
                shown.programmes());
    }

    /** Names of one form that the other has not. */
    private static List<String> without(@Nullable ListEntry one, @Nullable ListEntry other) {
        if (one == null || other == null) {
            return List.of();
        }
        Set<String> had = new HashSet<>();
        other.names().forEach(name -> had.add(name.text()));
        return one.names().stream()
                .map(EntryName::text)
                .filter(name -> !had.contains(name))
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }
}
