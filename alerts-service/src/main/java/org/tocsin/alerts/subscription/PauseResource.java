package org.tocsin.alerts.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Holding the alerts of a subscription back for a while. */
@Path("/subscriptions/{id}/pause")
@Tag(name = "Subscriptions", description = "Who is told what, and where. Each owner sees his own.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class PauseResource {
    private static final String ID = "The subscription's id.";

    private final Pauses pauses;
    private final Caller caller;

    PauseResource(Pauses pauses, Caller caller) {
        this.pauses = pauses;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pause a subscription",
            description =
                    "Alerts are made and held back, also those that were not tried yet; updates and cancellations of"
                            + " alerts that were sent go on. When the pause ends, what then still holds of each place is"
                            + " sent once. The same call changes a pause that lasts.")
    @APIResponse(
            responseCode = "200",
            description = "The pause.",
            content = @Content(schema = @Schema(implementation = Pause.class), example = SubscriptionExamples.PAUSE))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public Pause pause(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(content = @Content(example = SubscriptionExamples.PAUSING)) @Valid @Nullable PauseRequest body) {
        return pauses.pause(id, caller.onlyOwner(), body == null ? PauseRequest.FOR_GOOD : body)
                .orElseThrow(PauseResource::notFound);
    }

    @GET
    @Operation(summary = "Look at the pause of a subscription", description = "404 when it is not paused.")
    @APIResponse(
            responseCode = "200",
            description = "The pause.",
            content = @Content(schema = @Schema(implementation = Pause.class), example = SubscriptionExamples.PAUSE))
    public Pause one(@Parameter(description = ID) @PathParam("id") UUID id) {
        return pauses.one(id, caller.onlyOwner()).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no such subscription, or it is not paused.")
                .asException());
    }

    @DELETE
    @Operation(
            summary = "Resume a subscription",
            description = "Within a second or two what still holds of each place is sent.")
    @APIResponse(responseCode = "204", description = "It is not paused any more, if it was.")
    public void resume(@Parameter(description = ID) @PathParam("id") UUID id) {
        if (!pauses.resume(id, caller.onlyOwner())) {
            throw notFound();
        }
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException();
    }
}
