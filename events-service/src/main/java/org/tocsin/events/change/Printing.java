package org.tocsin.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Events;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.publisher.Publishers;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;

/** Gathers what the printable page of a change shows. */
@Singleton
class Printing {
    private final Feed feed;
    private final Explanations explanations;
    private final Events events;
    private final Publishers publishers;
    private final Countries countries;
    private final ObjectMapper json;
    private final Clock clock;
    private final String docs;
    private final String version;

    Printing(
            Feed feed,
            Explanations explanations,
            Events events,
            Publishers publishers,
            Countries countries,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "tocsin.docs.address") Optional<String> docs,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.feed = feed;
        this.explanations = explanations;
        this.events = events;
        this.publishers = publishers;
        this.countries = countries;
        this.json = json;
        this.clock = clock;
        this.docs = docs.orElse("");
        this.version = version;
    }

    Printable of(ExplainedChange explained) {
        ChangeView change = explained.change();
        EventView cause = causeOf(explained);
        List<EventView> shown = Stream.of(
                        explained.explanation().supporting().stream(),
                        explained.explanation().against().stream(),
                        Stream.ofNullable(cause))
                .flatMap(part -> part)
                .toList();
        Map<String, String> sentences = new HashMap<>();
        shown.forEach(event -> sentences.put(event.id(), sentenceOf(event)));
        PlaceView place = change.place();
        return new Printable(
                explained,
                sentences,
                publishers.of(shown.stream()
                        .map(event -> event.report().publisher())
                        .distinct()
                        .toList()),
                cause,
                change.revises() == null
                        ? null
                        : feed.byId(UUID.fromString(change.revises()))
                                .map(explanations::read)
                                .orElse(null),
                place == null
                        ? List.of()
                        : feed.revising(place.id(), UUID.fromString(change.id())).stream()
                                .map(explanations::read)
                                .toList(),
                place == null
                        ? ""
                        : countries.byCode(place.country()).map(Country::name).orElse(place.country()),
                place == null ? "" : countries.admin1Name(place.admin1()),
                docs,
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                version);
    }

    private @Nullable EventView causeOf(ExplainedChange explained) {
        String type = explained.change().cause().type();
        return type.equals("event") || type.equals("withdrawal")
                ? events.byIds(List.of(explained.change().cause().id())).stream()
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private String sentenceOf(EventView event) {
        try {
            return json.readTree(event.evidence()).path("sentence").path("text").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
