package org.tocsin.alerts.outlet;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.alert.AlertLog;
import org.tocsin.alerts.store.Inputs;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The same alerts as they are made, as server-sent events. */
@Path("/alerts/stream")
@Tag(name = "Alerts")
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
public class StreamResource {
    private final AlertStreams streams;
    private final Tail tail;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    StreamResource(AlertStreams streams, Tail tail, Caller caller, JsonWebToken token, Clock clock) {
        this.streams = streams;
        this.tail = tail;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow alerts",
            description =
                    "The alerts of the caller's subscriptions as server-sent events; the data of each is the very event that its"
                            + " webhook carries, its id the cursor of `GET /alerts`. Whoever comes back with `Last-Event-ID` gets what he"
                            + " missed, and then what is made. A comment is sent after 15 s of silence. The stream ends with the"
                            + " token's validity; 20 streams of one owner may be open.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            example = OutletExamples.STREAM))
    @APIResponse(ref = "InvalidRequest", responseCode = "400")
    @APIResponse(ref = "Unauthenticated", responseCode = "401")
    @APIResponse(ref = "Forbidden", responseCode = "403")
    @APIResponse(
            responseCode = "429",
            description = "Too many streams of this owner are open.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "Only those of this subscription.") @QueryParam("subscription") @Nullable String subscription,
            @Parameter(
                            description =
                                    "A cursor of `GET /alerts`, for who cannot send the header; absent both: from now on.",
                            example = "17")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "The id of the last event that arrived; before `after`.", example = "17")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEventId,
            @Context Sse sse) {
        String owner = caller.onlyOwner();
        UUID one = Inputs.subscription(subscription);
        Optional<Long> position = lastEventId != null && !lastEventId.isEmpty()
                ? Optional.of(Inputs.position("Last-Event-ID", lastEventId))
                : Optional.ofNullable(after).map(text -> Inputs.position("after", text));
        if (!tail.begun()) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "The alerts cannot be read at the moment.")
                    .asException();
        }
        String reader = owner == null ? "admin" : "owner " + owner;
        return streams.open(one, owner, position, reader, untilTheTokenEnds())
                .orElseThrow(() -> Problem.of(
                                ProblemKind.TOO_MANY_REQUESTS,
                                "There are " + AlertStreams.PER_OWNER + " streams open; close one first.")
                        .asException())
                .onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(eventsOf(page, sse)));
    }

    private Duration untilTheTokenEnds() {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.isNegative() || left.isZero() ? Duration.ofSeconds(1) : left;
    }

    private static List<OutboundSseEvent> eventsOf(AlertStreams.Page page, Sse sse) {
        return page.alerts().isEmpty()
                ? List.of(sse.newEventBuilder().comment("").build())
                : page.alerts().stream().map(made -> event(made, sse)).toList();
    }

    private static OutboundSseEvent event(AlertLog.Made made, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(made.position()))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(made.body())
                .build();
    }
}
