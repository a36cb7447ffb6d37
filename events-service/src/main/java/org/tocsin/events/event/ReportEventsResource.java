package org.tocsin.events.event;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.events.publisher.Publishers;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** What one report says, taken whole. */
@Path("/reports/{report}/events")
@Tag(name = "Events")
@Blocking
public class ReportEventsResource {
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    /** Clocks differ; ingest-service takes reports that are a day ahead. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private final Reports reports;
    private final Clock clock;

    ReportEventsResource(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "Set what a report says",
            description =
                    "Takes one revision of a report with all its events. It replaces what an earlier revision said: events that"
                            + " are not there any more become WITHDRAWN, the same call again changes nothing, an empty list retracts"
                            + " the report. A later reading of the same revision replaces an earlier one in the same way. A revision"
                            + " or reading older than the stored one is left aside and answered as known; the facts of a revision are"
                            + " those with which it came first. An event never changes: what is read otherwise needs another id, and"
                            + " an id that says something else than before is refused. Each event is checked on its own: bad ones are refused"
                            + " with a problem in their item, the others are stored, and control of the places is recomputed in the"
                            + " same transaction. `report.copyOf` names the report that this one nearly copies; control counts the two"
                            + " as one source. It may change without a new revision, and `copyLinks` changes it for other reports in the"
                            + " same transaction, so that no story counts twice in between; of two calls the higher version stands.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportEvents.class),
                            examples = @ExampleObject(name = "one event", value = EventExamples.REPORT)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each event.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportResult.class),
                            examples = @ExampleObject(name = "stored", value = EventExamples.RESULT)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public ReportResult put(
            @Parameter(description = "Id of the report.", example = "0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11")
                    @PathParam("report")
                    @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String report,
            @NotNull @Valid ReportEvents body) {
        check("", report, body, clock.instant());
        return reports.store(List.of(new Submission(report, body))).get(0);
    }

    /** What the annotations cannot say. {@code path} is where the body stands in the request, with a point behind it. */
    static void check(String path, String report, ReportEvents body, Instant now) {
        if (Publishers.slugOf(body.report().publisher()).isEmpty()) {
            throw Problem.invalid(path + "report.publisher", "must have letters or digits")
                    .asException();
        }
        Instant published = body.report().publishedAt();
        if (published.isBefore(EARLIEST) || published.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid(path + "report.publishedAt", "must not be before 1800 or more than two days ahead")
                    .asException();
        }
        if (body.copiesItself(report)) {
            throw Problem.invalid(path + "report.copyOf", "must be another report, here and in copyLinks")
                    .asException();
        }
    }
}
