package org.tocsin.alerts.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Sending again what was given up. */
@Path("/subscriptions/{id}/recoveries")
@Tag(name = "Recoveries", description = "Sending again what was given up.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "InvalidRequest", responseCode = "400")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class RecoveryResource {
    private static final String ID = "The subscription's id.";

    private final Recoveries recoveries;
    private final Ownership ownership;
    private final Caller caller;

    RecoveryResource(Recoveries recoveries, Ownership ownership, Caller caller) {
        this.recoveries = recoveries;
        this.ownership = ownership;
        this.caller = caller;
    }

    @Schema(name = "Recoveries")
    record Page(
            List<Recovery> items,

            @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send again what was given up",
            description =
                    "All alerts that are DEAD, or those made in a period, are sent again with their webhook-ids, those about a"
                            + " place in their order, and each on the whole schedule. One recovery of a subscription runs at a time.")
    @APIResponse(
            responseCode = "201",
            description = "The recovery.",
            content = @Content(schema = @Schema(implementation = Recovery.class), example = RecoveryExamples.RUNNING))
    @APIResponse(
            responseCode = "409",
            description = "A recovery of this subscription is running.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response start(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(content = @Content(example = RecoveryExamples.REQUEST)) @Nullable RecoveryRequest body) {
        RecoveryRequest wanted = body == null ? RecoveryRequest.ALL_DEAD : body;
        Recovery started = recoveries
                .start(id, caller.onlyOwner(), caller.owner(), wanted)
                .orElseThrow(RecoveryResource::noSubscription);
        return Response.created(URI.create("/subscriptions/" + id + "/recoveries/" + started.id()))
                .entity(started)
                .build();
    }

    @GET
    @Operation(summary = "List the recoveries of a subscription", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The recoveries.",
            content = @Content(schema = @Schema(implementation = Page.class), example = RecoveryExamples.LIST))
    public Page list(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = "The `next` of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        if (!ownership.has(id, caller.onlyOwner())) {
            throw noSubscription();
        }
        List<Recoveries.Placed> found = recoveries.of(id, caller.onlyOwner(), cursor);
        List<Recoveries.Placed> shown = found.subList(0, Math.min(found.size(), cursor.limit()));
        String next = found.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).position())
                : null;
        return new Page(shown.stream().map(Recoveries.Placed::recovery).toList(), next);
    }

    @GET
    @Path("/{recovery}")
    @Operation(summary = "Look at a recovery", description = "How far it is.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery.",
            content = @Content(schema = @Schema(implementation = Recovery.class), example = RecoveryExamples.RUNNING))
    public Recovery one(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = "The recovery's id.") @PathParam("recovery") UUID recovery) {
        return recoveries.one(id, recovery, caller.onlyOwner()).orElseThrow(RecoveryResource::noRecovery);
    }

    @POST
    @Path("/{recovery}/cancellation")
    @Operation(
            summary = "Cancel a recovery",
            description = "What is not under way is DEAD again; what was delivered stays so.")
    @APIResponse(
            responseCode = "200",
            description = "The recovery, CANCELLED.",
            content = @Content(schema = @Schema(implementation = Recovery.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is over.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Recovery cancel(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = "The recovery's id.") @PathParam("recovery") UUID recovery) {
        return recoveries.cancel(id, recovery, caller.onlyOwner()).orElseThrow(RecoveryResource::noRecovery);
    }

    private static RuntimeException noSubscription() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException();
    }

    private static RuntimeException noRecovery() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such recovery.").asException();
    }
}
