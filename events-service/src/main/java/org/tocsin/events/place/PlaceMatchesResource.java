package org.tocsin.events.place;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;
import org.tocsin.service.access.Role;

/** Many places of somebody's list at once. */
@Path("/places/matches")
@Tag(name = "Places")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class PlaceMatchesResource {
    private static final String NO_CONTROLS = "[^\\p{Cntrl}]*";
    private static final String NOT_PLAIN = "must not hold control characters";

    private final PlaceMatching matching;

    PlaceMatchesResource(Places places, Countries countries) {
        this.matching = new PlaceMatching(places, countries);
    }

    /** The lines of a list. */
    @RegisterForReflection
    @Schema(name = "PlaceMatchRequest")
    public record Request(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid Line> items) {}

    /** One line. */
    @RegisterForReflection
    @Schema(name = "PlaceMatchLine")
    public record Line(
            @Schema(description = "A GeoNames id, x and a number, or a name in any spelling.", examples = "Mosul")
            @NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROLS, message = NOT_PLAIN) String text,

            @Schema(
                    nullable = true,
                    description = "Code, name or demonym of the country that it must be in.",
                    examples = "IQ")
            @Nullable @Size(max = 100) @Pattern(regexp = NO_CONTROLS, message = NOT_PLAIN) String country) {}

    /** @param next always null: the list is whole */
    @Schema(name = "PlaceMatchPage")
    public record Page(
            List<Found> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * What a line means.
     *
     * @param place null unless matched
     * @param candidates what it could mean, most populous first, at most five; empty when matched
     */
    @Schema(name = "PlaceMatch")
    public record Found(
            PlaceMatching.Status status,
            @Schema(nullable = true) @Nullable PlaceView place,
            List<PlaceView> candidates,

            @Schema(nullable = true, description = "Why it is not matched, or why this one of several.") @Nullable String detail) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Find the places of a list",
            description =
                    "Up to 1,000 names or ids, each with its country or without; answered in their order. Case, accents and the"
                            + " usual transliterations of a name are one, as in `GET /places`. Of several places of a name none is guessed:"
                            + " the line is AMBIGUOUS, unless its country is given and one place there has at least 100,000 inhabitants and"
                            + " ten times those of the next.")
    @APIResponse(
            responseCode = "200",
            description = "What each line means, in the order of the lines.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "four lines", value = PlaceExamples.MATCHES)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Page match(
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "four lines",
                                                            value = PlaceExamples.MATCHES_REQUEST)))
                    @NotNull @Valid Request body) {
        return new Page(
                body.items().stream()
                        .map(line -> found(matching.of(line.text(), line.country())))
                        .toList(),
                null);
    }

    private static Found found(PlaceMatching.Match match) {
        return new Found(
                match.status(),
                match.place().map(PlaceView::of).orElse(null),
                match.candidates().stream().map(PlaceView::of).toList(),
                match.detail());
    }
}
