package org.tocsin.events.actor;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actors;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Actors that turned out to be one, or became one. */
@Path("/actors/{slug}/merges")
@Tag(name = "Actors")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class MergesResource {
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String UUID_MESSAGE = "must be a UUID in lower case";
    private static final String TEXT = "[^\\x00]*";
    private static final String TEXT_MESSAGE = "must not contain NUL characters";

    private final Merging merging;
    private final Merges merges;
    private final Actors actors;
    private final SecurityIdentity caller;

    MergesResource(Merging merging, Merges merges, Actors actors, SecurityIdentity caller) {
        this.merging = merging;
        this.merges = merges;
        this.actors = actors;
        this.caller = caller;
    }

    /** @param into id of the actor that it is */
    @Schema(name = "MergeRequest")
    public record MergeIn(
            @NotNull @Pattern(regexp = ActorsResource.SLUG, message = ActorsResource.SLUG_MESSAGE) @Schema(examples = "free-syrian-army")
            String into,

            @NotBlank @Size(max = 2_000) @Pattern(regexp = TEXT, flags = Pattern.Flag.DOTALL, message = TEXT_MESSAGE) @Schema(examples = "Joined it as a brigade.")
            String reason) {}

    /** @param reason why the merge was wrong */
    @Schema(name = "MergeWithdrawal")
    public record WithdrawalIn(
            @NotBlank @Size(max = 2_000) @Pattern(regexp = TEXT, flags = Pattern.Flag.DOTALL, message = TEXT_MESSAGE) @Schema(examples = "It left again.")
            String reason) {}

    /** @param next always null: the list is whole */
    @Schema(name = "MergePage")
    public record MergePage(
            List<MergeView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Merge an actor into another one",
            description =
                    "From now on the two are one: what the one takes, the other holds, for all time, and neither takes from the other."
                            + " It leads on over what the other one was merged into or holds for. Places where that matters are thought"
                            + " about again shortly after the answer; changes that follow are in the feed with cause type `merge`. What"
                            + " was known before (`knownAt`) stays as it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeIn.class),
                            examples = @ExampleObject(name = "into an umbrella", value = MergeExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Merged; `Location` is the address of the merge.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "merged", value = MergeExamples.MERGED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no actor with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The actor is merged already, or the other one leads back to it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response merge(
            @Parameter(description = "Id of the actor to be merged.", example = "levant-front")
                    @PathParam("slug")
                    @Pattern(regexp = ActorsResource.SLUG, message = ActorsResource.SLUG_MESSAGE) String slug,
            @NotNull @Valid MergeIn body) {
        MergeView merge = merging.merge(
                slug, body.into(), body.reason(), caller.getPrincipal().getName());
        return Response.created(
                        UriBuilder.fromPath("/actors/{slug}/merges/{id}").build(slug, merge.id()))
                .entity(merge)
                .build();
    }

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "List the merges of an actor",
            description =
                    "Its merges into others and those of others into it, also the withdrawn ones, in the order in which they were made.")
    @APIResponse(
            responseCode = "200",
            description = "The merges.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergePage.class),
                            examples = @ExampleObject(name = "one that was withdrawn", value = MergeExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no actor with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public MergePage all(
            @Parameter(description = "Id of the actor.", example = "levant-front")
                    @PathParam("slug")
                    @Pattern(regexp = ActorsResource.SLUG, message = ActorsResource.SLUG_MESSAGE) String slug) {
        if (actors.byId(slug).isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "There is no actor with this id.")
                    .asException();
        }
        return new MergePage(merges.of(slug), null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(summary = "Get a merge", description = "One merge of this actor into another one.")
    @APIResponse(
            responseCode = "200",
            description = "The merge.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "in force", value = MergeExamples.MERGED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "This actor has no merge with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public MergeView one(
            @Parameter(description = "Id of the merged actor.", example = "levant-front")
                    @PathParam("slug")
                    @Pattern(regexp = ActorsResource.SLUG, message = ActorsResource.SLUG_MESSAGE) String slug,
            @Parameter(description = "Id of the merge.", example = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                    @PathParam("id")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String id) {
        return merges.byId(slug, UUID.fromString(id)).orElseThrow(MergesResource::noMerge);
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Withdraw a merge",
            description =
                    "From now on the two are two again, for all time. Places are thought about again as with a merge, and the cause of"
                            + " the changes is of type `merge` too.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawalIn.class),
                            examples = @ExampleObject(name = "it was wrong", value = MergeExamples.WITHDRAWAL)))
    @APIResponse(
            responseCode = "200",
            description = "The merge, withdrawn.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeView.class),
                            examples = @ExampleObject(name = "withdrawn", value = MergeExamples.WITHDRAWN)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "This actor has no merge with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is withdrawn already, or without it other merges would lead in a circle.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public MergeView withdraw(
            @Parameter(description = "Id of the merged actor.", example = "levant-front")
                    @PathParam("slug")
                    @Pattern(regexp = ActorsResource.SLUG, message = ActorsResource.SLUG_MESSAGE) String slug,
            @Parameter(description = "Id of the merge.", example = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                    @PathParam("id")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String id,
            @NotNull @Valid WithdrawalIn body) {
        return merging.withdraw(
                        slug,
                        UUID.fromString(id),
                        body.reason(),
                        caller.getPrincipal().getName())
                .orElseThrow(MergesResource::noMerge);
    }

    private static RuntimeException noMerge() {
        return Problem.of(ProblemKind.NOT_FOUND, "This actor has no merge with this id.")
                .asException();
    }
}
