package org.tocsin.alerts.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.Scheme;
import org.tocsin.service.problem.Problem;

/** A subscription as its owner sees it. */
@Schema(description = "Who is told what, and where.")
public record Subscription(
        @Schema(examples = "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10")
        String id,

        @Schema(examples = "Shipments to Iraq") String name,

        @Schema(examples = "https://hooks.example.org/tocsin")
        String endpoint,

        Filter filter,
        Assurance minimumAssurance,
        boolean includePast,

        @Schema(description = "Which signatures each request carries.", examples = "[\"v1\"]")
        Set<Scheme> signatures,

        @Schema(
                nullable = true,
                description = "Where the public keys are that check v1a signatures, for anybody; null without v1a.",
                examples = "https://tocsin.example.org/.well-known/webhook-keys/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10")
        @Nullable String publicKeys,

        @Schema(description = "What is posted.", examples = "cloudevents")
        Format format,

        Status status,

        @Schema(nullable = true, description = "Why it is DISABLED.") @Nullable String statusReason,

        @Schema(nullable = true, description = "Null when it is not paused.") @Nullable Pause pause,

        @Schema(
                description = "The secret of v1 signatures, in the answer that made it and never again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
        @Nullable String secret,

        Instant createdAt,
        Instant updatedAt,

        @Schema(nullable = true, description = "When the endpoint last answered the challenge.") @Nullable Instant verifiedAt,

        @Schema(
                nullable = true,
                description = "Since when every attempt at the endpoint failed; null when the last one succeeded.")
        @Nullable Instant failingSince,

        @Schema(
                nullable = true,
                description = "If it fails on, the first failure after this makes the subscription DISABLED.")
        @Nullable Instant disablesAt,

        @Schema(
                description =
                        "What is worth knowing of a request that was taken: in the answer to it, and never again.")
        @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
        @Nullable List<Problem.FieldError> warnings) {}
