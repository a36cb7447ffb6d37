package org.tocsin.events.control;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;

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
    private final TimelineRows timelines;
    private final Places places;
    private final ControlViews views;
    private final Clock clock;

    ControlResource(TimelineRows timelines, Places places, ControlViews views, Clock clock) {
        this.timelines = timelines;
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
                            + " GeoJSON by the Accept header. All other places are held by their baseline holder. The header Link tells"
                            + " the next page.")
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
        TimelineRows.Page page = timelines.aboveBaseline(
                country == null ? null : country.toUpperCase(Locale.ROOT),
                bbox == null ? null : Box.parse(bbox),
                day,
                after,
                limit);
        List<ControlView> items = new ArrayList<>();
        page.controls().forEach((id, control) -> {
            Place place = Known.place(places, id);
            items.add(views.of(place, day.at(place), control));
        });
        return answer(items, page.next(), request, uri);
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
