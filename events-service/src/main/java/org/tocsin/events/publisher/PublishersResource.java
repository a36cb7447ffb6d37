package org.tocsin.events.publisher;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.tocsin.service.problem.ProblemKind;

/** Publishers and their reliability. */
@Path("/publishers/{slug}")
@Tag(name = "Publishers")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class PublishersResource {
    private final Grading grading;
    private final SecurityIdentity caller;

    PublishersResource(Grading grading, SecurityIdentity caller) {
        this.grading = grading;
        this.caller = caller;
    }

    /**
     * @param id the publisher's name folded: lower case, blanks as hyphens
     * @param grade Admiralty reliability: A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged
     * @param curated whether it is a data set that people compile and check: what it says itself confirms
     * @param gradedAt since when it has the grade and is curated or not
     */
    @Schema(name = "Publisher")
    public record PublisherView(
            @Schema(examples = "example-wire") String id,
            @Schema(examples = "Example Wire") String name,
            Grade grade,
            boolean curated,
            Instant gradedAt) {}

    /**
     * @param name to show; the id when left out
     * @param curated whether it is a curated data set; as before when left out, or false for a new one
     */
    @Schema(name = "PublisherRequest")
    public record PublisherIn(
            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters") @Schema(nullable = true, examples = "Example Wire")
            String name,

            @NotNull Grade grade,
            @Schema(nullable = true) @Nullable Boolean curated) {}

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "Get a publisher",
            description =
                    "A publisher that has sent a report or was graded. A new one has the grade tocsin.publishers.default-grade.")
    @APIResponse(
            responseCode = "200",
            description = "The publisher.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublisherView.class),
                            examples = @ExampleObject(name = "not graded yet", value = PublisherExamples.NEW)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "No report of this publisher has come, and nobody graded it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public PublisherView get(
            @Parameter(description = "Name of the publisher in any spelling.", example = "example-wire")
                    @PathParam("slug")
                    String slug) {
        return grading.find(slugOf(slug))
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no publisher of this name.")
                        .asException());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Grade a publisher",
            description =
                    "Sets name, grade and whether it is a curated data set. Places about which the publisher said something are thought about again, shortly after"
                            + " the answer if there are many; changes that follow are in the feed with cause type `grade`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublisherIn.class),
                            examples = {
                                @ExampleObject(name = "usually reliable", value = PublisherExamples.REQUEST),
                                @ExampleObject(name = "curated data set", value = PublisherExamples.CURATED_REQUEST)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The publisher as it is now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublisherView.class),
                            examples = @ExampleObject(name = "graded", value = PublisherExamples.GRADED)))
    @APIResponse(
            responseCode = "201",
            description = "The publisher, which was not known before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublisherView.class),
                            examples = @ExampleObject(name = "graded", value = PublisherExamples.GRADED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response put(
            @Parameter(description = "Name of the publisher in any spelling.", example = "example-wire")
                    @PathParam("slug")
                    String slug,
            @NotNull @Valid PublisherIn body) {
        String id = slugOf(slug);
        String name = body.name() == null ? id : body.name();
        Grading.Outcome outcome = grading.put(
                id, name, body.grade(), body.curated(), caller.getPrincipal().getName());
        return Response.status(outcome.created() ? 201 : 200)
                .entity(outcome.publisher())
                .build();
    }

    private static String slugOf(String name) {
        String slug = name.length() > 200 || name.indexOf('\0') >= 0 ? "" : Publishers.slugOf(name);
        if (slug.isEmpty() || slug.length() > 200) {
            throw Problem.invalid("slug", "must be 1 to 200 characters with letters or digits")
                    .asException();
        }
        return slug;
    }
}
