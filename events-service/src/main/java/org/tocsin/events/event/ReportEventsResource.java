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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.events.publisher.Publishers;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** What one report says, taken whole. */
@Path("/reports/{report}/events")
@Tag(name = "Events")
@Blocking
public class ReportEventsResource {
    private final Reports reports;

    ReportEventsResource(Reports reports) {
        this.reports = reports;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SERVICE, Role.ADMIN})
    @Operation(summary = "Set what a report says")
    public ReportResult put(
            @PathParam("report") @Pattern(regexp = Inputs.REPORT, message = Inputs.REPORT_MESSAGE) String report,
            @NotNull @Valid ReportEvents body) {
        checkPublisher("report.publisher", body.report().publisher());
        return reports.store(List.of(new Reports.Submission(report, body))).get(0);
    }

    static void checkPublisher(String field, String name) {
        if (Publishers.slugOf(name).isEmpty()) {
            throw Problem.invalid(field, "must have letters or digits").asException();
        }
    }
}
