package org.tocsin.alerts.silence;

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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Not being told for a while. */
@Path("/silences")
@Tag(name = "Silences", description = "What an owner does not want to be told for a while.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "InvalidRequest", responseCode = "400")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class SilenceResource {
    private static final String ID = "The silence's id.";

    private final Silences silences;
    private final Caller caller;

    SilenceResource(Silences silences, Caller caller) {
        this.silences = silences;
        this.caller = caller;
    }

    @Schema(name = "Silences")
    record Page(
            List<Silence> items,

            @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Be silent",
            description =
                    "While it lasts, alerts of the owner's subscriptions that fit are made and held back; updates and"
                            + " cancellations of alerts that were sent go on. When it ends, what then still holds of each place is sent once.")
    @APIResponse(
            responseCode = "201",
            description = "The silence.",
            content = @Content(schema = @Schema(implementation = Silence.class), example = SilenceExamples.SILENCE))
    @APIResponse(ref = "LimitReached", responseCode = "409")
    public Response make(
            @RequestBody(content = @Content(example = SilenceExamples.REQUEST)) @NotNull @Valid SilenceRequest body) {
        Silence made = silences.make(caller.owner(), caller.name(), body);
        return Response.created(URI.create("/silences/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Operation(summary = "List silences", description = "The caller's own, an admin's call: all; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The silences.",
            content = @Content(schema = @Schema(implementation = Page.class), example = SilenceExamples.LIST))
    public Page list(
            @Parameter(description = "Only those in this state: PENDING, ACTIVE or EXPIRED.")
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(description = "The `next` of an earlier answer.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "How many, 1 to 1000.", schema = @Schema(defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable Integer limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<Silences.Placed> found = silences.list(caller.onlyOwner(), statusOf(status), cursor);
        List<Silences.Placed> shown = found.subList(0, Math.min(found.size(), cursor.limit()));
        String next = found.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).position())
                : null;
        return new Page(shown.stream().map(Silences.Placed::silence).toList(), next);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Look at a silence", description = "Also one that is over, for 90 days.")
    @APIResponse(
            responseCode = "200",
            description = "The silence.",
            content = @Content(schema = @Schema(implementation = Silence.class), example = SilenceExamples.SILENCE))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Silence one(@Parameter(description = ID) @PathParam("id") UUID id) {
        return silences.one(id, caller.onlyOwner()).orElseThrow(SilenceResource::notFound);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a silence",
            description = "Replaces all that was said of one that is not over. The beginning of one that lasts stays.")
    @APIResponse(
            responseCode = "200",
            description = "The silence as it is now.",
            content = @Content(schema = @Schema(implementation = Silence.class), example = SilenceExamples.SILENCE))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(
            responseCode = "409",
            description = "The silence is over.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Silence change(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @RequestBody(content = @Content(example = SilenceExamples.REQUEST)) @NotNull @Valid SilenceRequest body) {
        return silences.change(id, caller.onlyOwner(), body).orElseThrow(SilenceResource::notFound);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "End a silence early",
            description = "It is EXPIRED from now on; within a second or two what still holds of each place is sent.")
    @APIResponse(responseCode = "204", description = "It is over.")
    @APIResponse(ref = "NotFound", responseCode = "404")
    public void expire(@Parameter(description = ID) @PathParam("id") UUID id) {
        if (!silences.expire(id, caller.onlyOwner())) {
            throw notFound();
        }
    }

    private static Silence.@Nullable Status statusOf(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Stream.of(Silence.Status.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be PENDING, ACTIVE or EXPIRED")
                        .asException());
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such silence.").asException();
    }
}
