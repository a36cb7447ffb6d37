package org.tocsin.events.sanctions;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.reference.Actor;
import org.tocsin.service.access.Role;

/** Which actor a name means. */
@Path("/actors/named")
@Tag(name = "Actors")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class NamesResource {
    private final Standings standings;

    NamesResource(Standings standings) {
        this.standings = standings;
    }

    /** Whether a name is clear. */
    public enum Clarity {
        CLEAR,
        AMBIGUOUS,
        UNKNOWN
    }

    /**
     * What a name means.
     *
     * @param actor the one that it means; null unless it is CLEAR
     * @param candidates all that it can mean
     * @param entries the entries of lists that bear it and are one of the candidates
     */
    @Schema(name = "NameMeaning")
    public record MeaningView(
            @Schema(examples = "Ansar Allah") String name,
            Clarity clarity,
            @Schema(nullable = true) @Nullable Party actor,
            List<Party> candidates,
            List<EntryView> entries) {}

    /** An entry that bears the name. */
    @Schema(name = "NamedEntry")
    public record EntryView(
            @Schema(examples = "OFAC_SDN") String list,
            @Schema(examples = "47664") String reference) {}

    @GET
    @Operation(
            summary = "Which actor a name means",
            description =
                    "By the names that actors have in the news and those of the list entries to which they are linked. A name of"
                            + " several is AMBIGUOUS until `country` leaves one.")
    @APIResponse(
            responseCode = "200",
            description = "What it means.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MeaningView.class),
                            examples = {
                                @ExampleObject(
                                        name = "a name of two on one list",
                                        value = SanctionsExamples.ANSAR_ALLAH),
                                @ExampleObject(name = "in Yemen", value = SanctionsExamples.ANSAR_ALLAH_IN_YEMEN)
                            }))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public MeaningView named(
            @Parameter(description = "The name.", example = "Ansar Allah")
                    @QueryParam("name")
                    @NotBlank @Size(max = 1_000) @Pattern(
                            regexp = "[^\\x00]*",
                            flags = Pattern.Flag.DOTALL,
                            message = "must not contain NUL characters")
                    String name,
            @Parameter(description = "ISO code of the country of which the context speaks.", example = "YE")
                    @QueryParam("country")
                    @Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code of two capitals") String country) {
        ActorNames.Meaning meaning = standings.names().meaningOf(name, country == null ? Set.of() : Set.of(country));
        List<EntryView> entries = new ArrayList<>();
        meaning.entries()
                .forEach((list, references) ->
                        references.forEach(reference -> entries.add(new EntryView(list, reference))));
        entries.sort(Comparator.comparing(EntryView::list).thenComparing(EntryView::reference));
        return new MeaningView(
                name,
                meaning.ambiguous() ? Clarity.AMBIGUOUS : meaning.actor().isPresent() ? Clarity.CLEAR : Clarity.UNKNOWN,
                meaning.actor().map(NamesResource::party).orElse(null),
                meaning.candidates().stream().map(NamesResource::party).toList(),
                entries);
    }

    private static Party party(Actor actor) {
        return new Party(actor.id(), actor.name());
    }
}
