package org.tocsin.alerts.watchlist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.reference.PlaceMatch;
import org.tocsin.alerts.reference.ReferenceClient;
import org.tocsin.alerts.subscription.Filter.WatchedPlace;
import org.tocsin.alerts.subscription.WatchedPlaces;

/** Looks the lines of a list up, and lets a subscription watch what they mean: all that is wanted, or nothing. */
@ApplicationScoped
class WatchLists {
    /** What is stored of a list. */
    enum Apply {
        NEVER,
        IF_ALL_MATCH,
        MATCHED
    }

    private final ReferenceClient reference;
    private final WatchedPlaces places;
    private final Duration timeout;

    WatchLists(
            ReferenceClient reference,
            WatchedPlaces places,
            @ConfigProperty(name = "tocsin.watch-lists.timeout", defaultValue = "PT10S") Duration timeout) {
        this.reference = reference;
        this.places = places;
        this.timeout = timeout;
    }

    /**
     * @param replace whether the list takes the place of what is watched; else it is added
     * @return empty when there is no such subscription
     * @throws IOException when events-service does not answer; nothing was stored
     */
    Optional<WatchListResult> take(
            UUID subscription, @Nullable String owner, List<Line> lines, boolean replace, Apply apply)
            throws IOException {
        if (places.of(subscription, owner).isEmpty()) {
            return Optional.empty();
        }
        List<WatchListResult.Item> items = items(lines);
        List<WatchedPlace> matched = watched(items);
        boolean all = items.stream().allMatch(item -> item.status() == WatchListResult.Status.MATCHED);
        boolean applied = !matched.isEmpty() && (apply == Apply.MATCHED || (apply == Apply.IF_ALL_MATCH && all));
        Optional<List<WatchedPlace>> now =
                applied ? places.change(subscription, owner, matched, replace) : places.of(subscription, owner);
        return now.map(List::size).map(size -> {
            WatchListResult counted = new WatchListResult(applied, items.size(), 0, 0, 0, 0, size, items);
            return new WatchListResult(
                    applied,
                    items.size(),
                    counted.count(WatchListResult.Status.MATCHED),
                    counted.count(WatchListResult.Status.AMBIGUOUS),
                    counted.count(WatchListResult.Status.UNKNOWN),
                    counted.count(WatchListResult.Status.MALFORMED),
                    size,
                    items);
        });
    }

    /** A place with its name, as far as events-service tells it. */
    @RegisterForReflection
    record Named(
            String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String reference) {}

    /** What a subscription watches; empty when there is none such. */
    Optional<List<Named>> of(UUID subscription, @Nullable String owner) {
        return places.of(subscription, owner).map(this::named);
    }

    private List<Named> named(List<WatchedPlace> watched) {
        List<PlaceMatch> found;
        try {
            found = reference.matches(
                    watched.stream()
                            .map(place -> new PlaceMatch.Line(place.id(), null))
                            .toList(),
                    timeout);
        } catch (IOException e) {
            // The list is worth having without the names.
            return watched.stream()
                    .map(place -> new Named(place.id(), null, null, place.reference()))
                    .toList();
        }
        List<Named> named = new ArrayList<>(watched.size());
        for (int i = 0; i < watched.size(); i++) {
            WatchedPlace place = watched.get(i);
            var known = found.get(i).place();
            named.add(new Named(
                    place.id(),
                    known == null ? null : known.name(),
                    known == null ? null : known.country(),
                    place.reference()));
        }
        return named;
    }

    private List<WatchListResult.Item> items(List<Line> lines) throws IOException {
        Iterator<PlaceMatch> found = reference
                .matches(
                        lines.stream()
                                .filter(line -> line.trouble() == null)
                                .map(line -> new PlaceMatch.Line(line.text(), line.country()))
                                .toList(),
                        timeout)
                .iterator();
        Map<String, Integer> first = new HashMap<>();
        List<WatchListResult.Item> items = new ArrayList<>(lines.size());
        for (Line line : lines) {
            items.add(line.trouble() == null ? item(line, found.next(), first) : malformed(line, line.trouble()));
        }
        return items;
    }

    private static WatchListResult.Item malformed(Line line, String trouble) {
        return new WatchListResult.Item(
                line.number(), line.text(), WatchListResult.Status.MALFORMED, null, null, List.of(), trouble);
    }

    private static WatchListResult.Item item(Line line, PlaceMatch match, Map<String, Integer> first) {
        String detail = match.detail();
        if (match.place() != null) {
            Integer before = first.putIfAbsent(match.place().id(), line.number());
            if (before != null) {
                detail = "the same place as in line " + before + "; the later reference counts";
            }
        }
        return new WatchListResult.Item(
                line.number(),
                line.text(),
                WatchListResult.Status.valueOf(match.status().name()),
                match.place(),
                line.reference(),
                match.candidates(),
                detail);
    }

    private static List<WatchedPlace> watched(List<WatchListResult.Item> items) {
        return items.stream()
                .filter(item -> item.place() != null)
                .map(item -> new WatchedPlace(
                        java.util.Objects.requireNonNull(item.place()).id(), item.reference()))
                .toList();
    }
}
