package org.tocsin.alerts.watchlist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Watch-lists in and out. */
@Path("/subscriptions/{id}/places")
@Tag(name = "Subscriptions", description = "Who is told what, and where. Each owner sees his own.")
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "InvalidRequest", responseCode = "400")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class WatchListResource {
    private static final Logger LOG = Logger.getLogger(WatchListResource.class);
    private static final String CSV = "text/csv";
    private static final int MOST = 10_000;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String ID = "The subscription's id.";
    private static final String APPLY =
            "What is stored: `if-all-match`, the list if every line is matched and else nothing; `matched`, the lines"
                    + " that are; `never`, nothing: a dry run.";
    private static final String HOW =
            "As CSV (UTF-8; comma, semicolon or tab; columns `id` or `name`, and `country`, `reference` where there are,"
                    + " known by a header or in the order name or id, country, reference) or as JSON; up to 10,000 lines. Names are taken"
                    + " in any usual spelling; of several places of a name none is guessed. The answer says what each line means.";

    private final WatchLists lists;
    private final Caller caller;

    WatchListResource(WatchLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @RegisterForReflection
    @Schema(name = "WatchedPlaces")
    record Page(
            List<WatchLists.Named> items,

            @Schema(nullable = true, description = "Always null: the list is whole.") @Nullable String next) {}

    @PUT
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace the places of a subscription by a list", description = HOW)
    @APIResponse(
            responseCode = "200",
            description = "What each line means.",
            content =
                    @Content(
                            schema = @Schema(implementation = WatchListResult.class),
                            example = WatchListExamples.RESULT))
    @APIResponse(ref = "LimitReached", responseCode = "409")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response replaceByCsv(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = APPLY, schema = @Schema(defaultValue = "if-all-match"))
                    @QueryParam("apply")
                    @Nullable String apply,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(implementation = String.class),
                                            example = WatchListExamples.CSV))
                    byte[] body) {
        return take(id, CsvLines.of(utf8(body)), true, apply);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replaceByJson(
            @PathParam("id") UUID id,
            @QueryParam("apply") @Nullable String apply,
            @RequestBody(content = @Content(example = WatchListExamples.JSON)) @NotNull @Valid WatchListRequest body) {
        return take(id, body.lines(), true, apply);
    }

    @POST
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a list to the places of a subscription",
            description = HOW + " A place that is watched already gets the reference of the list.")
    @APIResponse(
            responseCode = "200",
            description = "What each line means.",
            content =
                    @Content(
                            schema = @Schema(implementation = WatchListResult.class),
                            example = WatchListExamples.RESULT))
    @APIResponse(ref = "LimitReached", responseCode = "409")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    public Response addCsv(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = APPLY, schema = @Schema(defaultValue = "if-all-match"))
                    @QueryParam("apply")
                    @Nullable String apply,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(implementation = String.class),
                                            example = WatchListExamples.CSV))
                    byte[] body) {
        return take(id, CsvLines.of(utf8(body)), false, apply);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response addJson(
            @PathParam("id") UUID id,
            @QueryParam("apply") @Nullable String apply,
            @RequestBody(content = @Content(example = WatchListExamples.JSON)) @NotNull @Valid WatchListRequest body) {
        return take(id, body.lines(), false, apply);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "List the places of a subscription",
            description =
                    "With their names, as JSON or with `Accept: text/csv` as a file that can be given back. While events-service"
                            + " does not answer, the names are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The places, in the order of the filter.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Page.class),
                        example = WatchListExamples.PLACES),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        example = WatchListExamples.PLACES_CSV)
            })
    public Response list(@Parameter(description = ID) @PathParam("id") UUID id, @Context Request request) {
        List<WatchLists.Named> places = lists.of(id, caller.onlyOwner()).orElseThrow(WatchListResource::notFound);
        Variant chosen =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV))
                        .build());
        boolean csv = chosen != null && chosen.getMediaType().isCompatible(MediaType.valueOf(CSV));
        Response.ResponseBuilder answer = csv
                ? Response.ok(csvOf(places), MediaType.valueOf(CSV).withCharset("UTF-8"))
                : Response.ok(new Page(places, null), MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private Response take(UUID id, List<Line> lines, boolean replace, @Nullable String apply) {
        WatchLists.Apply how = applyOf(apply);
        if (lines.isEmpty()) {
            throw Problem.invalid("body", "must have at least one line with a place")
                    .asException();
        }
        if (lines.size() > MOST) {
            throw Problem.invalid("body", "has " + lines.size() + " lines, and may have " + MOST)
                    .asException();
        }
        try {
            return Response.ok(lists.take(id, caller.onlyOwner(), lines, replace, how)
                            .orElseThrow(WatchListResource::notFound))
                    .build();
        } catch (IOException e) {
            LOG.infof("list not taken subscription=%s: %s", id, e);
            Problem problem = Problem.of(
                    ProblemKind.UNAVAILABLE,
                    "events-service, which knows the places, does not answer. Nothing was stored; send the call again.");
            return Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .entity(problem)
                    .build();
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("body", "must be UTF-8").asException();
        }
    }

    private static String csvOf(List<WatchLists.Named> places) {
        return places.stream()
                .map(place -> Stream.of(place.id(), place.name(), place.country(), place.reference())
                        .map(cell -> Csv.cell(cell == null ? "" : cell))
                        .collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining("", "id,name,country,reference\n", ""));
    }

    private static WatchLists.Apply applyOf(@Nullable String apply) {
        if (apply == null) {
            return WatchLists.Apply.IF_ALL_MATCH;
        }
        return switch (apply) {
            case "never" -> WatchLists.Apply.NEVER;
            case "matched" -> WatchLists.Apply.MATCHED;
            case "if-all-match" -> WatchLists.Apply.IF_ALL_MATCH;
            default ->
                throw Problem.invalid("apply", "must be if-all-match, matched or never")
                        .asException();
        };
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                .asException();
    }
}
