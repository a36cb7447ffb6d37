package org.tocsin.alerts.alert;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.subscription.Area;
import org.tocsin.alerts.subscription.Filter;

/** Whether a change fits a filter: every part must, by any of its members; an empty part fits everything. */
final class Matching {
    private Matching() {}

    /**
     * @param told the change that made the state which this one only makes surer, when there is one; its kind and parties count too
     */
    static boolean fits(Filter filter, Change change, Optional<Known> told) {
        return isThere(filter, change)
                && any(filter.actors(), actor -> partiesOf(change, told).anyMatch(actor::equals))
                && any(filter.from(), actor -> losersOf(change, told).anyMatch(actor::equals))
                && any(filter.to(), actor -> winnersOf(change, told).anyMatch(actor::equals))
                && any(filter.sanctionedOn(), list -> isListedOn(list, change))
                && any(filter.kinds(), kind -> kindsOf(change, told).anyMatch(kind.name()::equals));
    }

    /** Whether it happened at a watched place within the area; of a change of an actor, whether it holds one such place. */
    static boolean isThere(Filter filter, Change change) {
        List<Change.Place> places = change.places();
        if (places.isEmpty()) {
            return filter.places().isEmpty() && Area.covers(filter, null);
        }
        Set<String> watched =
                filter.places().stream().map(Filter.WatchedPlace::id).collect(Collectors.toSet());
        return places.stream()
                .anyMatch(place -> (watched.isEmpty() || watched.contains(place.id())) && Area.covers(filter, place));
    }

    /** What the owner calls the place, or the first that he has a word for of those that the actor holds. */
    static Optional<String> referenceOf(Filter filter, Change change) {
        if (filter.places().isEmpty()) {
            return Optional.empty();
        }
        return change.places().stream()
                .flatMap(place -> filter.referenceOf(place.id()).stream())
                .findFirst();
    }

    private static <T> boolean any(List<T> part, Predicate<T> fits) {
        return part.isEmpty() || part.stream().anyMatch(fits);
    }

    private static Stream<String> kindsOf(Change change, Optional<Known> told) {
        return Stream.concat(Stream.of(change.kind()), told.map(Known::kind).stream());
    }

    private static Stream<String> losersOf(Change change, Optional<Known> told) {
        return ids(Stream.of(idOf(change.from()), told.map(Known::from).orElse(null)));
    }

    private static Stream<String> winnersOf(Change change, Optional<Known> told) {
        String holder =
                told.isPresent() && change.after() != null ? idOf(change.after().holder()) : null;
        return ids(Stream.of(idOf(change.to()), told.map(Known::to).orElse(null), holder));
    }

    private static Stream<String> partiesOf(Change change, Optional<Known> told) {
        Stream<String> ofStates = Stream.of(change.before(), change.after())
                .filter(Objects::nonNull)
                .flatMap(control -> Stream.concat(
                        ids(Stream.of(idOf(control.holder()))),
                        ids(control.parties().stream().map(party -> idOf(party.actor())))));
        return Stream.of(
                        losersOf(change, told), winnersOf(change, told), ids(Stream.of(idOf(change.actor()))), ofStates)
                .flatMap(all -> all);
    }

    private static Stream<String> ids(Stream<@Nullable String> some) {
        return some.filter(Objects::nonNull).map(id -> id);
    }

    private static @Nullable String idOf(Change.@Nullable Actor actor) {
        return actor == null ? null : actor.id();
    }

    /** Whether the list lists the holder after the change, or is the one that changed. */
    private static boolean isListedOn(String list, Change change) {
        if (change.sanctions() != null) {
            return list.equals(change.sanctions().list());
        }
        Change.Control after = change.after();
        return after != null
                && after.sanctions().stream()
                        .anyMatch(standing -> standing.list().equals(list)
                                && standing.standing().equals("LISTED"));
    }
}
