package org.tocsin.ingest.report;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.service.access.Role;

/** Corrects reports and takes them back. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "Unavailable", responseCode = "503")
public class RevisionResource {
    private final Revisions revisions;
    private final SecurityIdentity caller;

    RevisionResource(Revisions revisions, SecurityIdentity caller) {
        this.revisions = revisions;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctReport",
            summary = "Correct a report",
            description =
                    "Gives the report another text, and other facts where they are given. It becomes the next revision, is read again, and everything the revision before said is replaced. Sending what it says already changes nothing. A retracted report is taken up again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Correction.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.CORRECTION)))
    @APIResponse(
            responseCode = "200",
            description = "How it stands now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionReceipt.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.CORRECTED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Conflict", responseCode = "409")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public RevisionReceipt correct(
            @Parameter(description = "The id that the report was stored under.") @PathParam("id") UUID id,
            @NotNull Correction body) {
        return revisions.correct(id, body, subject());
    }

    @POST
    @Path("/{id}/retraction")
    @RolesAllowed({Role.REPORTER, Role.ADMIN})
    @Operation(
            operationId = "retractReport",
            summary = "Take a report back",
            description = "All its claims are withdrawn. A second time changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "How it stands now.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevisionReceipt.class),
                            examples = @ExampleObject(name = "example", value = ReportExamples.RETRACTED)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public RevisionReceipt retract(
            @Parameter(description = "The id that the report was stored under.") @PathParam("id") UUID id) {
        return revisions.retract(id, subject());
    }

    private String subject() {
        return caller.getPrincipal().getName();
    }
}
