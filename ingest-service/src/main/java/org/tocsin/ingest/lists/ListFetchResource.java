package org.tocsin.ingest.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.access.Role;

/** Tells how the fetching of sanctions lists goes. */
@Path("/list-fetches")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection(targets = {ListFetchResource.FetchPage.class, ListFetchResource.FetchView.class})
@Tag(name = "sanctions lists")
@Blocking
public class ListFetchResource {
    static final String EXAMPLE = """
            {"items": [{
              "list": "UN", "fetching": true, "addresses": ["https://scsanctions.un.org/resources/xml/en/consolidated.xml"],
              "outcome": "SENT", "problem": null, "failures": 0, "triedAt": "2026-03-02T06:00:01.204112Z",
              "seenAt": "2026-03-02T06:00:03.120411Z", "sentAt": "2026-03-02T06:00:03.120411Z", "version": "2",
              "nextAt": "2026-03-02T07:00:03.120411Z"
            }], "next": null}
            """;

    private final ListSettings settings;
    private final FetchRows rows;

    ListFetchResource(ListSettings settings, FetchRows rows) {
        this.settings = settings;
        this.rows = rows;
    }

    /** @param next always null */
    @Schema(name = "ListFetchPage")
    public record FetchPage(
            List<FetchView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /**
     * How the fetching of one list goes.
     *
     * @param fetching whether this service fetches it: {@code tocsin.lists.fetch} is on and there is an address
     * @param addresses where from, without what follows a question mark
     * @param outcome of the last time: UNCHANGED, SENT or FAILED
     * @param problem why the last time failed
     * @param failures how many times in a row
     * @param seenAt when the publisher last gave the files, or said that they had not changed
     * @param sentAt when the whole files last went to events-service
     * @param version as which version it has them
     * @param nextAt when it is tried next
     */
    @Schema(name = "ListFetch")
    public record FetchView(
            String list,
            boolean fetching,
            List<String> addresses,
            @Schema(nullable = true) @Nullable String outcome,
            @Schema(nullable = true) @Nullable String problem,
            int failures,
            @Schema(nullable = true) @Nullable Instant triedAt,
            @Schema(nullable = true) @Nullable Instant seenAt,
            @Schema(nullable = true) @Nullable Instant sentAt,
            @Schema(nullable = true) @Nullable String version,
            @Schema(nullable = true) @Nullable Instant nextAt) {}

    @GET
    @RolesAllowed({Role.READER, Role.ANALYST, Role.SERVICE, Role.ADMIN})
    @Operation(
            operationId = "listListFetches",
            summary = "How the fetching of sanctions lists goes",
            description =
                    "What became of the last time, and when the next is. What events-service made of the files is told there.")
    @APIResponse(
            responseCode = "200",
            description = "Each list.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FetchPage.class),
                            examples = @ExampleObject(name = "one of them", value = EXAMPLE)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public FetchPage all() {
        return new FetchPage(
                settings.addresses().entrySet().stream().map(this::view).toList(), null);
    }

    private FetchView view(Map.Entry<String, List<String>> list) {
        Optional<FetchRows.Row> found = rows.find(list.getKey());
        boolean fetching = settings.isOn() && !list.getValue().isEmpty();
        return new FetchView(
                list.getKey(),
                fetching,
                list.getValue().stream().map(ListFetchResource::shown).toList(),
                found.map(FetchRows.Row::outcome).orElse(null),
                found.map(FetchRows.Row::problem).orElse(null),
                found.map(FetchRows.Row::failures).orElse(0),
                found.map(FetchRows.Row::triedAt).orElse(null),
                found.map(FetchRows.Row::seenAt).orElse(null),
                found.map(FetchRows.Row::sentAt).orElse(null),
                found.map(FetchRows.Row::version).orElse(null),
                fetching ? found.map(FetchRows.Row::dueAt).orElse(null) : null);
    }

    /** A token in an address is nobody's business. */
    private static String shown(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    + uri.getPath();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
