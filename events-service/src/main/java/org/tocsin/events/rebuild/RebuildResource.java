package org.tocsin.events.rebuild;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Has all control computed anew, shows what would change, and applies it. */
@Path("/control/rebuilds")
@Tag(name = "Rebuilds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class RebuildResource {
    static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String UUID_MESSAGE = "must be a UUID in lower case";
    static final String ID_WORDS = "The id that it was started under.";

    private final Rebuilds rebuilds;
    private final SecurityIdentity caller;

    RebuildResource(Rebuilds rebuilds, SecurityIdentity caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startRebuild",
            summary = "Compute all control anew",
            description =
                    "Computes every timeline from what is recorded, in the background, by the version of the rules in force or another"
                            + " one, and keeps what comes out otherwise than stored. Nothing changes until it is applied; with"
                            + " `apply: true` it is applied at once, without a preview. One at a time is at work.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildIn.class),
                            examples = @ExampleObject(name = "other rules", value = RebuildExamples.REQUEST)))
    @APIResponse(
            responseCode = "202",
            description = "Started; `Location` is its address.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "running", value = RebuildExamples.RUNNING)))
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read or breaks a rule; every wrong field is named.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(name = "unknown version", value = RebuildExamples.UNKNOWN_VERSION)))
    @APIResponse(
            responseCode = "409",
            description = "Another one is at work, or too many wait to be applied.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "at work", value = RebuildExamples.AT_WORK)))
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response start(@NotNull @Valid RebuildIn body) {
        return accepted(rebuilds.start(body, subject()));
    }

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "listRebuilds",
            summary = "List rebuilds",
            description = "Last started first, page by page: give the `next` of an answer as `after`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of rebuilds.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.Page.class),
                            examples = @ExampleObject(name = "one", value = RebuildExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public RebuildView.Page list(
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "must be the next of an earlier page") String after,
            @Parameter(
                            description = "How many at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    @Min(1) @Max(100) Integer limit) {
        return rebuilds.page(after, limit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "getRebuild",
            summary = "See how far a rebuild is",
            description = "Its status, how many places are done, how many come out otherwise, and the changes by kind.")
    @APIResponse(
            responseCode = "200",
            description = "The rebuild.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "previewed", value = RebuildExamples.PREVIEWED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no rebuild with this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = RebuildExamples.NOT_FOUND)))
    public RebuildView rebuild(
            @Parameter(description = ID_WORDS, example = "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77")
                    @PathParam("id")
                    @Pattern(regexp = UUID_FORM, message = UUID_MESSAGE) String id) {
        return rebuilds.find(UUID.fromString(id));
    }

    @POST
    @Path("{id}/application")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "applyRebuild",
            summary = "Apply a rebuild",
            description =
                    "Puts its version of the rules in force, if it is another one, and then computes place after place once more, stores"
                            + " what is different and tells it as changes of the cause type `rules`, which are not live. Reports that come"
                            + " meanwhile are taken as always. A second time changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "It is being applied, or has been.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "applying", value = RebuildExamples.APPLYING)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no rebuild with this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = RebuildExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "409",
            description = "It is still being compared, has ended, or is out of date; or another one is at work.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "running", value = RebuildExamples.STILL_RUNNING)))
    public Response apply(
            @Parameter(description = ID_WORDS, example = "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77")
                    @PathParam("id")
                    @Pattern(regexp = UUID_FORM, message = UUID_MESSAGE) String id) {
        return accepted(rebuilds.apply(UUID.fromString(id), subject()));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "cancelRebuild",
            summary = "Cancel a rebuild",
            description =
                    "Ends it and deletes its preview. While it is applied only if it keeps the rules: places that are done stay as they"
                            + " are. A second time changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class),
                            examples = @ExampleObject(name = "cancelled", value = RebuildExamples.CANCELLED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no rebuild with this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = RebuildExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "409",
            description = "It has ended, or other rules are being applied.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "ended", value = RebuildExamples.ENDED)))
    public RebuildView cancel(
            @Parameter(description = ID_WORDS, example = "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77")
                    @PathParam("id")
                    @Pattern(regexp = UUID_FORM, message = UUID_MESSAGE) String id) {
        return rebuilds.cancel(UUID.fromString(id), subject());
    }

    private static Response accepted(RebuildView view) {
        return Response.accepted(view)
                .location(UriBuilder.fromPath("/control/rebuilds/{id}").build(view.id()))
                .build();
    }

    private String subject() {
        return caller.getPrincipal().getName();
    }
}
