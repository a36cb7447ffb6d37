package org.tocsin.alerts.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The deliveries of a subscription. */
@Path("/subscriptions/{id}/deliveries")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
public class SubscriptionDeliveryResource {
    private final DeliveryLog log;
    private final Caller caller;

    SubscriptionDeliveryResource(DeliveryLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List the deliveries of a subscription",
            description = "Newest first: alerts, verifications and pings, and where each stands.")
    @APIResponse(
            responseCode = "200",
            description = "The deliveries.",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.OfDeliveries.class),
                            example = DeliveryExamples.DELIVERIES))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Page.OfDeliveries list(
            @Parameter(description = "The subscription's id.") @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "Only those in this state: WAITING, READY, SENDING, DELIVERED, DEAD, HELD or SKIPPED.")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "The `next` of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<DeliveryLog.Placed> found = log.of(id, caller.onlyOwner(), stateOf(state), cursor)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                        .asException());
        List<DeliveryLog.Placed> shown = found.subList(0, Math.min(found.size(), cursor.limit()));
        String next = found.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).position())
                : null;
        return new Page.OfDeliveries(
                shown.stream().map(DeliveryLog.Placed::delivery).toList(), next);
    }

    private static @Nullable DeliveryState stateOf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Stream.of(DeliveryState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "state", "must be WAITING, READY, SENDING, DELIVERED, DEAD, HELD or SKIPPED")
                        .asException());
    }
}
