package org.tocsin.events.control;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.place.Box;
import org.tocsin.events.place.GeoJson;
import org.tocsin.events.place.Known;
import org.tocsin.events.place.PlaceView;
import org.tocsin.events.sanctions.Standing;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Who holds what in a country or a box. */
@Path("/control")
@RegisterForReflection(
        targets = {
            ControlResource.ControlPage.class,
            ControlView.class,
            ControlView.PartyShare.class,
            ControlView.EvidenceIds.class,
            Standing.class,
            PlaceView.class
        })
@Tag(name = "Control")
@Blocking
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class ControlResource {
    private static final int MOST_PLACES = 500;

    private final ControlRows rows;
    private final Countries countries;
    private final Places places;
    private final ControlViews views;
    private final Clock clock;

    ControlResource(ControlRows rows, Countries countries, Places places, ControlViews views, Clock clock) {
        this.rows = rows;
        this.countries = countries;
        this.places = places;
        this.views = views;
        this.clock = clock;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "ControlPage")
    public record ControlPage(
            List<ControlView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, GeoJson.MEDIA_TYPE})
    @Operation(
            summary = "Who holds what",
            description =
                    "Every place about whose holder something is recorded for that day, in the order of place ids, as JSON or"
                            + " GeoJSON by the Accept header. All other places are held by their baseline holder. With `place` the"
                            + " named places, also those of which nothing is recorded. What is given of places, country, region and box"
                            + " must fit together. The header Link tells the next page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of places with their control.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ControlPage.class),
                        examples = @ExampleObject(name = "JSON", value = ControlExamples.PAGE)),
                @Content(
                        mediaType = GeoJson.MEDIA_TYPE,
                        schema = @Schema(implementation = GeoJson.FeatureCollection.class),
                        examples = @ExampleObject(name = "GeoJSON", value = ControlExamples.FEATURES))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Response control(
            @Parameter(description = "Places in this country, ISO 3166-1 alpha-2.", example = "IQ")
                    @QueryParam("country")
                    @Nullable @Pattern(regexp = "[A-Za-z]{2}", message = "must be an ISO 3166-1 alpha-2 code") String country,
            @Parameter(description = "Places in this first-level division, a GeoNames code.", example = "UA.14")
                    @QueryParam("region")
                    @Nullable @Pattern(
                            regexp = "[A-Z]{2}\\.[A-Za-z0-9]{1,20}",
                            message = "must be a GeoNames admin1 code such as UA.14")
                    String region,
            @Parameter(description = "These places; may be given up to 500 times.", example = "[\"99072\"]")
                    @QueryParam("place")
                    @Size(max = MOST_PLACES, message = "must not be given more than 500 times") List<String> place,
            @Parameter(description = "Places in this box: west,south,east,north in degrees.", example = "42,35,45,37")
                    @QueryParam("bbox")
                    @Nullable String bbox,
            @Parameter(
                            description =
                                    "A day, or an instant, which means each place's local day; today when left out.",
                            example = "2014-06-20")
                    @QueryParam("at")
                    @Nullable String at,
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = Known.PLACE, message = "must be the next of an earlier page") String after,
            @Parameter(
                            description = "How many places at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(1000) Integer limit,
            @Context Request request,
            @Context UriInfo uri) {
        PlaceDay day = PlaceDay.of(at, clock);
        ControlRows.Area area = new ControlRows.Area(
                country == null ? null : knownCountry(country.toUpperCase(Locale.ROOT)),
                region == null ? null : knownRegion(region),
                bbox == null ? null : Box.parse(bbox));
        // An empty value is left out of the list; it is no question about all places.
        boolean named = uri.getQueryParameters().containsKey("place");
        ControlRows.Page page =
                named ? rows.among(known(place), area, day, after, limit) : rows.aboveBaseline(area, day, after, limit);
        List<ControlView> items = new ArrayList<>();
        page.controls().forEach((id, control) -> {
            Place held = Known.place(places, id);
            items.add(views.of(held, day.at(held), control));
        });
        return answer(items, page.next(), request, uri);
    }

    private String knownCountry(String code) {
        if (countries.byCode(code).isEmpty()) {
            throw Problem.invalid("country", "is not the code of a known country")
                    .asException();
        }
        return code;
    }

    private String knownRegion(String region) {
        if (countries.admin1Name(region).isEmpty()) {
            throw Problem.invalid("region", "is not the code of a known first-level division")
                    .asException();
        }
        return region;
    }

    private List<Place> known(List<String> ids) {
        if (ids.isEmpty() || !ids.stream().allMatch(id -> id.matches(Known.PLACE))) {
            throw Problem.invalid("place", Known.PLACE_MESSAGE).asException();
        }
        List<Problem.FieldError> unknown = ids.stream()
                .distinct()
                .filter(id -> places.byId(id).isEmpty())
                .map(id -> new Problem.FieldError("place", id + " is not the id of a known place"))
                .toList();
        if (!unknown.isEmpty()) {
            String detail = unknown.stream().map(Problem.FieldError::detail).collect(Collectors.joining("; ")) + ".";
            throw Problem.of(ProblemKind.INVALID_REQUEST, detail, unknown).asException();
        }
        return ids.stream().map(id -> Known.place(places, id)).toList();
    }

    private static Response answer(
            List<ControlView> items, @Schema(nullable = true) @Nullable String next, Request request, UriInfo uri) {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        MediaType geo = MediaType.valueOf(GeoJson.MEDIA_TYPE);
        Variant chosen = request.selectVariant(Variant.mediaTypes(json, geo).build());
        boolean asGeo = chosen != null && chosen.getMediaType().isCompatible(geo);
        Object body = asGeo
                ? GeoJson.collection(items.stream()
                        .map(control -> GeoJson.feature(control.place().id(), control.place(), control))
                        .toList())
                : new ControlPage(items, next);
        Response.ResponseBuilder response =
                Response.ok(body, asGeo ? geo : json).header("Vary", "Accept");
        if (next != null) {
            response.link(
                    uri.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
        }
        return response.build();
    }
}
