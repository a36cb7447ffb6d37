package org.tocsin.alerts.signing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** What requests are signed with, and replacing it. */
@Path("/subscriptions/{id}")
@Tag(name = "Signatures", description = "What requests are signed with, and replacing it.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class SecretResource {
    private static final String ID = "The subscription's id.";

    private final Rotation rotation;
    private final Caller caller;

    SecretResource(Rotation rotation, Caller caller) {
        this.rotation = rotation;
        this.caller = caller;
    }

    @GET
    @Path("/secrets")
    @Operation(
            summary = "List what requests are signed with",
            description = "The keys in use and those that still overlap with them, newest first, without the secrets.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content =
                    @Content(
                            schema = @Schema(implementation = SigningSecret.Page.class),
                            example = SigningExamples.SECRETS))
    public SigningSecret.Page list(@Parameter(description = ID) @PathParam("id") UUID id) {
        return new SigningSecret.Page(
                rotation.list(id, caller.onlyOwner()).orElseThrow(SecretResource::notFound), null);
    }

    @POST
    @Path("/secret-rotations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace a secret or a pair of keys",
            description =
                    "Requests are signed with the new one from now on and, until the overlap ends, with those"
                            + " before as well: a receiver may know either. A v1 secret is in this answer and never shown again.")
    @APIResponse(
            responseCode = "201",
            description = "The new one.",
            content =
                    @Content(schema = @Schema(implementation = SigningSecret.class), example = SigningExamples.ROTATED))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "409",
            description = "Five overlap already.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response rotate(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(content = @Content(example = SigningExamples.ROTATION)) @NotNull RotationRequest body) {
        SigningSecret made = rotation.rotate(id, caller.onlyOwner(), body).orElseThrow(SecretResource::notFound);
        return Response.created(URI.create("/subscriptions/" + id + "/secrets"))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("/secrets/{secret}")
    @Operation(
            summary = "Revoke a secret or a pair of keys",
            description = "Ends the overlap of one that was replaced; only an attempt that is under way can still carry"
                    + " its signature. To revoke the one in use, rotate with the overlap PT0S.")
    @APIResponse(responseCode = "204", description = "Nothing is signed with it any more.")
    @APIResponse(
            responseCode = "409",
            description = "It is the one in use.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void revoke(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = "The secret's id.") @PathParam("secret") UUID secret) {
        if (!rotation.revoke(id, caller.onlyOwner(), secret)) {
            throw notFound();
        }
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription or secret.")
                .asException();
    }
}
