package org.tocsin.events.actor;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.reference.Actor;
import org.tocsin.reference.ActorKind;
import org.tocsin.reference.Actors;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The parties to conflicts, and those who report on them. */
@Path("/actors")
@Tag(name = "Actors")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class ActorsResource {
    static final String SLUG = "[a-z0-9-]{1,100}";
    static final String SLUG_MESSAGE = "must be a slug: lower-case letters, digits and hyphens";

    private final Actors actors;
    private final Sides sides;

    ActorsResource(Actors actors, Sides sides) {
        this.actors = actors;
        this.sides = sides;
    }

    /** @param next to be given as {@code after} for the next page; null on the last */
    @Schema(name = "ActorPage")
    public record ActorPage(
            List<ActorView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * An actor.
     *
     * @param countries ISO codes of the countries where it is active; empty for anywhere
     * @param aliases further names in the news
     * @param holdsFor the actor on whose behalf it holds ground; null if it holds for itself
     * @param mergedInto the actor that it is, as analysts say; null for none
     * @param side the actor that holds what this one takes: follows mergedInto, else holdsFor, to the end
     * @param allies actors that it fights beside
     */
    @Schema(name = "ActorDetail")
    public record ActorView(
            @Schema(examples = "islamic-state") String id,
            @Schema(examples = "Islamic State") String name,
            ActorKind kind,
            List<String> countries,
            List<String> aliases,
            @Schema(nullable = true) @Nullable String holdsFor,
            @Schema(nullable = true) @Nullable String mergedInto,
            @Schema(examples = "islamic-state") String side,
            List<String> allies,
            @Schema(nullable = true) @Nullable LocalDate activeFrom,
            @Schema(nullable = true) @Nullable LocalDate activeTo) {}

    @GET
    @Operation(
            summary = "List actors",
            description = "The known actors in the order of their ids, or those of one name.")
    @APIResponse(
            responseCode = "200",
            description = "A page of actors.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActorPage.class),
                            examples = @ExampleObject(name = "by the name ISIS", value = ActorExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public ActorPage all(
            @Parameter(description = "Only actors of this name or alias.", example = "ISIS")
                    @QueryParam("name")
                    @Nullable @Size(max = 200) @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters") String name,
            @Parameter(description = "Only actors after this id.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = SLUG, message = SLUG_MESSAGE) String after,
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
        Collection<Actor> among = name == null || name.isBlank() ? actors.all() : actors.named(name);
        List<Actor> page = among.stream()
                .filter(actor -> after == null || actor.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Actor::id))
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        List<Actor> items = more ? page.subList(0, limit) : page;
        Alignment alignment = sides.alignment(Optional.empty());
        return new ActorPage(
                items.stream().map(actor -> view(actor, alignment)).toList(),
                more ? items.get(items.size() - 1).id() : null);
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "Get an actor", description = "One actor, with the side for which it holds ground.")
    @APIResponse(
            responseCode = "200",
            description = "The actor.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActorView.class),
                            examples = @ExampleObject(name = "Islamic State", value = ActorExamples.ACTOR)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "404",
            description = "There is no actor with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public ActorView actor(
            @Parameter(description = "Id of the actor.", example = "islamic-state")
                    @PathParam("slug")
                    @Pattern(regexp = SLUG, message = SLUG_MESSAGE) String slug) {
        Alignment alignment = sides.alignment(Optional.empty());
        return actors.byId(slug).map(actor -> view(actor, alignment)).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no actor with this id.")
                .asException());
    }

    private static ActorView view(Actor actor, Alignment alignment) {
        return new ActorView(
                actor.id(),
                actor.name(),
                actor.kind(),
                actor.countries(),
                actor.aliases(),
                actor.holdsFor().isEmpty() ? null : actor.holdsFor(),
                alignment.mergedInto(actor.id()),
                alignment.sideOf(actor.id()),
                actor.allies(),
                actor.activeFrom().orElse(null),
                actor.activeTo().orElse(null));
    }
}
