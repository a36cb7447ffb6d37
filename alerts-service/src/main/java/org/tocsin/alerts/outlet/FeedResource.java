package org.tocsin.alerts.outlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.alert.AlertLog;
import org.tocsin.alerts.format.AlertInWords;
import org.tocsin.alerts.store.Inputs;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The same alerts for feed readers, which send no token but a key. */
@Path("/subscriptions/{id}/alerts.atom")
@Tag(name = "Alerts")
public class FeedResource {
    private static final int PAGE = 100;

    private final FeedKeys keys;
    private final AlertLog log;
    private final ObjectMapper json;
    private final String base;

    FeedResource(
            FeedKeys keys,
            AlertLog log,
            ObjectMapper json,
            @ConfigProperty(name = "tocsin.public-url", defaultValue = "http://localhost:8083") String base) {
        this.keys = keys;
        this.log = log;
        this.json = json;
        this.base = base;
    }

    @GET
    @Blocking
    @PermitAll
    @SecurityRequirements
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(
            summary = "Read alerts as a feed",
            description =
                    "The last 100 alerts of a subscription as Atom, the newest first, each as a message of the Common Alerting"
                            + " Protocol 1.2 (msgType Alert, Update or Cancel with `references`; `certainty` from the assurance). The"
                            + " link `next` leads to older ones. Feed readers need no token: the key of"
                            + " `POST /subscriptions/{id}/feed-keys` is enough. Unchanged feeds answer 304 to `If-None-Match`.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content =
                    @Content(
                            mediaType = AtomFeed.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class),
                            example = OutletExamples.FEED))
    @APIResponse(responseCode = "304", description = "Nothing has come since.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be read; the problem names it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such feed, or the key is none of it (any more).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response feed(
            @Parameter(description = "The subscription's id.") @PathParam("id") UUID id,
            @Parameter(description = "A key of this feed.", required = true) @QueryParam("key") @Nullable String key,
            @Parameter(description = "Only those before it: from the link `next`.") @QueryParam("before") @Nullable String before,
            @Context Request request) {
        long end = before == null ? Long.MAX_VALUE : Inputs.position("before", before);
        String name = keys.opened(id, key == null ? "" : key)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "There is no such feed, or the key is none of it.")
                        .asException());
        List<AlertLog.Made> found = log.before(id, end, PAGE + 1);
        List<AlertLog.Made> shown = found.subList(0, Math.min(found.size(), PAGE));
        EntityTag tag = new EntityTag(
                (shown.isEmpty() ? 0 : shown.get(0).position()) + "-" + Integer.toHexString(name.hashCode()), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null
                ? unchanged
                : Response.ok(document(id, name, key, before, shown, found.size() > shown.size()));
        return response.tag(tag).header("Cache-Control", "private, max-age=30").build();
    }

    private String document(
            UUID id,
            String name,
            @Nullable String key,
            @Nullable String before,
            List<AlertLog.Made> shown,
            boolean more) {
        List<AlertInWords> alerts = shown.stream().map(this::read).toList();
        String self = base + "/subscriptions/" + id + "/alerts.atom?key=" + key;
        Instant updated = alerts.isEmpty() ? Instant.EPOCH : alerts.get(0).sent();
        return AtomFeed.of(
                id,
                name,
                updated,
                before == null ? self : self + "&before=" + before,
                more ? self + "&before=" + shown.get(shown.size() - 1).position() : null,
                alerts,
                log.times(alerts.stream()
                        .flatMap(alert -> alert.revises().stream())
                        .distinct()
                        .toList()));
    }

    private AlertInWords read(AlertLog.Made made) {
        try {
            return AlertInWords.of(json.readTree(made.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
