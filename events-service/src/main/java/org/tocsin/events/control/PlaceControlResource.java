package org.tocsin.events.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.event.EventView;
import org.tocsin.events.place.Known;
import org.tocsin.events.place.PlaceView;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Who holds one place. */
@Path("/places/{id}")
@Tag(name = "Control")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class PlaceControlResource {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9998-12-31T00:00:00Z");

    private final Places places;
    private final StoredTimelines stored;
    private final Records records;
    private final RulesInForce rules;
    private final ControlViews views;
    private final Reasons reasons;
    private final Clock clock;

    PlaceControlResource(
            Places places,
            StoredTimelines stored,
            Records records,
            RulesInForce rules,
            ControlViews views,
            Reasons reasons,
            Clock clock) {
        this.places = places;
        this.stored = stored;
        this.records = records;
        this.rules = rules;
        this.views = views;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * @param from first day; null for always
     * @param to first day after it; null for still
     * @param explanation who holds the place, by which rule, and who says so, in sentences
     * @param supporting the events for it; null unless asked for
     * @param against the events against it; null unless asked for
     */
    @Schema(name = "Interval")
    public record IntervalView(
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to,
            ControlView control,
            String explanation,

            @Schema(name = "for", nullable = true) @JsonProperty("for") @Nullable List<EventView> supporting,

            @Schema(nullable = true) @Nullable List<EventView> against) {}

    /** Control with its explanation beside its fields; the events are null unless asked for. */
    @Schema(name = "ExplainedControl")
    @RegisterForReflection
    public record ExplainedControl(
            @JsonUnwrapped ControlView control,
            String explanation,

            @Schema(name = "for", nullable = true) @JsonProperty("for") @Nullable List<EventView> supporting,

            @Schema(nullable = true) @Nullable List<EventView> against) {}

    /** @param next always null: the list is whole */
    @Schema(name = "Timeline")
    public record TimelineView(
            PlaceView place,
            List<IntervalView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Path("control")
    @Operation(
            summary = "Who holds a place",
            description =
                    "The state at the end of a day. Without knownAt and publishedUntil as believed now; with them computed from"
                            + " what was recorded, or published, by then. The rules are in docs/control.md. `explanation` says it in"
                            + " words; with `explain` it says also who says so, and the events come along.")
    @APIResponse(
            responseCode = "200",
            description = "Who holds it, how sure that is, and why.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ExplainedControl.class),
                            examples = @ExampleObject(name = "Mosul taken", value = ControlExamples.EXPLAINED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no place with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public ExplainedControl control(
            @Parameter(description = "GeoNames id, or x and a number.", example = "99072")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @Parameter(
                            description =
                                    "A day, or an instant, which means the place's local day; today when left out.",
                            example = "2014-06-20")
                    @QueryParam("at")
                    @Nullable String at,
            @Parameter(description = "As recorded at this time.") @QueryParam("knownAt") @Nullable Instant knownAt,
            @Parameter(description = "As published by this time.") @QueryParam("publishedUntil") @Nullable Instant publishedUntil,
            @Parameter(description = "Whether the events for and against come along.")
                    @QueryParam("explain")
                    @DefaultValue("false")
                    boolean explain) {
        Place place = Known.place(places, id);
        LocalDate day = PlaceDay.of(at, clock).at(place);
        Control control = knownAt == null && publishedUntil == null
                ? stored.at(place.id(), day)
                : timelineOf(place.id(), knownAt, publishedUntil).at(day);
        return reasons.of(views.of(place, day, control), explain);
    }

    @GET
    @Path("timeline")
    @Operation(
            summary = "Who held a place when",
            description =
                    "The intervals of the place's timeline without a gap, the first from always, the last until still, each with"
                            + " an `explanation`. With `explain` it says also who says so, and the events for and against come along; of"
                            + " a timeline that cites more than 2,000 events, those of its last intervals.")
    @APIResponse(
            responseCode = "200",
            description = "The timeline.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineView.class),
                            examples = @ExampleObject(name = "Mosul", value = ControlExamples.TIMELINE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no place with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public TimelineView timeline(
            @Parameter(description = "GeoNames id, or x and a number.", example = "99072")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @Parameter(description = "As recorded at this time.") @QueryParam("knownAt") @Nullable Instant knownAt,
            @Parameter(description = "As published by this time.") @QueryParam("publishedUntil") @Nullable Instant publishedUntil,
            @Parameter(description = "Whether the events for and against come along.")
                    @QueryParam("explain")
                    @DefaultValue("false")
                    boolean explain) {
        Place place = Known.place(places, id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), place.zone());
        List<IntervalView> items = timelineOf(place.id(), knownAt, publishedUntil).intervals().stream()
                .map(interval -> new IntervalView(
                        interval.from(),
                        interval.to(),
                        views.of(place, dayOf(interval, today), interval.control()),
                        "",
                        null,
                        null))
                .toList();
        return new TimelineView(PlaceView.of(place), reasons.of(items, explain), null);
    }

    /** The day for which an interval is shown: its first, or the last before the change when it has no first. */
    private static LocalDate dayOf(Timeline.Interval interval, LocalDate today) {
        if (interval.from() != null) {
            return interval.from();
        }
        return interval.to() != null ? interval.to().minusDays(1) : today;
    }

    private Timeline timelineOf(String id, @Nullable Instant knownAt, @Nullable Instant publishedUntil) {
        checkTime("knownAt", knownAt);
        checkTime("publishedUntil", publishedUntil);
        if (knownAt == null && publishedUntil == null) {
            return stored.believed(id);
        }
        Optional<Instant> known = Optional.ofNullable(knownAt);
        return Timelines.timelineOf(records.asOf(id, known, Optional.ofNullable(publishedUntil)), rules.asOf(known));
    }

    private static void checkTime(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.invalid(name, "must be a time of the years 1 to 9998").asException();
        }
    }
}
