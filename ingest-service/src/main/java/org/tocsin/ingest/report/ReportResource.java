package org.tocsin.ingest.report;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
import org.tocsin.ingest.input.Cursor;
import org.tocsin.ingest.reading.Readings;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Takes reports and tells what became of them; {@link RevisionResource} takes what is sent of them later. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Send reports, correct them, take them back, see what was read in them.")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "Unavailable", responseCode = "503")
public class ReportResource {
    private final Reports reports;
    private final ReportStreams streams;
    private final ReportRepository repository;
    private final Readings readings;
    private final SecurityIdentity caller;
    private final Clock clock;

    ReportResource(
            Reports reports,
            ReportStreams streams,
            ReportRepository repository,
            Readings readings,
            SecurityIdentity caller,
            Clock clock) {
        this.reports = reports;
        this.streams = streams;
        this.repository = repository;
        this.readings = readings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitReport",
            summary = "Send a report, or a stream of them",
            description =
                    "Stores the report and answers; it is read a moment later, see `GET /reports/{id}/claims`. The same title and text of the same publisher again is answered 200 with the id it has, and changes nothing. Characters are kept as sent, but control characters other than newline and tab become spaces. With `Content-Type: application/x-ndjson` the body is a stream of any length with one report to a line (at most 16 MiB each). It is answered 200 with a stream of one result to a line, in order, while the rest is still being sent. A bad line is refused by a problem of its own and keeps none of the others. Blank lines are counted and not answered.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportRequest.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Stored; `Location` is its address.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportReceipt.class),
                            examples = @ExampleObject(name = "stored", value = ReportExamples.RECEIPT)))
    @APIResponse(
            responseCode = "200",
            description = "Known already; or the results of a stream, one to a line.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportReceipt.class),
                            examples = @ExampleObject(name = "known", value = ReportExamples.RECEIPT)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    @APIResponse(ref = "TooManyRequests", responseCode = "429")
    public Response submit(
            @NotNull ReportRequest body,
            @Parameter(
                            description = "False for reports of the past: they are recorded and do not ring.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("live")
                    @DefaultValue("true")
                    Boolean live) {
        Submission submission = Submission.of(body, Instant.now(clock));
        Reports.Stored stored =
                reports.store(List.of(submission), live, subject()).get(0);
        return Response.status(stored.known() ? Response.Status.OK : Response.Status.CREATED)
                .location(UriBuilder.fromPath("/reports/{id}").build(stored.id()))
                .entity(new ReportReceipt(stored.id(), stored.status()))
                .build();
    }

    @POST
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Consumes(ReportStreams.MEDIA_TYPE)
    @Produces(ReportStreams.MEDIA_TYPE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = ReportStreams.MEDIA_TYPE,
                            schema = @Schema(implementation = ReportRequest.class),
                            examples = @ExampleObject(name = "a line", value = ReportExamples.LINES)))
    @APIResponse(
            responseCode = "200",
            description = "Known already; or the results of a stream, one to a line.",
            content =
                    @Content(
                            mediaType = ReportStreams.MEDIA_TYPE,
                            schema = @Schema(implementation = LineResult.class),
                            examples = @ExampleObject(name = "its result", value = ReportExamples.LINE_RESULTS)))
    public Response submitMany(
            InputStream body,
            @Parameter(
                            description = "False for reports of the past: they are recorded and do not ring.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("live")
                    @DefaultValue("true")
                    Boolean live,
            @Context HttpServerRequest request) {
        boolean patient = request.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
        Runnable abort = () -> request.connection().close();
        return Response.ok(streams.answer(body, live, subject(), abort, patient), ReportStreams.MEDIA_TYPE)
                .build();
    }

    @GET
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "listReports",
            summary = "List stored reports",
            description =
                    "Without their texts, last stored first, page by page: give the `next` of an answer as `after`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportPage.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public ReportPage list(
            @Parameter(
                            description = "Only reports of this status.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"PENDING", "READ", "UNREADABLE", "RETRACTED"}))
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(description = "Only reports of this publisher.", example = "tigris-wire")
                    @QueryParam("publisher")
                    @Nullable String publisher,
            @Parameter(
                            description = "Only near copies of this report.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @QueryParam("copyOf")
                    @Nullable String copyOf,
            @Parameter(description = "The `next` of the page before.") @QueryParam("after") @Nullable String after,
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
                    @Min(1) @Max(1000) Integer limit) {
        return repository.page(statusOf(status), publisher, reportId(copyOf), Cursor.of(after), limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "getReport",
            summary = "Get a report",
            description =
                    "The report as it is stored now, with its text. `copyOf` names the report that stands for it when it is a near copy: the one published first. It can change when a report arrives late, is corrected or is taken back.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.REPORT)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public ReportView report(
            @Parameter(description = "The id that the report was stored under.") @PathParam("id") UUID id) {
        return ReportView.of(repository.found(id));
    }

    @GET
    @Path("/{id}/claims")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "getClaims",
            summary = "Get what was read in a report",
            description =
                    "`PENDING` until it is read, usually some milliseconds. A text in another language than English is READ and has no claims.")
    @APIResponse(
            responseCode = "200",
            description = "The claims.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimsAnswer.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.CLAIMS)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public ClaimsAnswer claims(
            @Parameter(description = "The id that the report was stored under.") @PathParam("id") UUID id) {
        ReportEntity report = repository.found(id);
        return new ClaimsAnswer(
                report.status,
                report.language,
                report.status == ReportStatus.READ ? readings.claimsOf(id, report.revision) : List.of());
    }

    private String subject() {
        return caller.getPrincipal().getName();
    }

    private static @Nullable ReportStatus statusOf(@Nullable String status) {
        try {
            return status == null ? null : ReportStatus.valueOf(status);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("status", "must be one of " + Arrays.toString(ReportStatus.values()))
                    .asException();
        }
    }

    private static @Nullable UUID reportId(@Nullable String copyOf) {
        try {
            return copyOf == null ? null : UUID.fromString(copyOf);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("copyOf", "must be the id of a report").asException();
        }
    }
}
