package org.tocsin.ingest.report;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tocsin.ingest.reading.Readings;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Takes reports and tells what became of them. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {
    private final Reports reports;
    private final ReportRepository repository;
    private final Readings readings;
    private final SecurityIdentity caller;
    private final Clock clock;

    ReportResource(
            Reports reports, ReportRepository repository, Readings readings, SecurityIdentity caller, Clock clock) {
        this.reports = reports;
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
        Reports.Stored stored = reports.store(
                        List.of(submission), live, caller.getPrincipal().getName())
                .get(0);
        return Response.status(stored.known() ? Response.Status.OK : Response.Status.CREATED)
                .location(UriBuilder.fromPath("/reports/{id}").build(stored.id()))
                .entity(new ReportReceipt(stored.id(), stored.status()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    public ReportView report(@PathParam("id") UUID id) {
        return ReportView.of(found(id));
    }

    @GET
    @Path("/{id}/claims")
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    public ClaimsAnswer claims(@PathParam("id") UUID id) {
        ReportEntity report = found(id);
        return new ClaimsAnswer(
                report.status,
                report.language,
                report.status == ReportStatus.READ ? readings.claimsOf(id, report.revision) : List.of());
    }

    private ReportEntity found(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no report of this id.")
                .asException());
    }
}
