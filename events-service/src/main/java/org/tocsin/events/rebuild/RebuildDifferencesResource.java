package org.tocsin.events.rebuild;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.place.Known;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;

/** Shows what a rebuild changes. */
@Path("/control/rebuilds/{id}/differences")
@Tag(name = "Rebuilds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class RebuildDifferencesResource {
    private final Rebuilds rebuilds;

    RebuildDifferencesResource(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @GET
    @Operation(
            operationId = "listRebuildDifferences",
            summary = "See what would change",
            description =
                    "Each place that comes out otherwise, with its timeline before and after and the changes that applying tells. In the"
                            + " order of place ids, page by page (fewer than `limit` where they are long); complete from PREVIEWED on."
                            + " While it is applied what is done takes the place of what was shown. Kept for a time after it ended.")
    @APIResponse(
            responseCode = "200",
            description = "A page of places.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DifferenceView.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "a claim and a counterclaim",
                                            value = RebuildExamples.DIFFERENCES)))
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
            responseCode = "410",
            description = "It was cancelled, or ended long ago.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "gone", value = RebuildExamples.GONE)))
    public DifferenceView.Page differences(
            @Parameter(description = RebuildResource.ID_WORDS, example = "5f0c7a8e-3b7e-4f0e-9d64-0b8c5a1f2e77")
                    @PathParam("id")
                    @Pattern(regexp = RebuildResource.UUID_FORM, message = RebuildResource.UUID_MESSAGE) String id,
            @Parameter(description = "The next of the page before.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = Known.PLACE, message = "must be the next of an earlier page") String after,
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
        return rebuilds.differences(UUID.fromString(id), after, limit);
    }
}
