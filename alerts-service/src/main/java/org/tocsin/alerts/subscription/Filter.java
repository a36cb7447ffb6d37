package org.tocsin.alerts.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.ChangeKind;

/** Which changes a subscription is about: the parts are ANDed, the members of a part ORed; an empty or absent part means all. */
@RegisterForReflection
@Schema(
        description =
                "Which changes: the parts are ANDed, the members of a part ORed, an empty or absent part means all.")
public record Filter(
        @Schema(
                description =
                        "Places by GeoNames id, each with the owner's own reference, which comes back in the alert.")
        @Size(max = 10_000) List<@NotNull @Valid WatchedPlace> places,

        @Schema(description = "ISO 3166-1 alpha-2 codes.", examples = "[\"IQ\"]") @Size(max = 300) List<@NotNull @Pattern(regexp = COUNTRY, message = NOT_A_COUNTRY) String> countries,

        @Schema(description = "GeoNames admin1 codes.", examples = "[\"IQ.15\"]") @Size(max = 1_000) List<
                        @NotNull @Pattern(
                                regexp = "[A-Z]{2}\\.[A-Za-z0-9_]{1,20}",
                                message = "must be a GeoNames admin1 code such as IQ.15")
                        String>
                regions,

        @Schema(
                nullable = true,
                description =
                        "West, south, east, north in degrees; a west greater than east crosses the 180th meridian.",
                examples = "[38.7,29.0,48.8,37.4]")
        @Nullable List<@NotNull Double> bbox,

        @Schema(nullable = true, description = "A circle.") @Valid @Nullable Near near,

        @Schema(description = "Actors on either side, before or after.", examples = "[\"islamic-state\"]")
        @Size(max = 1_000) List<@NotNull @Pattern(regexp = SLUG, message = NOT_A_SLUG) String> actors,

        @Schema(description = "Actors that lose.", examples = "[\"government-of-iq\"]") @Size(max = 1_000) List<@NotNull @Pattern(regexp = SLUG, message = NOT_A_SLUG) String> from,

        @Schema(description = "Actors that gain.", examples = "[\"islamic-state\"]") @Size(max = 1_000) List<@NotNull @Pattern(regexp = SLUG, message = NOT_A_SLUG) String> to,

        @Schema(
                description = "Sanctions lists of which one lists the holder after the change.",
                examples = "[\"OFAC_SDN\"]")
        @Size(max = 20) List<@NotNull @Pattern(regexp = LISTS, message = NOT_A_LIST) String> sanctionedOn,

        @Schema(description = "Kinds of change.", examples = "[\"CHANGED_HANDS\"]") @Size(max = 20) List<@NotNull ChangeKind> kinds) {
    public static final String PLACE = "x?[0-9]{1,12}";
    public static final String NOT_A_PLACE = "must be a GeoNames id such as 99072";
    public static final String COUNTRY = "[A-Z]{2}";
    public static final String NOT_A_COUNTRY = "must be an ISO 3166-1 code such as IQ";
    public static final String SLUG = "[a-z0-9]+(-[a-z0-9]+){0,20}";
    public static final String NOT_A_SLUG = "must be the id of an actor such as islamic-state";
    static final String LISTS = "OFAC_SDN|OFAC_CONSOLIDATED|UN|UK|EU";
    static final String NOT_A_LIST = "must be one of OFAC_SDN, OFAC_CONSOLIDATED, UN, UK, EU";

    /** Matches everything. */
    public static final Filter ALL = new Filter(
            List.of(), List.of(), List.of(), null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Filter {
        places = orEmpty(places);
        countries = orEmpty(countries);
        regions = orEmpty(regions);
        actors = orEmpty(actors);
        from = orEmpty(from);
        to = orEmpty(to);
        sanctionedOn = orEmpty(sanctionedOn);
        kinds = orEmpty(kinds);
    }

    /** @param reference the owner's own word for why he watches the place, given back in the alert */
    @RegisterForReflection
    public record WatchedPlace(
            @Schema(description = "GeoNames id, or x and a number for a supplement.", examples = "99072")
            @NotNull @Pattern(regexp = PLACE, message = NOT_A_PLACE) String id,

            @Schema(
                    nullable = true,
                    description = "Any text of the owner's, given back in the alert.",
                    examples = "PO 4711")
            @Size(max = 200) @Pattern(regexp = PLAIN_TEXT, message = NOT_PLAIN) @Nullable String reference) {}

    /** @param km the radius */
    @RegisterForReflection
    public record Near(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("20040") Double km) {}

    public static final String PLAIN_TEXT = "[^\\p{Cntrl}]*";
    public static final String NOT_PLAIN = "must not hold control characters";

    /** What the owner calls this place. */
    public Optional<String> referenceOf(String place) {
        return places.stream()
                .filter(watched -> watched.id().equals(place))
                .flatMap(watched -> Optional.ofNullable(watched.reference()).stream())
                .findFirst();
    }

    /** The same with other places. */
    Filter withPlaces(List<WatchedPlace> others) {
        return new Filter(others, countries, regions, bbox, near, actors, from, to, sanctionedOn, kinds);
    }

    /** What is wrong with the box, continuing its name; empty when nothing is. */
    @JsonIgnore
    public Optional<String> troubleWithBox() {
        if (bbox == null) {
            return Optional.empty();
        }
        if (bbox.size() != 4 || bbox.contains(null)) {
            return Optional.of("must be four numbers: west, south, east, north");
        }
        boolean inside = bbox.stream().allMatch(Double::isFinite)
                && Math.abs(bbox.get(0)) <= 180
                && Math.abs(bbox.get(2)) <= 180
                && Math.abs(bbox.get(1)) <= 90
                && Math.abs(bbox.get(3)) <= 90
                && bbox.get(1) <= bbox.get(3);
        return inside ? Optional.empty() : Optional.of("must lie within -180, -90, 180, 90, its south below its north");
    }

    /** Keeps nulls of members, which are refused by validation, by name. */
    private static <T> List<T> orEmpty(@Nullable List<T> members) {
        return members == null ? List.of() : members;
    }
}
