package org.tocsin.ingest.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.input.Checks;
import org.tocsin.service.access.Role;

/** Reads a text on the spot. */
@Path("/readings")
@Tag(name = "readings", description = "Read a text and see why it is read so.")
public class ReadingResource {
    private final LoadedReader reader;
    private final Clock clock;

    ReadingResource(LoadedReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.REPORTER, Role.READER, Role.ANALYST, Role.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readText",
            summary = "Read a text, store nothing",
            description =
                    "Answers the claims of a text with the reasons for each. Nothing is stored and nobody is told.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadingRequest.class),
                            examples = @ExampleObject(name = "one sentence", value = ReadingExamples.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "What was read.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadingAnswer.class),
                            examples = @ExampleObject(name = "one claim", value = ReadingExamples.ANSWER)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "TooLarge", responseCode = "413")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public ReadingAnswer read(@NotNull ReadingRequest body) {
        Reading reading = reader.read(checked(body));
        List<ClaimBody> claims = new ArrayList<>();
        for (Claim claim : reading.claims()) {
            claims.add(ClaimBody.of(claim, ""));
        }
        return new ReadingAnswer(reading.language(), claims);
    }

    private Text checked(ReadingRequest body) {
        Instant now = Instant.now(clock);
        Checks checks = new Checks();
        String title = body.title() == null || body.title().isEmpty() ? "" : checks.title(body.title());
        String text = checks.text(body.text());
        Instant publishedAt = body.publishedAt() == null ? now : checks.publishedAt(body.publishedAt(), now);
        checks.refuseIfWrong();
        return new Text(title, text, publishedAt);
    }
}
