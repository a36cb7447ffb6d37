package org.tocsin.alerts.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.tocsin.alerts.delivery.Delivery;
import org.tocsin.alerts.delivery.DeliveryExamples;
import org.tocsin.alerts.delivery.DeliveryLog;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Who is told what, and where. */
@Path("/subscriptions")
@Tag(name = "Subscriptions", description = "Who is told what, and where. Each owner sees his own.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class SubscriptionResource {
    private static final String ID = "The subscription's id.";

    private final Subscriptions subscriptions;
    private final DeliveryLog log;
    private final Caller caller;

    SubscriptionResource(Subscriptions subscriptions, DeliveryLog log, Caller caller) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.caller = caller;
    }

    @Schema(name = "Subscriptions")
    public record Page(
            List<Subscription> items,

            @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Subscribe",
            description =
                    "The subscription is PENDING until its endpoint has answered the signed `tocsin.verification` event"
                            + " that is posted to it now; what matches meanwhile is kept for it. The answer holds the secret of v1 signatures,"
                            + " which is never shown again. Ids that do not exist are refused; if events-service, which knows them, does"
                            + " not answer, `warnings` says what was not checked.")
    @APIResponse(
            responseCode = "201",
            description = "The subscription, with its secret.",
            content =
                    @Content(
                            schema = @Schema(implementation = Subscription.class),
                            example = SubscriptionExamples.MADE))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "LimitReached", responseCode = "409")
    public Response make(
            @RequestBody(content = @Content(example = SubscriptionExamples.REQUEST)) @NotNull @Valid SubscriptionRequest body) {
        Subscription made = subscriptions.make(caller.owner(), body);
        return Response.created(URI.create("/subscriptions/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(summary = "List subscriptions", description = "The caller's own, an admin's call: all; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The subscriptions.",
            content = @Content(schema = @Schema(implementation = Page.class), example = SubscriptionExamples.LIST))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public Page list(
            @Parameter(description = "The `next` of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<SubscriptionEntity> found = subscriptions.list(caller.onlyOwner(), cursor);
        List<SubscriptionEntity> shown = found.subList(0, Math.min(found.size(), cursor.limit()));
        String next = found.size() > shown.size() ? Long.toString(shown.get(shown.size() - 1).position) : null;
        return new Page(shown.stream().map(subscriptions::viewOf).toList(), next);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Look at a subscription", description = "Everything but its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription.",
            content =
                    @Content(
                            schema = @Schema(implementation = Subscription.class),
                            example = SubscriptionExamples.ACTIVE))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Subscription one(@Parameter(description = ID) @PathParam("id") UUID id) {
        return subscriptions.one(id, caller.onlyOwner()).orElseThrow(SubscriptionResource::notFound);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a subscription",
            description =
                    "Replaces all that the owner said; what is absent takes its default. Secret and beginning stay. A"
                            + " changed endpoint is verified again, and what was not delivered yet goes there.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription as it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = Subscription.class),
                            example = SubscriptionExamples.ACTIVE))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Subscription change(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(content = @Content(example = SubscriptionExamples.REQUEST)) @NotNull @Valid SubscriptionRequest body) {
        return subscriptions.change(id, caller.onlyOwner(), body).orElseThrow(SubscriptionResource::notFound);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Unsubscribe",
            description = "Forgets the subscription, its secret, its alerts and deliveries.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public void delete(@Parameter(description = ID) @PathParam("id") UUID id) {
        if (!subscriptions.delete(id, caller.onlyOwner())) {
            throw notFound();
        }
    }

    @POST
    @Path("/{id}/pings")
    @Operation(
            summary = "Ring for a test",
            description = "Posts a signed `tocsin.ping` event now; at most 60 times an hour.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way; its delivery tells how it went.",
            content = @Content(schema = @Schema(implementation = Delivery.class), example = DeliveryExamples.DELIVERY))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(
            responseCode = "409",
            description = "The subscription is not ACTIVE.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "It was asked for 60 times within an hour.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response ping(@Parameter(description = ID) @PathParam("id") UUID id) {
        return accepted(subscriptions.ping(id, caller.onlyOwner()).orElseThrow(SubscriptionResource::notFound));
    }

    private Response accepted(UUID delivery) {
        return Response.accepted(log.one(delivery, null).orElseThrow(SubscriptionResource::notFound))
                .location(URI.create("/deliveries/" + delivery))
                .build();
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException();
    }
}
