package org.tocsin.alerts.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** What would have rung. */
@Path("/subscriptions")
@Tag(name = "Subscriptions", description = "Who is told what, and where. Each owner sees his own.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "InvalidRequest", responseCode = "400")
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
public class PreviewResource {
    private static final String WHAT =
            "Looks through the changes that this service keeps (those that altered who held a place, at most the newest"
                    + " 10,000), as if the subscription had been made before them, and stores nothing. `messages` counts all; the items"
                    + " are the newest first.";
    private static final String SINCE = "Look at nothing that was recorded before this time.";
    private static final String AFTER = "The `next` of an earlier answer.";
    private static final String LIMIT = "How many, 1 to 1000.";

    private final Previews previews;
    private final Caller caller;

    PreviewResource(Previews previews, Caller caller) {
        this.previews = previews;
        this.caller = caller;
    }

    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "See what a filter would have told", description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "What would have been told.",
            content = @Content(schema = @Schema(implementation = Preview.class), example = PreviewExamples.PREVIEW))
    public Preview preview(
            @Parameter(description = SINCE) @QueryParam("since") @Nullable String since,
            @Parameter(description = AFTER) @QueryParam("after") @Nullable String after,
            @Parameter(description = LIMIT, schema = @Schema(defaultValue = "100")) @QueryParam("limit") @Nullable Integer limit,
            @RequestBody(content = @Content(example = PreviewExamples.REQUEST)) @NotNull @Valid PreviewRequest body) {
        body.filterOrAll().troubleWithBox().ifPresent(trouble -> {
            throw Problem.invalid("filter.bbox", trouble).asException();
        });
        return look(body, since, after, limit);
    }

    @GET
    @Path("/{id}/preview")
    @Operation(summary = "See what a subscription would have told", description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "What would have been told.",
            content = @Content(schema = @Schema(implementation = Preview.class), example = PreviewExamples.PREVIEW))
    @APIResponse(ref = "NotFound", responseCode = "404")
    public Preview ofSubscription(
            @Parameter(description = "The subscription's id.") @PathParam("id") UUID id,
            @Parameter(description = SINCE) @QueryParam("since") @Nullable String since,
            @Parameter(description = AFTER) @QueryParam("after") @Nullable String after,
            @Parameter(description = LIMIT, schema = @Schema(defaultValue = "100")) @QueryParam("limit") @Nullable Integer limit) {
        PreviewRequest wanted = previews.of(id, caller.onlyOwner())
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription.")
                        .asException());
        return look(wanted, since, after, limit);
    }

    private Preview look(
            PreviewRequest wanted, @Nullable String since, @Nullable String after, @Nullable Integer limit) {
        int many = Cursor.of(null, limit).limit();
        return previews.of(wanted, sinceOf(since), placeOf(after), many);
    }

    private static @Nullable Instant sinceOf(@Nullable String since) {
        try {
            Instant time = since == null ? null : OffsetDateTime.parse(since).toInstant();
            if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z")))) {
                throw Problem.invalid("since", "must be a time after 1970").asException();
            }
            return time;
        } catch (DateTimeParseException e) {
            throw Problem.invalid("since", "must be an RFC 3339 time such as 2026-11-01T00:00:00Z")
                    .asException();
        }
    }

    private static Previews.Place placeOf(@Nullable String after) {
        if (after == null) {
            return Previews.Place.FIRST;
        }
        if (!after.matches("\\d{1,18}-\\d{1,18}")) {
            throw Problem.invalid("after", "must be the next of an earlier answer")
                    .asException();
        }
        String[] parts = after.split("-");
        return new Previews.Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
