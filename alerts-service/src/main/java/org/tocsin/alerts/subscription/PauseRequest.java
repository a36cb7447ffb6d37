package org.tocsin.alerts.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long to pause, and why. */
@RegisterForReflection
@Schema(description = "How long to pause, and why.")
public record PauseRequest(
        @Schema(nullable = true, description = "When it ends by itself, in the future. Absent: when it is resumed.")
        @Nullable Instant until,

        @Schema(nullable = true, description = "Any text.", examples = "The desk moves house")
        @Size(max = 500) @Pattern(regexp = Filter.PLAIN_TEXT, message = Filter.NOT_PLAIN) @Nullable String reason) {
    static final PauseRequest FOR_GOOD = new PauseRequest(null, null);
}
