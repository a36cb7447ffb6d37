package org.tocsin.alerts.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.Message;

/**
 * Which of the alerts that were held back about one place are still worth telling when the holding ends. Pure.
 *
 * <ul>
 *   <li>Of those about who holds the place now: the last that says what holds now, if that is as sure as asked for and not what the
 *       subscriber believes already. So a taking that was taken back, or made undone by another, is never told.
 *   <li>Of each other story (the past of the place, sanctions of an actor): the last, unless it was taken back.
 * </ul>
 */
final class StillHolds {
    private StillHolds() {}

    /**
     * One alert of the place, in their order.
     *
     * @param held false for one that was sent meanwhile
     */
    record Told(UUID id, Message message, String root, Change change, boolean held) {
        boolean isOfNow() {
            return change.current() && change.after() != null;
        }

        boolean isCancelled() {
            return message == Message.CANCEL || change.kind().equals("RETRACTED");
        }
    }

    /** What is believed of a place, as far as it is worth telling. */
    private record Belief(String state, @Nullable String holder, Set<String> parties, boolean reached) {
        static Belief of(Change.Control control, Assurance threshold) {
            Set<String> parties = new TreeSet<>();
            control.parties().forEach(party -> parties.add(Objects.toString(nameOf(party.actor()))));
            return new Belief(
                    control.state(),
                    nameOf(control.holder()),
                    parties,
                    control.assurance().reaches(threshold));
        }

        boolean isLike(Belief other) {
            return state.equals(other.state) && Objects.equals(holder, other.holder) && parties.equals(other.parties);
        }

        private static @Nullable String nameOf(Change.@Nullable Actor actor) {
            return actor == null ? null : actor.id() == null ? actor.name() : actor.id();
        }
    }

    /**
     * @param lane all alerts of the subscription about the place from the first that is held on
     * @param now what holds at the place; null when it is not known
     * @return the ids of those to be told
     */
    static Set<UUID> of(List<Told> lane, Change.@Nullable Control now, Assurance threshold) {
        Set<UUID> telling = new HashSet<>();
        List<Told> ofNow = lane.stream().filter(Told::isOfNow).toList();
        stateOf(ofNow, now, threshold).ifPresent(telling::add);
        Map<String, List<Told>> stories = new LinkedHashMap<>();
        lane.stream().filter(told -> !told.isOfNow()).forEach(told -> stories.computeIfAbsent(
                        told.root(), root -> new ArrayList<>())
                .add(told));
        for (List<Told> story : stories.values()) {
            Told last = story.get(story.size() - 1);
            if (last.held() && story.stream().noneMatch(Told::isCancelled)) {
                telling.add(last.id());
            }
        }
        return telling;
    }

    private static Optional<UUID> stateOf(List<Told> lane, Change.@Nullable Control known, Assurance threshold) {
        if (lane.stream().noneMatch(Told::held)) {
            return Optional.empty();
        }
        Change.Control last = after(lane.get(lane.size() - 1));
        Belief now = Belief.of(known == null ? last : known, threshold);
        if (!now.reached() || isBelieved(now, lane, threshold)) {
            return Optional.empty();
        }
        return lane.stream()
                .filter(told -> told.held()
                        && !told.isCancelled()
                        && Belief.of(after(told), threshold).equals(now))
                .reduce((first, second) -> second)
                .map(Told::id);
    }

    /** Whether the subscriber believes it already: he was told so last, or it was so before all this. */
    private static boolean isBelieved(Belief now, List<Told> lane, Assurance threshold) {
        Change.Control control = lane.stream()
                .filter(told -> !told.held())
                .reduce((first, second) -> second)
                .map(told -> told.change().after())
                .orElse(lane.get(0).change().before());
        if (control == null) {
            return false;
        }
        Belief believed = Belief.of(control, threshold);
        // What goes without saying, and holds again after something else, is no news; that a source says it now for the
        // first time is.
        boolean again = control.assurance() == Assurance.BASELINE
                && lane.stream().anyMatch(told -> !now.isLike(Belief.of(after(told), threshold)));
        return believed.isLike(now) && (believed.reached() || again);
    }

    private static Change.Control after(Told told) {
        return Objects.requireNonNull(told.change().after());
    }
}
