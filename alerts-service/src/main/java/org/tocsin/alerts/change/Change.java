package org.tocsin.alerts.change;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alerts-service reads of a change in the feed of events-service.
 *
 * @param kind one of {@link ChangeKind}, or a kind that a later events-service added
 * @param place null for a change that concerns an actor
 * @param revises the earlier change that this one takes further, or back
 * @param sanctions what a sanctions list altered about the actor; null for a change that concerns a place
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Change(
        String id,
        String kind,
        @Nullable Place place,
        @Nullable Actor actor,
        @Nullable Actor from,
        @Nullable Actor to,
        @Nullable Control before,
        @Nullable Control after,
        Instant recordedAt,
        boolean current,
        boolean live,
        @Nullable String revises,
        @Nullable Sanctions sanctions) {
    /** @param admin1 the region's GeoNames code, such as {@code IQ.15} */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(
            String id,
            String name,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** @param id null for an actor that was only described */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Actor(@Nullable String id, String name) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Control(
            String state, @Nullable Actor holder, List<Party> parties, Assurance assurance, List<Standing> sanctions) {
        public Control {
            parties = parties == null ? List.of() : List.copyOf(parties);
            sanctions = sanctions == null ? List.of() : List.copyOf(sanctions);
        }
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Party(@Nullable Actor actor) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Standing(String list, String standing) {}

    /** @param places what the actor holds by evidence */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sanctions(String list, List<Place> places) {
        public Sanctions {
            places = places == null ? List.of() : List.copyOf(places);
        }
    }

    /** Where it happened; of a change of an actor, what that actor holds. */
    public List<Place> places() {
        if (place != null) {
            return List.of(place);
        }
        return sanctions == null ? List.of() : sanctions.places();
    }

    /** What the change is about, as the path of a resource of events-service; alerts about it are numbered and ordered. */
    public String subject() {
        if (place != null) {
            return "places/" + place.id();
        }
        return actor != null && actor.id() != null ? "actors/" + actor.id() : "changes/" + id;
    }
}
