package org.tocsin.alerts.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key of a subscription as its owner sees it. */
@RegisterForReflection
@Schema(description = "What requests are signed with: a shared secret (v1) or a pair of keys (v1a).")
public record SigningSecret(
        @Schema(examples = "0d0a4b0f-6d07-4b52-9f4c-3b6f0b7f2f10")
        String id,

        @Schema(description = "Which signatures are made with it.", examples = "v1")
        Scheme signature,

        @Schema(
                description = "Of v1: the secret, in the answer that made it and never again.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String secret,

        @Schema(
                nullable = true,
                description = "Of v1a: the public key; null for v1.",
                examples = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=")
        @Nullable String publicKey,

        Instant createdAt,

        @Schema(
                nullable = true,
                description = "When nothing is signed with it any more, for another replaced it; null: it is in use.")
        @Nullable Instant expiresAt) {
    static SigningSecret of(KeyRow row, @Nullable Secret shown) {
        PublicKey key = row.publicKey();
        return new SigningSecret(
                row.id().toString(),
                row.scheme(),
                shown == null ? null : shown.reveal(),
                key == null ? null : key.whpk(),
                row.createdAt(),
                row.expiresAt());
    }

    @Schema(name = "SigningSecrets")
    record Page(
            List<SigningSecret> items,

            @Schema(nullable = true, description = "Always null: there are a few only.") @Nullable String next) {}
}
