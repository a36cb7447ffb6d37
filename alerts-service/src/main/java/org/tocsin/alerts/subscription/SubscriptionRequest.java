package org.tocsin.alerts.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.Scheme;

/** What an owner says of a subscription. */
@Schema(description = "Who is to be told what, and where.")
public record SubscriptionRequest(
        @Schema(description = "Any name; it comes back in each alert.", examples = "Shipments to Iraq")
        @NotBlank(message = "must be given") @Size(max = 200) @Pattern(regexp = Filter.PLAIN_TEXT, message = Filter.NOT_PLAIN) String name,

        @Schema(
                description = "The https address that alerts are posted to.",
                examples = "https://hooks.example.org/tocsin")
        @NotNull(message = "must be given") @Size(max = 2_048) String endpoint,

        @Schema(description = "Absent: everything.") @Valid @Nullable Filter filter,

        @Schema(
                description =
                        "How sure a state must be; it is told when the state first reaches this. Absent: CLAIMED.",
                defaultValue = "CLAIMED")
        @Nullable Assurance minimumAssurance,

        @Schema(
                description = "Whether to be told also of changes in the past of a place, and of those from imports.",
                defaultValue = "false")
        @Nullable Boolean includePast,

        @Schema(
                nullable = true,
                description = "Which signatures each request carries: v1, v1a or both. Absent: v1.",
                examples = "[\"v1\"]")
        @Size(min = 1, max = 2) @Nullable List<@NotNull Scheme> signatures,

        @Schema(
                nullable = true,
                description = "What is posted: the event (cloudevents), or a message for the incoming webhook of a chat"
                        + " (slack, mattermost). Absent: cloudevents.",
                defaultValue = "cloudevents")
        @Nullable Format format) {
    Format formatOrDefault() {
        return format == null ? Format.CLOUDEVENTS : format;
    }

    Filter filterOrAll() {
        return filter == null ? Filter.ALL : filter;
    }

    Set<Scheme> signaturesOrDefault() {
        return signatures == null ? EnumSet.of(Scheme.V1) : EnumSet.copyOf(signatures);
    }

    Assurance assuranceOrDefault() {
        return minimumAssurance == null ? Assurance.CLAIMED : minimumAssurance;
    }
}
