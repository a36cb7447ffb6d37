package org.tocsin.alerts.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** What became of a delivery, and sending it again. */
@Path("/deliveries/{id}")
@Tag(name = "Deliveries", description = "Webhooks on their way, and each attempt.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "InvalidRequest", responseCode = "400")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class DeliveryResource {
    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Caller caller;

    DeliveryResource(DeliveryLog log, Deliveries deliveries, Caller caller) {
        this.log = log;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Look at a delivery", description = "Its id is the webhook-id that the endpoint gets.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery.",
            content = @Content(schema = @Schema(implementation = Delivery.class), example = DeliveryExamples.DELIVERY))
    public Delivery one(@Parameter(description = "The delivery's id.") @PathParam("id") UUID id) {
        return log.one(id, caller.onlyOwner()).orElseThrow(DeliveryResource::notFound);
    }

    @GET
    @Path("/attempts")
    @Operation(
            summary = "List the attempts of a delivery",
            description =
                    "First to last: when, how long, what was answered or went wrong, when the next was planned for.")
    @APIResponse(
            responseCode = "200",
            description = "The attempts.",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.OfAttempts.class),
                            example = DeliveryExamples.ATTEMPTS))
    public Page.OfAttempts attempts(
            @Parameter(description = "The delivery's id.") @PathParam("id") UUID id,
            @Parameter(description = "The `next` of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        one(id);
        List<AttemptEntity> found = QuarkusTransaction.joiningExisting().call(() -> AttemptEntity.list(id, cursor));
        List<AttemptEntity> shown = found.subList(0, Math.min(found.size(), cursor.limit()));
        String next = found.size() > shown.size() ? Long.toString(shown.get(shown.size() - 1).id) : null;
        return new Page.OfAttempts(shown.stream().map(AttemptEntity::view).toList(), next);
    }

    @POST
    @Path("/redeliveries")
    @Operation(
            summary = "Send a delivery again",
            description = "A finished one begins its schedule anew; one that waits for its next attempt is tried now."
                    + " The webhook-id stays the same.")
    @APIResponse(
            responseCode = "202",
            description = "It will be sent at once.",
            content = @Content(schema = @Schema(implementation = Delivery.class), example = DeliveryExamples.DELIVERY))
    @APIResponse(
            responseCode = "409",
            description =
                    "It is under way, waits behind another, is a verification, or the subscription is not ACTIVE.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response again(@Parameter(description = "The delivery's id.") @PathParam("id") UUID id) {
        Delivery before = one(id);
        if (!log.again(id)) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "Only alerts and pings of an ACTIVE subscription that are finished or READY can be sent again;"
                                    + " this is a " + before.kind() + ", " + before.state() + ".")
                    .asException();
        }
        deliveries.wake();
        return Response.accepted(one(id))
                .location(URI.create("/deliveries/" + id))
                .build();
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such delivery.").asException();
    }
}
