package org.tocsin.events.place;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** The gazetteer. */
@Path("/places")
@Tag(name = "Places")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class PlacesResource {
    private static final int MOST = 100;

    private final Places places;
    private final Countries countries;

    PlacesResource(Places places, Countries countries) {
        this.places = places;
        this.countries = countries;
    }

    /** @param next always null: the list is whole */
    @Schema(name = "PlacePage")
    public record PlacePage(
            List<PlaceDetail> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * A place with what tells it from others of its name.
     *
     * @param region name of the first-level division
     * @param population as GeoNames has it; 0 where it is not known
     * @param feature GeoNames feature code
     * @param timeZone IANA name; the place's days are days there
     */
    @Schema(name = "PlaceDetail")
    public record PlaceDetail(
            @Schema(examples = "99072") String id,
            @Schema(examples = "Mosul") String name,
            @Schema(examples = "IQ") String country,
            @Schema(examples = "IQ.15") String admin1,
            @Schema(examples = "Nineveh") String region,
            @Schema(examples = "36.335") double latitude,
            @Schema(examples = "43.11889") double longitude,
            @Schema(examples = "1683000") long population,
            @Schema(examples = "PPLA") String feature,
            @Schema(examples = "Asia/Baghdad") String timeZone) {}

    @GET
    @Operation(
            summary = "Find places by name",
            description =
                    "The places of that name, most populous first, at most 100. Case, accents and the usual transliterations"
                            + " of a name are one.")
    @APIResponse(
            responseCode = "200",
            description = "The places; none when the name is not known.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlacePage.class),
                            examples = @ExampleObject(name = "Mosul", value = PlaceExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public PlacePage named(
            @Parameter(description = "The name, in any spelling.", example = "Mosul")
                    @QueryParam("name")
                    @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters") String name) {
        return new PlacePage(
                places.named(name).stream().limit(MOST).map(this::detail).toList(), null);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a place", description = "One place of the gazetteer.")
    @APIResponse(
            responseCode = "200",
            description = "The place.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlaceDetail.class),
                            examples = @ExampleObject(name = "Mosul", value = PlaceExamples.PLACE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no place with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public PlaceDetail place(
            @Parameter(description = "GeoNames id, or x and a number.", example = "99072")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id) {
        return detail(Known.place(places, id));
    }

    private PlaceDetail detail(Place place) {
        return new PlaceDetail(
                place.id(),
                place.name(),
                place.country(),
                place.admin1(),
                countries.admin1Name(place.admin1()),
                place.latitude(),
                place.longitude(),
                place.population(),
                place.feature(),
                place.timeZone());
    }
}
