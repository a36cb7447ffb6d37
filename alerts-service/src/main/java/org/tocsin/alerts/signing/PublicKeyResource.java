package org.tocsin.alerts.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** The public keys that v1a signatures are checked with, for anybody who knows the subscription's id. */
@Path(PublicKeyResource.PATH + "{subscription}")
@Tag(name = "Signatures", description = "What requests are signed with, and replacing it.")
@PermitAll
public class PublicKeyResource {
    /** Where the keys of a subscription are, its id behind it. */
    public static final String PATH = "/.well-known/webhook-keys/";

    private static final int FRESH_SECONDS = 300;

    private final SigningKeys keys;

    PublicKeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JWK set (RFC 7517). */
    @RegisterForReflection
    @Schema(description = "A JWK set (RFC 7517): a signature is good if one of its keys fits.")
    record KeySet(List<Key> keys) {}

    /** An ed25519 key as a JWK (RFC 8037, RFC 9864). */
    @Schema(name = "PublicKey", description = "An ed25519 key as a JWK (RFC 8037, RFC 9864).")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Key(
            @Schema(examples = "OKP") String kty,
            @Schema(examples = "Ed25519") String crv,

            @Schema(description = "The 32 bytes, base64url.", examples = "1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4")
            String x,

            @Schema(description = "The id.", examples = "0d0a4b0f-6d07-4b52-9f4c-3b6f0b7f2f10")
            String kid,

            @Schema(examples = "sig") String use,
            @Schema(examples = "Ed25519") String alg,

            @Schema(
                    description = "The same as Standard Webhooks writes it.",
                    examples = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=")
            String whpk,

            @Schema(description = "When it was made, in seconds since 1970.", examples = "1795791600")
            long iat,

            @Schema(description = "When nothing is signed with it any more; absent: it is in use.") @Nullable Long exp) {
        static Key of(KeyRow row, PublicKey key) {
            Instant end = row.expiresAt();
            return new Key(
                    "OKP",
                    "Ed25519",
                    key.x(),
                    row.id().toString(),
                    "sig",
                    "Ed25519",
                    key.whpk(),
                    row.createdAt().getEpochSecond(),
                    end == null ? null : end.getEpochSecond());
        }
    }

    @GET
    @Produces("application/jwk-set+json")
    @SecurityRequirements
    @Operation(
            summary = "The public keys of a subscription",
            description = "Needs no token. Those that check `v1a` signatures now: the one in use and, after a rotation,"
                    + " those that overlap with it.")
    @APIResponse(
            responseCode = "200",
            description = "The keys, newest first.",
            content =
                    @Content(
                            mediaType = "application/jwk-set+json",
                            schema = @Schema(implementation = KeySet.class),
                            example = SigningExamples.KEY_SET))
    @APIResponse(
            responseCode = "404",
            description = "There is no such subscription, or it does not ask for v1a.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response keys(@Parameter(description = "The subscription's id.") @PathParam("subscription") UUID id) {
        List<Key> found = keys.alive(id).stream()
                .filter(row -> row.publicKey() != null)
                .map(row -> Key.of(row, Objects.requireNonNull(row.publicKey())))
                .toList();
        if (found.isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "There are no such keys.").asException();
        }
        CacheControl fresh = new CacheControl();
        fresh.setMaxAge(FRESH_SECONDS);
        return Response.ok(new KeySet(found)).cacheControl(fresh).build();
    }
}
