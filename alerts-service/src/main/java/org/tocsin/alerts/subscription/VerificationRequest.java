package org.tocsin.alerts.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.problem.Problem;

/** The code that was read in the endpoint's channel; without one the endpoint is asked again. */
@RegisterForReflection
@Schema(description = "The code that the endpoint was sent; without one it is asked again.")
public record VerificationRequest(
        @Schema(
                nullable = true,
                description = "`data.code` of the last `tocsin.verification` event.",
                examples = "K7QF-2M9D")
        @Size(min = 1, max = 40) @Nullable String code) {
    /** None given. */
    static final VerificationRequest NONE = new VerificationRequest(null);

    /** @throws org.tocsin.service.problem.ProblemException when it can be no code */
    void check() {
        if (code != null && (code.isBlank() || code.length() > 40)) {
            throw Problem.invalid("code", "must have 1 to 40 characters").asException();
        }
    }
}
