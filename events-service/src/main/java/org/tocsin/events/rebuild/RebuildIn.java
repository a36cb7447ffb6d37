package org.tocsin.events.rebuild;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.event.Inputs;

/** @param reason why; kept with the rebuild and with the version that it puts in force */
@Schema(name = "RebuildRequest", description = "A wish to have all control computed anew.")
record RebuildIn(
        @Schema(
                nullable = true,
                description = "The version of the rules to go by; the one in force when left out.",
                examples = "2")
        @Nullable String rulesVersion,

        @Schema(
                nullable = true,
                description = "Whether to apply what comes out without waiting for somebody to look at it.",
                defaultValue = "false")
        @Nullable Boolean apply,

        @Nullable @Size(min = 1, max = 2000) @Pattern(regexp = Inputs.NO_NUL, message = Inputs.NO_NUL_MESSAGE) @Schema(nullable = true, examples = "Claims and counterclaims are one contest now.")
        String reason) {

    boolean appliesAtOnce() {
        return apply != null && apply;
    }
}
