package org.tocsin.alerts.silence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.ChangeKind;
import org.tocsin.alerts.subscription.Filter;

/** What a silence is about, in the manner of a filter. */
@RegisterForReflection
@Schema(
        name = "SilenceMatchers",
        description =
                "The parts are ANDed, the members of a part ORed, an empty or absent part means all: with none, all"
                        + " that the owner is told.")
public record Matchers(
        @Schema(description = "Subscriptions of the owner.") @Size(max = 1_000) List<@NotNull UUID> subscriptions,

        @Schema(description = "Places by GeoNames id.", examples = "[\"99072\"]") @Size(max = 10_000) List<@NotNull @Pattern(regexp = Filter.PLACE, message = Filter.NOT_A_PLACE) String> places,

        @Schema(description = "ISO 3166-1 alpha-2 codes.", examples = "[\"IQ\"]") @Size(max = 300) List<@NotNull @Pattern(regexp = Filter.COUNTRY, message = Filter.NOT_A_COUNTRY) String> countries,

        @Schema(description = "Kinds of change.", examples = "[\"CONTESTED\"]") @Size(max = 20) List<@NotNull ChangeKind> kinds,

        @Schema(description = "Actors on either side, before or after.", examples = "[\"islamic-state\"]")
        @Size(max = 1_000) List<@NotNull @Pattern(regexp = Filter.SLUG, message = Filter.NOT_A_SLUG) String> actors) {
    static final Matchers ALL = new Matchers(List.of(), List.of(), List.of(), List.of(), List.of());

    public Matchers {
        subscriptions = orEmpty(subscriptions);
        places = orEmpty(places);
        countries = orEmpty(countries);
        kinds = orEmpty(kinds);
        actors = orEmpty(actors);
    }

    /** Whether it is about this subscription. */
    @JsonIgnore
    public boolean concerns(UUID subscription) {
        return subscriptions.isEmpty() || subscriptions.contains(subscription);
    }

    /** What it says of changes. */
    public Filter filter() {
        return new Filter(
                places.stream().map(id -> new Filter.WatchedPlace(id, null)).toList(),
                countries,
                List.of(),
                null,
                null,
                actors,
                List.of(),
                List.of(),
                List.of(),
                kinds);
    }

    /** Keeps nulls of members, which are refused by validation, by name. */
    private static <T> List<T> orEmpty(@Nullable List<T> members) {
        return members == null ? List.of() : members;
    }
}
