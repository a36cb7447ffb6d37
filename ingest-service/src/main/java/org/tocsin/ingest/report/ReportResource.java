package org.tocsin.ingest.report;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.reading.Readings;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Takes reports and tells what became of them. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Send reports, correct them, take them back, see what was read in them.")
public class ReportResource {
    private final Reports reports;
    private final ReportStreams streams;
    private final Revisions revisions;
    private final ReportRepository repository;
    private final Readings readings;
    private final SecurityIdentity caller;
    private final Clock clock;

    ReportResource(
            Reports reports,
            ReportStreams streams,
            Revisions revisions,
            ReportRepository repository,
            Readings readings,
            SecurityIdentity caller,
            Clock clock) {
        this.reports = reports;
        this.streams = streams;
        this.revisions = revisions;
        this.repository = repository;
        this.readings = readings;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@NotNull ReportRequest body, @QueryParam("live") @DefaultValue("true") Boolean live) {
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
    public Response submitMany(
            InputStream body,
            @QueryParam("live") @DefaultValue("true") Boolean live,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length) {
        return Response.ok(streams.answer(body, live, subject(), length == null), ReportStreams.MEDIA_TYPE)
                .build();
    }

    @GET
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    public ReportPage list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("publisher") @Nullable String publisher,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) Integer limit) {
        return repository.page(statusOf(status), publisher, cursor(after), limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    public ReportView report(@PathParam("id") UUID id) {
        return ReportView.of(repository.found(id));
    }

    @GET
    @Path("/{id}/claims")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    public ClaimsAnswer claims(@PathParam("id") UUID id) {
        ReportEntity report = repository.found(id);
        return new ClaimsAnswer(
                report.status,
                report.language,
                report.status == ReportStatus.READ ? readings.claimsOf(id, report.revision) : List.of());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    public RevisionReceipt correct(@PathParam("id") UUID id, @NotNull Correction body) {
        return revisions.correct(id, body, subject());
    }

    @POST
    @Path("/{id}/retraction")
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    public RevisionReceipt retract(@PathParam("id") UUID id) {
        return revisions.retract(id, subject());
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

    private static @Nullable Long cursor(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw Problem.invalid("after", "must be the `next` of an answer").asException();
        }
    }
}
