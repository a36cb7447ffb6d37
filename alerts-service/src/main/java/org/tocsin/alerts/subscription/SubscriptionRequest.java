package org.tocsin.alerts.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;

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
        @Nullable Boolean includePast) {
    Filter filterOrAll() {
        return filter == null ? Filter.ALL : filter;
    }

    Assurance assuranceOrDefault() {
        return minimumAssurance == null ? Assurance.CLAIMED : minimumAssurance;
    }
}
