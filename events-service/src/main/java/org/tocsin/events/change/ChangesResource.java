package org.tocsin.events.change;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
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

    ChangesResource(Feed feed, Waiters waiters) {
        this.feed = feed;
        this.waiters = waiters;
    }

    /** @param next the cursor to go on from, never null */
    public record ChangePage(List<RawJson> items, String next) {}

    @GET
    @Blocking
    @Operation(summary = "Read the feed of changes")
    public Uni<ChangePage> changes(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) Integer limit,
            @QueryParam("wait") @DefaultValue("0") @Min(0) @Max(30) Integer wait) {
        Optional<Cursor> cursor = cursorOf(after);
        long deadline = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
        return look(cursor, limit, deadline);
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
