package org.tocsin.events.sanctions.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.EntryViews.ChangePage;
import org.tocsin.events.sanctions.list.EntryViews.ChangeView;
import org.tocsin.events.sanctions.list.EntryViews.DatedEntry;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The sanctions lists: their state, their entries, and what changed. */
@Path("/sanctions-lists")
@RegisterForReflection(targets = ListsResource.ListPage.class)
@Tag(name = "Sanctions lists")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ListsResource {
    private final SanctionsLists lists;
    private final VersionRows versions;
    private final ChangeRows changes;

    ListsResource(SanctionsLists lists, VersionRows versions, ChangeRows changes) {
        this.lists = lists;
        this.versions = versions;
        this.changes = changes;
    }

    /** @param next always null: there are five lists */
    @Schema(name = "SanctionsLists")
    public record ListPage(
            List<ListView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Transactional
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "State of the sanctions lists",
            description =
                    "Each list with the version in force, its day, how many entries it has, how old it is, whether that is too old, and what"
                            + " became of the last version that came. `problem` says in words what a person should look at.")
    @APIResponse(
            responseCode = "200",
            description = "All lists.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListPage.class),
                            examples = @ExampleObject(name = "one of them", value = ListExamples.LISTS)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public ListPage all() {
        return new ListPage(Arrays.stream(ListId.values()).map(this::view).toList(), null);
    }

    @GET
    @Path("/{list}")
    @Transactional
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "State of one sanctions list",
            description = "The version in force, how old it is, and what became of the last version that came.")
    @APIResponse(
            responseCode = "200",
            description = "The list.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListView.class),
                            examples = @ExampleObject(name = "fresh", value = ListExamples.LIST)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no list of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ListView one(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list) {
        return view(Paths.list(list));
    }

    private ListView view(ListId list) {
        return ListView.of(list, lists.inForce(list), versions.last(list), lists.staleAfterDays());
    }

    @GET
    @Path("/{list}/changes")
    @Transactional
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "What changed on a list",
            description =
                    "Entries that were added, removed or amended, version by version, in the order in which they were told; the first version"
                            + " of a list changes nothing. An amendment says what: NAME, ALIAS, PROGRAMME, REFERENCE, REMARK or OTHER, with"
                            + " the entry before and after. Only what both versions have files for is compared. When a version of an earlier"
                            + " day comes later, what the next one changed is told anew, at the end, and what was told of it before is left"
                            + " out. Page until `next` is null; give the id of the last change you have as `after` to go on later.")
    @APIResponse(
            responseCode = "200",
            description = "Changes.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class),
                            examples = @ExampleObject(name = "a new alias", value = ListExamples.CHANGES)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no list of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ChangePage changes(
            @Parameter(description = "Id of the list.", example = "OFAC_SDN") @PathParam("list") String list,
            @Parameter(description = "The next of the page before, or the id of a change.")
                    @QueryParam("after")
                    @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "must be the next of an earlier page") String after,
            @Parameter(description = "Only what this version changed.")
                    @QueryParam("version")
                    @Nullable @Pattern(regexp = "[1-9][0-9]{0,8}", message = "must be the id of a version") String version,
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
        ListId id = Paths.list(list);
        List<ChangeRows.Row> found = changes.page(
                id,
                version == null ? 0 : Integer.parseInt(version),
                after == null ? 0 : Long.parseLong(after),
                limit + 1);
        boolean more = found.size() > limit;
        List<ChangeRows.Row> page = more ? found.subList(0, limit) : found;
        return new ChangePage(
                page.stream().map(row -> ChangeView.of(id, row)).toList(),
                more ? Long.toString(page.get(page.size() - 1).id()) : null);
    }

    @GET
    @Path("/{list}/entries/{reference}")
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
    @Operation(
            summary = "An entry of a list",
            description =
                    "As it is, or as it was on a day. Without a day an entry that was removed is answered as it last was; `to` then is the day"
                            + " of the version that has it no more.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DatedEntry.class),
                            examples = @ExampleObject(name = "of the UN", value = ListExamples.ENTRY)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "404",
            description = "There is no such list, or it has (or had on that day) no entry of this reference.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DatedEntry entry(
            @Parameter(description = "Id of the list.", example = "UN") @PathParam("list") String list,
            @Parameter(description = "The list's own reference.", example = "XAe.001") @PathParam("reference")
                    String reference,
            @Parameter(description = "A day, such as 2021-08-18.") @QueryParam("asOf") @Nullable LocalDate asOf) {
        ListId id = Paths.list(list);
        List<SanctionsLists.Dated> history = Paths.isReference(reference) ? lists.historyOf(id, reference) : List.of();
        return history.stream()
                .filter(form -> asOf == null
                        || (!form.from().isAfter(asOf)
                                && (form.to() == null || form.to().isAfter(asOf))))
                .reduce((earlier, later) -> later)
                .map(form -> DatedEntry.of(form, history))
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND,
                                history.isEmpty() || asOf == null
                                        ? "No version of the list has an entry of this reference."
                                        : "The list has an entry of this reference, but not on that day.")
                        .asException());
    }
}
