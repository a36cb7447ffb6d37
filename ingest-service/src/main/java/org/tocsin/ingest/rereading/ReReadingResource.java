package org.tocsin.ingest.rereading;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.tocsin.ingest.input.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Has stored reports read again, shows what would change, and applies it. */
@Path("/reports/re-readings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "re-readings", description = "Read stored reports again with a newer reader: look first, then apply.")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "Unavailable", responseCode = "503")
public class ReReadingResource {
    private final ReReadings reReadings;
    private final DifferenceRows differences;
    private final SecurityIdentity caller;

    ReReadingResource(ReReadings reReadings, DifferenceRows differences, SecurityIdentity caller) {
        this.reReadings = reReadings;
        this.differences = differences;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startReReading",
            summary = "Read stored reports again",
            description =
                    "Reads the reports that fit the filter with the reader that runs, in the background and only while no new report waits, and keeps what each would say next to what it says. Nothing changes and nothing is sent until it is applied; with `apply: true` that follows at once. The same request while it is under way is answered with the one that is there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingRequest.class),
                            examples = @ExampleObject(name = "example", value = ReReadingExamples.REQUEST)))
    @APIResponse(
            responseCode = "202",
            description = "Started; `Location` is its address.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingView.class),
                            examples = @ExampleObject(name = "running", value = ReReadingExamples.RUNNING)))
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read or breaks a rule; every wrong field is named.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "two fields", value = ReReadingExamples.INVALID)))
    @APIResponse(
            responseCode = "409",
            description = "Too many re-readings are open.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "ten", value = ReReadingExamples.TOO_MANY)))
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Response start(@NotNull ReReadingRequest body) {
        return accepted(reReadings.start(body.checkedFilter(), body.appliesAtOnce(), subject()));
    }

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "listReReadings",
            summary = "List re-readings",
            description = "Last started first, page by page: give the `next` of an answer as `after`.")
    @APIResponse(
            responseCode = "200",
            description = "A page of re-readings.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingPage.class),
                            examples = @ExampleObject(name = "example", value = ReReadingExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    public ReReadingPage list(
            @Parameter(description = "The `next` of the page before.") @QueryParam("after") @Nullable String after,
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
        return reReadings.page(Cursor.of(after), limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "getReReading",
            summary = "See how far a re-reading has come",
            description = "Its state, how many of its reports came to what, and how many claims differ.")
    @APIResponse(
            responseCode = "200",
            description = "The re-reading.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingView.class),
                            examples = @ExampleObject(name = "previewed", value = ReReadingExamples.PREVIEWED)))
    @APIResponse(
            responseCode = "404",
            description = "There is no re-reading of this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = ReReadingExamples.NOT_FOUND)))
    public ReReadingView reReading(
            @Parameter(description = "The id that it was started under.") @PathParam("id") UUID id) {
        return reReadings.find(id);
    }

    @GET
    @Path("/{id}/differences")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "listDifferences",
            summary = "See what would change",
            description =
                    "For each report that reads otherwise, the claims that the new reading adds, removes and alters; and the reports that the new reader failed on. In the order in which the reports were stored, page by page (fewer than `limit` where they are long); the list is complete from PREVIEWED on. Kept for a time after it was applied.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DifferencePage.class),
                            examples = @ExampleObject(name = "one altered", value = ReReadingExamples.DIFFERENCES)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no re-reading of this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = ReReadingExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "410",
            description = "It was cancelled, or applied long ago.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "gone", value = ReReadingExamples.GONE)))
    public DifferencePage differences(
            @Parameter(description = "The id that it was started under.") @PathParam("id") UUID id,
            @Parameter(description = "The `next` of the page before.") @QueryParam("after") @Nullable String after,
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
        return differences.page(id, Cursor.of(after), limit);
    }

    @POST
    @Path("/{id}/application")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "applyReReading",
            summary = "Apply what was previewed",
            description =
                    "Switches the reports to their new readings, each in one step, and sends the whole new set of events of each that changed; the changes of control that follow do not ring. Reports that read the same only get the reader's version noted. A report that was corrected meanwhile, or whose preview another reader made, is read once more: if it then says something else than was shown, it is not switched, and the re-reading is PREVIEWED again. A second time changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "It is being applied, or has been.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingView.class),
                            examples = @ExampleObject(name = "applying", value = ReReadingExamples.APPLYING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no re-reading of this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = ReReadingExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "409",
            description = "It is still being read, or was cancelled.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "running", value = ReReadingExamples.CONFLICT)))
    public Response apply(@Parameter(description = "The id that it was started under.") @PathParam("id") UUID id) {
        return accepted(reReadings.apply(id, subject()));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({Role.ANALYST, Role.ADMIN})
    @Operation(
            operationId = "cancelReReading",
            summary = "Cancel a re-reading",
            description =
                    "Ends it and deletes its previews. What was applied before stays applied, each report as a whole. A second time changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReReadingView.class),
                            examples = @ExampleObject(name = "cancelled", value = ReReadingExamples.CANCELLED)))
    @APIResponse(
            responseCode = "404",
            description = "There is no re-reading of this id.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "unknown", value = ReReadingExamples.NOT_FOUND)))
    @APIResponse(
            responseCode = "409",
            description = "It has been applied.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "applied", value = ReReadingExamples.ENDED)))
    public ReReadingView cancel(
            @Parameter(description = "The id that it was started under.") @PathParam("id") UUID id) {
        return reReadings.cancel(id, subject());
    }

    private static Response accepted(ReReadingView view) {
        return Response.accepted(view)
                .location(UriBuilder.fromPath("/reports/re-readings/{id}").build(view.id()))
                .build();
    }

    private String subject() {
        return caller.getPrincipal().getName();
    }
}
