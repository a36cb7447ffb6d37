package org.tocsin.events.decision;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.tocsin.events.place.Known;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Analysts' decisions about a place. */
@Path("/places/{id}/decisions")
@Tag(name = "Decisions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String UUID_MESSAGE = "must be a UUID in lower case";

    private final Deciding deciding;
    private final Decisions decisions;
    private final Places places;
    private final SecurityIdentity caller;

    DecisionsResource(Deciding deciding, Decisions decisions, Places places, SecurityIdentity caller) {
        this.deciding = deciding;
        this.decisions = decisions;
        this.places = places;
        this.caller = caller;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "DecisionPage")
    public record DecisionPage(
            List<DecisionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param reason why the decision is taken back */
    @Schema(name = "DecisionWithdrawal")
    public record WithdrawalIn(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = DecisionIn.TEXT, message = DecisionIn.TEXT_MESSAGE) @Schema(examples = "The photograph was of another town.")
            String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Decide who holds a place",
            description =
                    "The decision stands over what sources say, from its day on until it expires or is withdrawn, and is CONFIRMED;"
                            + " of two for one day the one made later stands. Actors are named by their slug, or by an object with it"
                            + " as `id`. The timeline and the changes that follow are there with the"
                            + " answer; the changes have cause type `decision`. When it expires, sources count again from that day on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionIn.class),
                            examples = {
                                @ExampleObject(name = "held", value = DecisionExamples.HELD),
                                @ExampleObject(name = "contested", value = DecisionExamples.CONTESTED)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The decision, which stands from now on.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Address of the decision.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class),
                            examples = @ExampleObject(name = "held", value = DecisionExamples.DECISION)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no place with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Too many decisions on this place are not withdrawn.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response decide(
            @Parameter(description = "GeoNames id, or x and a number.", example = "2457163")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @NotNull @Valid DecisionIn body) {
        DecisionView made = deciding.make(Known.place(places, id), body, author());
        return Response.status(201)
                .location(
                        UriBuilder.fromPath("/places/{id}/decisions/{decision}").build(id, made.id()))
                .entity(made)
                .build();
    }

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "List the decisions on a place",
            description = "All that were made, in the order in which they were, expired and withdrawn ones too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of decisions.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionPage.class),
                            examples = @ExampleObject(name = "one", value = DecisionExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no place with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public DecisionPage all(
            @Parameter(description = "GeoNames id, or x and a number.", example = "2457163")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = UUID_PATTERN, message = "must be the next of an earlier page") String after,
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
        String place = Known.place(places, id).id();
        List<DecisionView> found = decisions.on(place, after == null ? null : UUID.fromString(after), limit + 1);
        boolean more = found.size() > limit;
        List<DecisionView> page = more ? found.subList(0, limit) : found;
        return new DecisionPage(page, more ? page.get(page.size() - 1).id() : null);
    }

    @GET
    @Path("{decision}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(summary = "Get a decision", description = "One decision, also when it expired or was withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class),
                            examples = @ExampleObject(name = "held", value = DecisionExamples.DECISION)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no decision with this id on this place.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public DecisionView one(
            @Parameter(description = "GeoNames id, or x and a number.", example = "2457163")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @Parameter(description = "Id of the decision.", example = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                    @PathParam("decision")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String decision) {
        return deciding.find(Known.place(places, id), UUID.fromString(decision));
    }

    @POST
    @Path("{decision}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            summary = "Withdraw a decision",
            description =
                    "From now on the decision counts for no day, also for none before; `knownAt` before now still shows it. The"
                            + " changes that follow have cause type `decision`. The same withdrawal again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawalIn.class),
                            examples = @ExampleObject(name = "an error", value = DecisionExamples.WITHDRAWAL)))
    @APIResponse(
            responseCode = "200",
            description = "The decision, withdrawn.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionView.class),
                            examples = @ExampleObject(name = "withdrawn", value = DecisionExamples.WITHDRAWN)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no decision with this id on this place.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It was withdrawn already, by somebody else or for another reason.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public DecisionView withdraw(
            @Parameter(description = "GeoNames id, or x and a number.", example = "2457163")
                    @PathParam("id")
                    @Pattern(regexp = Known.PLACE, message = Known.PLACE_MESSAGE) String id,
            @Parameter(description = "Id of the decision.", example = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
                    @PathParam("decision")
                    @Pattern(regexp = UUID_PATTERN, message = UUID_MESSAGE) String decision,
            @NotNull @Valid WithdrawalIn body) {
        return deciding.withdraw(Known.place(places, id), UUID.fromString(decision), body.reason(), author());
    }

    private String author() {
        return caller.getPrincipal().getName();
    }
}
