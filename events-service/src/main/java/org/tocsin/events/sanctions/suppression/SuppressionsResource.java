package org.tocsin.events.sanctions.suppression;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** What analysts said of candidates of screenings: not the one. */
@Path("/suppressions")
@RegisterForReflection(targets = SuppressionsResource.SuppressionPage.class)
@Tag(name = "Screening")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class SuppressionsResource {
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String UUID_MESSAGE = "must be a UUID in lower case";

    private final Suppressions suppressions;
    private final SecurityIdentity caller;

    SuppressionsResource(Suppressions suppressions, SecurityIdentity caller) {
        this.suppressions = suppressions;
        this.caller = caller;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "SuppressionPage")
    public record SuppressionPage(
            List<SuppressionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Say that a candidate is not the one",
            description =
                    "From now on screenings of this name mark the entry as suppressed, with the reason; capitals, marks and punctuation of"
                            + " the name make no difference, other spellings do. It is never left out unless the caller asks for that, and"
                            + " counted even then.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuppressionIn.class),
                            examples = @ExampleObject(name = "a cafe", value = SuppressionExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "It stands from now on.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address of the suppression.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuppressionView.class),
                            examples = @ExampleObject(name = "a cafe", value = SuppressionExamples.SUPPRESSION)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response add(@NotNull @Valid SuppressionIn body) {
        if ((body.list() == null) != (body.reference() == null)) {
            throw Problem.invalid(
                            body.list() == null ? "list" : "reference",
                            "must be given where the other of list and reference is")
                    .asException();
        }
        if (!Comparison.isComparable(body.name())) {
            throw Problem.invalid("name", "must have a letter or a digit").asException();
        }
        if (body.expiresAt() != null && !body.expiresAt().isAfter(suppressions.now())) {
            throw Problem.invalid("expiresAt", "must be in the future").asException();
        }
        SuppressionView made = suppressions.add(body, caller.getPrincipal().getName());
        return Response.created(UriBuilder.fromPath("/suppressions/{id}").build(made.id()))
                .entity(made)
                .build();
    }

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "List what was said",
            description = "In the order in which it was. Expired and deleted ones too, unless `standing` is true.")
    @APIResponse(
            responseCode = "200",
            description = "A page of suppressions.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuppressionPage.class),
                            examples = @ExampleObject(name = "one", value = SuppressionExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public SuppressionPage all(
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String after,
            @Parameter(description = "Only those that stand now.") @QueryParam("standing") @DefaultValue("false")
                    boolean standing,
            @Parameter(
                            description = "How many at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(1000) Integer limit) {
        List<SuppressionView> found =
                suppressions.page(after == null ? null : UUID.fromString(after), standing, limit + 1);
        boolean more = found.size() > limit;
        List<SuppressionView> page = more ? found.subList(0, limit) : found;
        return new SuppressionPage(page, more ? page.get(page.size() - 1).id() : null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(summary = "Get a suppression", description = "Also one that has expired or was deleted.")
    @APIResponse(
            responseCode = "200",
            description = "The suppression.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuppressionView.class),
                            examples = @ExampleObject(name = "a cafe", value = SuppressionExamples.SUPPRESSION)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no suppression of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SuppressionView one(
            @Parameter(description = "Id of the suppression.")
                    @PathParam("id")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String id) {
        return suppressions.find(UUID.fromString(id)).orElseThrow(SuppressionsResource::none);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "End a suppression",
            description =
                    "Candidates are no longer marked. What was said, and who ended it, stays on record. Twice is no error.")
    @APIResponse(responseCode = "204", description = "It has ended.")
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no suppression of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response end(
            @Parameter(description = "Id of the suppression.")
                    @PathParam("id")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String id) {
        if (!suppressions.withdraw(UUID.fromString(id), caller.getPrincipal().getName())) {
            throw none();
        }
        return Response.noContent().build();
    }

    private static RuntimeException none() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no suppression of this id.")
                .asException();
    }
}
