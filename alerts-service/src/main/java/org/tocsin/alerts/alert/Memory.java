package org.tocsin.alerts.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangeKind;
import org.tocsin.alerts.change.Message;

/** What earlier changes said and who was told of them; grows while a page of changes is gone through. */
final class Memory {
    private static final Set<String> BASES = Set.of("CHANGED_HANDS", "CONTESTED", "HELD_AFTER_ALL");

    private record Told(UUID subscription, String root) {}

    private record Once(UUID subscription, String change) {}

    private final Map<String, Known> changes = new HashMap<>();
    private final Map<String, Known> bases = new HashMap<>();
    private final Map<Told, List<UUID>> alerts = new HashMap<>();
    private final Set<Once> done = new HashSet<>();

    void know(Known change) {
        changes.put(change.id(), change);
    }

    /** The change that made the state of a place which holds now. */
    void base(String subject, Known change) {
        bases.put(subject, change);
    }

    void told(UUID subscription, String change, String root, UUID alert) {
        done.add(new Once(subscription, change));
        alerts.computeIfAbsent(new Told(subscription, root), t -> new ArrayList<>())
                .add(alert);
    }

    boolean knows(String change) {
        return changes.containsKey(change);
    }

    /** What {@link #add} made of the change. */
    Known of(Change change) {
        return Objects.requireNonNull(changes.get(change.id()));
    }

    boolean isDone(UUID subscription, String change) {
        return done.contains(new Once(subscription, change));
    }

    /** The alerts that a subscription got about a change and what followed from it, oldest first. */
    List<UUID> alertsAbout(UUID subscription, String root) {
        return alerts.getOrDefault(new Told(subscription, root), List.of());
    }

    /** What the change takes further, or back: what it revises; else, for one that is no beginning, what made the present state. */
    Optional<Known> before(Change change) {
        if (change.revises() != null) {
            String revised = change.revises();
            return Optional.of(changes.getOrDefault(revised, new Known(revised, revised, "", null, null)));
        }
        boolean beginning = ChangeKind.messageOf(change.kind()) == Message.ALERT;
        return beginning || !change.current() ? Optional.empty() : Optional.ofNullable(bases.get(change.subject()));
    }

    /** Takes the change in, as {@link #before} found it to be. */
    Known add(Change change) {
        String root = before(change).map(Known::root).orElse(change.id());
        Known known = new Known(
                change.id(),
                root,
                change.kind(),
                change.from() == null ? null : change.from().id(),
                change.to() == null ? null : change.to().id());
        changes.put(known.id(), known);
        if (change.kind().equals("RETRACTED")) {
            bases.values().removeIf(base -> base.root().equals(root));
        }
        if (change.current() && BASES.contains(change.kind())) {
            bases.put(change.subject(), known);
        }
        return known;
    }
}
