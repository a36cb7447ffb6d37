package org.tocsin.alerts.alert;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
        Change.Place place = change.place();
        return any(filter.places(), watched -> place != null && watched.id().equals(place.id()))
                && Area.covers(filter, place)
                && any(filter.actors(), actor -> partiesOf(change, told).anyMatch(actor::equals))
                && any(filter.from(), actor -> losersOf(change, told).anyMatch(actor::equals))
                && any(filter.to(), actor -> winnersOf(change, told).anyMatch(actor::equals))
                && any(filter.sanctionedOn(), list -> isListedOn(list, change.after()))
                && any(filter.kinds(), kind -> kindsOf(change, told).anyMatch(kind.name()::equals));
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

    private static boolean isListedOn(String list, Change.@Nullable Control after) {
        return after != null
                && after.sanctions().stream()
                        .anyMatch(standing -> standing.list().equals(list)
                                && standing.standing().equals("LISTED"));
    }
}
