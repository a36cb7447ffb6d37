package org.tocsin.alerts.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Whether an endpoint wants alerts. */
@Path("/subscriptions/{id}/verifications")
@Tag(name = "Subscriptions", description = "Who is told what, and where. Each owner sees his own.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
public class VerificationResource {
    private final Verifications verifications;
    private final Subscriptions subscriptions;
    private final DeliveryLog log;
    private final Caller caller;
    private final ObjectMapper json;

    VerificationResource(
            Verifications verifications,
            Subscriptions subscriptions,
            DeliveryLog log,
            Caller caller,
            ObjectMapper json) {
        this.verifications = verifications;
        this.subscriptions = subscriptions;
        this.log = log;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "Verify the endpoint again, or with a code",
            description =
                    "For a subscription that is PENDING or DISABLED. Without a code the `tocsin.verification` event"
                            + " is posted now, with a new challenge and code. With the code that the event held the subscription is"
                            + " ACTIVE: the way where people read what is posted and no machine can answer.")
    @APIResponse(
            responseCode = "200",
            description = "The code was right.",
            content =
                    @Content(
                            schema = @Schema(implementation = Subscription.class),
                            example = SubscriptionExamples.ACTIVE))
    @APIResponse(
            responseCode = "202",
            description = "The question is on its way; its delivery tells how it went.",
            content = @Content(schema = @Schema(implementation = Delivery.class), example = DeliveryExamples.DELIVERY))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(
            responseCode = "409",
            description =
                    "The subscription is ACTIVE, or no code is good any more: after a day, or after ten wrong ones.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "The endpoint was asked 20 times within an hour.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response verify(
            @Parameter(description = "The subscription's id.") @PathParam("id") UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VerificationRequest.class),
                                            example = "{\"code\": \"K7QF-2M9D\"}"))
                    @Nullable String body,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        String owner = caller.onlyOwner();
        String code = read(body, headers).code();
        if (code == null) {
            UUID delivery = verifications.again(id, owner).orElseThrow(VerificationResource::notFound);
            return Response.accepted(log.one(delivery, null).orElseThrow(VerificationResource::notFound))
                    .location(URI.create("/deliveries/" + delivery))
                    .build();
        }
        if (!verifications.prove(id, owner, code)) {
            throw notFound();
        }
        return Response.ok(subscriptions.one(id, owner).orElseThrow(VerificationResource::notFound))
                .build();
    }

    /** By hand, because a request without a body need not say that it is JSON. */
    private VerificationRequest read(@Nullable String body, HttpHeaders headers) throws JsonProcessingException {
        if (body == null || body.isBlank()) {
            return VerificationRequest.NONE;
        }
        MediaType type = headers.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.")
                    .asException();
        }
        VerificationRequest read = json.readValue(body, VerificationRequest.class);
        if (read == null) {
            throw Problem.invalid("body", "must be a valid object").asException();
        }
        read.check();
        return read;
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException();
    }
}
