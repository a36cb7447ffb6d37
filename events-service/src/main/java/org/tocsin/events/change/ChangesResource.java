package org.tocsin.events.change;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The feed of changes. */
@Path("/changes")
@Tag(name = "Changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.READER, Role.ANALYST, Role.SUBSCRIBER, Role.SERVICE, Role.ADMIN})
public class ChangesResource {
    private final Feed feed;
    private final Waiters waiters;
    private final Explanations explanations;
    private final Printing printing;

    ChangesResource(Feed feed, Waiters waiters, Explanations explanations, Printing printing) {
        this.explanations = explanations;
        this.printing = printing;
        this.feed = feed;
        this.waiters = waiters;
    }

    /** @param next the cursor to go on from, never null */
    @Schema(name = "ChangePage")
    public record ChangePage(
            @Schema(type = SchemaType.ARRAY, implementation = ChangeView.class)
            List<RawJson> items,

            @Schema(examples = "1-000000000001") String next) {}

    @GET
    @Blocking
    @Operation(
            summary = "Read the feed of changes",
            description =
                    "Changes in the order in which they became visible, after a cursor. With `wait` the answer comes as soon as"
                            + " there is a change, or empty when the time is over. Go on from `next`, which is a cursor also when there"
                            + " was nothing. A change is never skipped and always has the same id.")
    @APIResponse(
            responseCode = "200",
            description = "The changes after the cursor.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class),
                            examples = @ExampleObject(name = "Mosul changes hands", value = ChangeExamples.PAGE)))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(
            responseCode = "410",
            description = "The cursor belongs to an earlier life of the feed; begin again without one.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many callers wait; ask again without wait.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Uni<ChangePage> changes(
            @Parameter(
                            description =
                                    "A cursor that the feed gave; `now` for nothing old; from the beginning when left out.")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(
                            description = "How many changes at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(1000) Integer limit,
            @Parameter(
                            description = "Seconds to wait when there is nothing.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "0",
                                            maximum = "30",
                                            defaultValue = "0"))
                    @QueryParam("wait")
                    @DefaultValue("0")
                    @Min(0) @Max(30) Integer wait) {
        Optional<Cursor> cursor = cursorOf(after);
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        return look(cursor, limit, deadline);
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            summary = "Explain a change",
            description =
                    "The change as the feed gives it, and beside it `explanation`: the rule in words and the events for and"
                            + " against the new state with their sentences, publishers and links. With `text/html` in the Accept header"
                            + " the same as one printable page that needs nothing from elsewhere and can be kept.")
    @APIResponse(
            responseCode = "200",
            description = "The change, explained.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Explanation.ExplainedChange.class),
                        examples = @ExampleObject(name = "Mosul changes hands", value = ChangeExamples.EXPLAINED)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "the beginning of the page", value = ChangeExamples.PRINTED))
            })
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "NotAcceptable", responseCode = "406")
    @APIResponse(
            responseCode = "404",
            description = "There is no change with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    public Response change(
            @Parameter(description = "Id of the change.", example = "2ee79412-f86e-3810-84b9-bba27e769c7c")
                    @PathParam("id")
                    @Pattern(
                            regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                            message = "must be a UUID in lower case")
                    String id,
            @Context Request request) {
        ExplainedChange change = explanations.of(UUID.fromString(id)).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND, "There is no change with this id.")
                .asException());
        Variant chosen =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                        .build());
        boolean page = chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        return (page ? printed(change) : Response.ok(change, MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** Nothing of the page runs or is fetched, also if a report managed to put something into it. */
    private Response.ResponseBuilder printed(ExplainedChange change) {
        return Response.ok(PrintedChange.of(printing.of(change)), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff");
    }

    private Uni<ChangePage> look(Optional<Cursor> cursor, int limit, long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (left.isZero()) {
            return Uni.createFrom().item(page(feed.after(cursor, limit)));
        }
        if (waiters.full()) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS, "Too many callers wait for changes; ask again without wait.")
                    .asException();
        }
        CompletableFuture<Void> ring = waiters.next(left);
        Feed.Slice slice = feed.after(cursor, limit);
        if (!slice.items().isEmpty()) {
            return Uni.createFrom().item(page(slice));
        }
        return Uni.createFrom()
                .completionStage(ring)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> look(cursor, limit, deadline));
    }

    private static ChangePage page(Feed.Slice slice) {
        return new ChangePage(slice.items(), slice.next().toString());
    }

    private Optional<Cursor> cursorOf(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        Cursor end = feed.end();
        if (after.equals("now")) {
            return Optional.of(end);
        }
        Cursor cursor = Cursor.parse(after)
                .orElseThrow(() -> Problem.invalid("after", "must be a cursor that this feed gave, or 'now'")
                        .asException());
        if (cursor.epoch() != end.epoch() || cursor.number() > end.number()) {
            throw Problem.of(
                            ProblemKind.GONE,
                            "The cursor belongs to an earlier life of this feed; begin again without one.")
                    .asException();
        }
        return Optional.of(cursor);
    }
}
