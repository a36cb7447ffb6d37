package org.tocsin.events.sanctions;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.reference.Actors;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** How an actor stands on sanctions lists. */
@Path("/actors/{slug}/sanctions")
@Tag(name = "Actors")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class SanctionsResource {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Actors actors;
    private final Standings standings;

    SanctionsResource(Actors actors, Standings standings) {
        this.actors = actors;
        this.standings = standings;
    }

    /**
     * @param items one for each list, also for those that were never loaded
     * @param next always null: the list is whole
     */
    @Schema(name = "ActorSanctions")
    public record SanctionsView(
            Party actor,
            @Schema(examples = "2014-06-10") LocalDate asOf,
            List<ListStanding> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Operation(
            summary = "How an actor stands on sanctions lists",
            description =
                    "Per list and as of a day, with the entry that decides, who linked the actor to it and why, and the version of the"
                            + " list with its age. A list that was never loaded is UNKNOWN, not NOT_LISTED. The rules are in docs/sanctions.md.")
    @APIResponse(
            responseCode = "200",
            description = "One standing for each list.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SanctionsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "the Houthis before the United States listed them",
                                            value = SanctionsExamples.HOUTHIS)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no actor with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public SanctionsView standing(
            @Parameter(description = "Id of the actor.", example = "houthis")
                    @PathParam("slug")
                    @Pattern(
                            regexp = "[a-z0-9-]{1,100}",
                            message = "must be a slug: lower-case letters, digits and hyphens")
                    String slug,
            @Parameter(
                            description = "The day, today or before; today without it.",
                            example = "2023-12-01",
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "date"))
                    @QueryParam("asOf")
                    @Nullable String asOf) {
        LocalDate day = day(asOf);
        return actors.byId(slug)
                .map(actor -> new SanctionsView(
                        new Party(actor.id(), actor.name()), day, standings.explained(actor.id(), day), null))
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no actor with this id.")
                        .asException());
    }

    private LocalDate day(@Nullable String asOf) {
        LocalDate today = standings.today();
        if (asOf == null || asOf.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(asOf);
            // Tomorrow is today east of here.
            if (!day.isBefore(EARLIEST) && !day.isAfter(today.plusDays(1))) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw Problem.invalid("asOf", "must be a day from 1900-01-01 to today, such as 2023-12-01")
                .asException();
    }
}
