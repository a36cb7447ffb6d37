package org.tocsin.alerts.outlet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Caller;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Keys by which feed readers see the alerts of one subscription. */
@Path("/subscriptions/{id}/feed-keys")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.SUBSCRIBER, Role.ADMIN})
@APIResponse(ref = "Unauthenticated", responseCode = "401")
@APIResponse(ref = "Forbidden", responseCode = "403")
@APIResponse(ref = "NotFound", responseCode = "404")
public class FeedKeyResource {
    private static final String ID = "The subscription's id.";

    private final FeedKeys keys;
    private final Caller caller;
    private final String base;

    FeedKeyResource(
            FeedKeys keys,
            Caller caller,
            @ConfigProperty(name = "tocsin.public-url", defaultValue = "http://localhost:8083") String base) {
        this.keys = keys;
        this.caller = caller;
        this.base = base;
    }

    /** @param url the feed's address with the key; null but in the answer to who made it */
    @Schema(name = "FeedKey")
    public record Key(
            String id,

            @Schema(nullable = true, description = "Shown once.") @Nullable String url,

            Instant createdAt) {}

    @Schema(name = "FeedKeys")
    public record Keys(
            List<Key> items,

            @Schema(nullable = true, description = "Always null: the list is whole.") @Nullable String next) {}

    @POST
    @Operation(
            summary = "Make a key to the feed",
            description =
                    "The answer holds the address for a feed reader, with a key that is not shown again: whoever has it reads"
                            + " the subscription's alerts. A subscription has at most 20 keys.")
    @APIResponse(
            responseCode = "201",
            description = "The address with its key.",
            content = @Content(schema = @Schema(implementation = Key.class), example = OutletExamples.KEY))
    @APIResponse(
            responseCode = "409",
            description = "There are 20 keys already.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response make(@Parameter(description = ID) @PathParam("id") UUID id) {
        FeedKeys.Key made = keys.make(id, caller.onlyOwner()).orElseThrow(FeedKeyResource::notFound);
        String url = base + "/subscriptions/" + id + "/alerts.atom?key=" + made.key();
        return Response.created(URI.create("/subscriptions/" + id + "/feed-keys/" + made.id()))
                .entity(new Key(made.id().toString(), url, made.createdAt()))
                .build();
    }

    @GET
    @Operation(summary = "List the keys to the feed", description = "When each was made; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The keys, without what opens the feed.",
            content = @Content(schema = @Schema(implementation = Keys.class), example = OutletExamples.KEYS))
    public Keys list(@Parameter(description = ID) @PathParam("id") UUID id) {
        List<FeedKeys.Key> found = keys.of(id, caller.onlyOwner()).orElseThrow(FeedKeyResource::notFound);
        return new Keys(
                found.stream()
                        .map(key -> new Key(key.id().toString(), null, key.createdAt()))
                        .toList(),
                null);
    }

    @DELETE
    @Path("/{key}")
    @Operation(summary = "Revoke a key to the feed", description = "Its address answers 404 from now on.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public void revoke(
            @Parameter(description = ID) @PathParam("id") UUID id,
            @Parameter(description = "The key's id.") @PathParam("key") UUID key) {
        if (!keys.revoke(id, key, caller.onlyOwner())) {
            throw notFound();
        }
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no such subscription or key.")
                .asException();
    }
}
