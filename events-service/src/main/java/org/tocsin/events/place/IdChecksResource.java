package org.tocsin.events.place;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.service.access.Role;

/** Which ids of the reference data there are, for whoever keeps some. */
@Path("/id-checks")
@Tag(name = "Places")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class IdChecksResource {
    private final Countries countries;
    private final Actors actors;

    IdChecksResource(Countries countries, Actors actors) {
        this.countries = countries;
        this.actors = actors;
    }

    /**
     * Ids of each kind.
     *
     * @param countries ISO 3166-1 alpha-2
     * @param regions GeoNames admin1 codes
     * @param actors slugs
     */
    @RegisterForReflection
    @Schema(name = "Ids")
    public record Ids(
            @Schema(examples = "[\"IQ\"]") @Size(max = 10_000) List<@NotNull @Size(max = 100) String> countries,

            @Schema(examples = "[\"IQ.15\"]") @Size(max = 10_000) List<@NotNull @Size(max = 100) String> regions,

            @Schema(examples = "[\"islamic-state\"]") @Size(max = 10_000) List<@NotNull @Size(max = 200) String> actors) {
        public Ids {
            countries = orEmpty(countries);
            regions = orEmpty(regions);
            actors = orEmpty(actors);
        }

        /** Keeps nulls of members, which are refused by validation, by name. */
        private static List<String> orEmpty(@Nullable List<String> ids) {
            return ids == null ? List.of() : ids;
        }
    }

    /** The answer. */
    @Schema(name = "IdCheck")
    public record Checked(
            @Schema(description = "Those that there are not.")
            Ids unknown) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Check ids",
            description =
                    "Countries, regions and actors by id, up to 10,000 of each; the answer names those that are unknown."
                            + " Places are asked for by `POST /places/matches`.")
    @APIResponse(
            responseCode = "200",
            description = "The unknown ones.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Checked.class),
                            examples = @ExampleObject(name = "one unknown", value = PlaceExamples.CHECKED)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "UnsupportedMediaType", responseCode = "415")
    public Checked check(
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "one of each",
                                                            value = PlaceExamples.CHECK_REQUEST)))
                    @NotNull @Valid Ids body) {
        return new Checked(new Ids(
                unknown(
                        body.countries(),
                        code -> code.matches("[A-Z]{2}")
                                && countries.byCode(code).isPresent()),
                unknown(body.regions(), code -> !countries.admin1Name(code).isEmpty()),
                unknown(body.actors(), slug -> actors.byId(slug).isPresent())));
    }

    private static List<String> unknown(List<String> ids, Predicate<String> known) {
        return ids.stream().distinct().filter(known.negate()).toList();
    }
}
