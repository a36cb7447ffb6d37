package org.tocsin.events.event;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.place.Box;
import org.tocsin.events.place.Filter;
import org.tocsin.events.place.GeoJson;
import org.tocsin.events.place.Known;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Stored events. */
@Path("/events")
@RegisterForReflection(
        targets = {
            EventsResource.EventPage.class,
            EventView.class,
            EventView.ReportView.class,
            EventType.Codes.class,
            GeoJson.FeatureCollection.class,
            GeoJson.Feature.class,
            GeoJson.Point.class
        })
@Tag(name = "Events")
@Blocking
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class EventsResource {
    private static final String SLUG = "[a-z0-9-]{1,100}";
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Events events;
    private final Reports reports;
    private final Clock clock;

    EventsResource(Events events, Reports reports, Clock clock) {
        this.clock = clock;
        this.events = events;
        this.reports = reports;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "EventPage")
    public record EventPage(
            List<EventView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "Set what many reports say",
            description =
                    "The same as PUT /reports/{id}/events for up to 1,000 reports with 20,000 events in all. They are"
                            + " stored in portions of up to 1,000 reports and events together, each in one transaction that thinks"
                            + " again about every place once; after a failure send the whole call again, what is known is left as it"
                            + " is.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bulk.class),
                            examples = @ExampleObject(name = "one report", value = EventExamples.BULK)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each event of each report.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Bulk.BulkResult.class),
                            examples = @ExampleObject(name = "stored", value = EventExamples.BULK_RESULT)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Bulk.BulkResult bulk(@NotNull @Valid Bulk body) {
        Set<String> ids = new HashSet<>();
        int count = 0;
        for (int i = 0; i < body.reports().size(); i++) {
            Bulk.BulkReport report = body.reports().get(i);
            count += report.says().events().size();
            if (!ids.add(report.id())) {
                throw Problem.invalid("reports[" + i + "].id", "is given twice").asException();
            }
            ReportEventsResource.check("reports[" + i + "].says.", report.id(), report.says(), clock.instant());
        }
        if (count > 20_000) {
            throw Problem.invalid("reports", "must not have more than 20000 events in all")
                    .asException();
        }
        List<Submission> all = body.reports().stream()
                .map(report -> new Submission(report.id(), report.says()))
                .toList();
        List<ReportResult> results = new ArrayList<>();
        Submission.portions(all).forEach(portion -> results.addAll(reports.store(portion)));
        return new Bulk.BulkResult(results);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, GeoJson.MEDIA_TYPE, EventsCsv.MEDIA_TYPE})
    @Operation(
            summary = "Find events",
            description =
                    "The events that fit all parameters, in the order in which they were stored, as JSON, GeoJSON or CSV by the"
                            + " Accept header. The header Link tells the next page in each of these.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = EventPage.class),
                        examples = @ExampleObject(name = "JSON", value = EventExamples.PAGE)),
                @Content(
                        mediaType = GeoJson.MEDIA_TYPE,
                        schema = @Schema(implementation = GeoJson.FeatureCollection.class),
                        examples = @ExampleObject(name = "GeoJSON", value = EventExamples.FEATURES)),
                @Content(
                        mediaType = EventsCsv.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "CSV", value = EventExamples.CSV))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Response find(
            @Parameter(description = "Events at this place.", example = "99072")
                    @QueryParam("place")
                    @Nullable @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String place,
            @Parameter(description = "Events with this actor, as actor or target.", example = "islamic-state")
                    @QueryParam("actor")
                    @Nullable @Pattern(regexp = SLUG, message = "must be a slug: lower-case letters, digits and hyphens") String actor,
            @Parameter(description = "Events of this type.", example = "TERRITORY_SEIZED") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Events that occurred on this day or later.", example = "2014-06-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Events that occurred on this day or earlier.", example = "2014-06-30")
                    @QueryParam("to")
                    @Nullable LocalDate to,
            @Parameter(description = "Events in this box: west,south,east,north in degrees.", example = "42,35,45,37")
                    @QueryParam("bbox")
                    @Nullable String bbox,
            @Parameter(description = "ACTIVE unless told otherwise.") @QueryParam("status") @DefaultValue("ACTIVE")
                    String status,
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "must be the next of an earlier page") String after,
            @Parameter(
                            description = "How many at most.",
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
        checkDay("from", from);
        checkDay("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.invalid("to", "must not be before from").asException();
        }
        Filter filter = new Filter()
                .and("place = ?", place)
                .and("(actor = ? or target = ?)", actor)
                .and("type = ?", type == null ? null : word("type", type, EventType.values()))
                .and("occurred_on >= ?", from)
                .and("occurred_on <= ?", to)
                .in(bbox == null ? null : Box.parse(bbox))
                .and(
                        word("status", status, EventView.Status.values()).equals("ACTIVE")
                                ? "withdrawn_at is null"
                                : "withdrawn_at is not null")
                .and("serial > ?", after == null ? null : Long.valueOf(after));
        List<Events.Numbered> found = events.fitting(filter, limit + 1);
        boolean more = found.size() > limit;
        List<Events.Numbered> page = more ? found.subList(0, limit) : found;
        String next = more ? String.valueOf(page.get(page.size() - 1).serial()) : null;
        return answer(page.stream().map(Events.Numbered::event).toList(), next, request, uri);
    }

    private static String word(String name, String word, Enum<?>[] words) {
        if (Arrays.stream(words).noneMatch(known -> known.name().equals(word))) {
            throw Problem.invalid(name, "must be one of " + Arrays.toString(words))
                    .asException();
        }
        return word;
    }

    private static void checkDay(String name, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw Problem.invalid(name, "must be a day of the years 1 to 9999").asException();
        }
    }

    private static Response answer(List<EventView> page, @Nullable String next, Request request, UriInfo uri) {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        Map<MediaType, Object> forms = new HashMap<>();
        forms.put(json, new EventPage(page, next));
        forms.put(
                MediaType.valueOf(GeoJson.MEDIA_TYPE),
                GeoJson.collection(page.stream()
                        .map(event -> GeoJson.feature(event.id(), event.place(), event))
                        .toList()));
        forms.put(MediaType.valueOf(EventsCsv.MEDIA_TYPE), EventsCsv.of(page));
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(json, MediaType.valueOf(GeoJson.MEDIA_TYPE), MediaType.valueOf(EventsCsv.MEDIA_TYPE))
                        .build());
        MediaType type = chosen == null ? json : chosen.getMediaType();
        Response.ResponseBuilder response = Response.ok(forms.get(type), type).header("Vary", "Accept");
        if (next != null) {
            response.link(
                    uri.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
        }
        return response.build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get an event", description = "One event, also when its report no longer says it.")
    @APIResponse(
            responseCode = "200",
            description = "The event.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventView.class),
                            examples = @ExampleObject(name = "Mosul taken", value = EventExamples.EVENT)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no event with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public EventView event(
            @Parameter(description = "Id of the event.", example = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11-1-0-0")
                    @PathParam("id")
                    @Pattern(regexp = Inputs.ID, message = Inputs.ID_MESSAGE) String id) {
        return events.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no event with this id.")
                .asException());
    }
}
