package org.tocsin.events.control;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;

/** Who holds one place. */
@Path("/places/{id}")
@Tag(name = "Control")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class PlaceControlResource {
    private final Places places;
    private final TimelineRows timelines;
    private final EvidenceRows evidence;
    private final ControlViews views;
    private final Clock clock;

    PlaceControlResource(
            Places places, TimelineRows timelines, EvidenceRows evidence, ControlViews views, Clock clock) {
        this.places = places;
        this.timelines = timelines;
        this.evidence = evidence;
        this.views = views;
        this.clock = clock;
    }

    @GET
    @Path("control")
    @Operation(summary = "Who holds a place")
    public ControlView control(
            @PathParam("id") @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @QueryParam("at") @Nullable String at,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("publishedUntil") @Nullable Instant publishedUntil) {
        Place place = Known.place(places, id);
        PlaceDay day = PlaceDay.of(at, clock);
        return views.of(
                place, day.at(place), timelineOf(id, knownAt, publishedUntil).at(day.at(place)));
    }

    private Timeline timelineOf(String id, @Nullable Instant knownAt, @Nullable Instant publishedUntil) {
        if (knownAt == null && publishedUntil == null) {
            return timelines.of(List.of(id)).getOrDefault(id, Timelines.baselineOf(null));
        }
        return Timelines.timelineOf(
                evidence.asOf(id, Optional.ofNullable(knownAt), Optional.ofNullable(publishedUntil)),
                timelines.baselineOf(id));
    }
}
