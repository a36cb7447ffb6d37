package org.tocsin.alerts.endpoint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** How the endpoint of a subscription is faring. */
@Path("/subscriptions/{id}/endpoint")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
public class EndpointResource {
    static final String EXAMPLE = """
            {
              "endpoint": "https://hooks.example.org/tocsin",
              "breaker": "OPEN",
              "allowedInFlight": 1,
              "inFlight": 0,
              "nextProbeAt": "2026-11-23T15:00:30.104211Z",
              "pausedUntil": null,
              "failingSince": "2026-11-23T15:00:00.141003Z",
              "disablesAt": "2026-11-28T15:00:00.141003Z",
              "deliveredAt": "2026-11-23T14:12:51.600412Z",
              "ready": 9,
              "waiting": 2,
              "dead": 0,
              "oldestDueAt": "2026-11-23T14:59:58.730001Z",
              "lastDay": {"delivered": 118, "failed": 6, "meanMillis": 41, "slowestMillis": 380}
            }""";

    private final EndpointFigures figures;
    private final Caller caller;

    EndpointResource(EndpointFigures figures, Caller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "See how the endpoint is faring",
            description = "Its breaker, what waits for it, and how its attempts of the last day went.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint.",
            content = @Content(schema = @Schema(implementation = EndpointHealth.class), example = EXAMPLE))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public EndpointHealth endpoint(@Parameter(description = "The subscription's id.") @PathParam("id") UUID id) {
        return figures.of(id, caller.onlyOwner())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                        .asException());
    }
}
