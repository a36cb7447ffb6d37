package org.tocsin.alerts.alert;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.subscription.Filter;

/** What somebody thinks of asking for. */
@RegisterForReflection
@Schema(name = "PreviewRequest", description = "As in a subscription.")
public record PreviewRequest(
        @Schema(description = "Absent: everything.") @Valid @Nullable Filter filter,

        @Schema(description = "Absent: CLAIMED.", defaultValue = "CLAIMED") @Nullable Assurance minimumAssurance,

        @Schema(defaultValue = "false") @Nullable Boolean includePast) {
    Filter filterOrAll() {
        return filter == null ? Filter.ALL : filter;
    }

    Assurance assuranceOrDefault() {
        return minimumAssurance == null ? Assurance.CLAIMED : minimumAssurance;
    }
}
