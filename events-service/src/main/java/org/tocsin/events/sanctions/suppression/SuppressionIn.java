package org.tocsin.events.sanctions.suppression;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;

/**
 * What an analyst says of a name.
 *
 * @param name as it is asked for in screenings
 * @param list of the entry that it is not; left out, with {@code reference}, for every entry that is found for the name
 * @param reference of the entry
 * @param reason for those who see the candidate marked
 * @param expiresAt when it ends by itself; null for not until it is deleted
 */
@Schema(name = "SuppressionRequest")
@RegisterForReflection
record SuppressionIn(
        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(examples = "Harbour Front Cafe")
        String name,

        @Schema(nullable = true) @Nullable ListId list,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = TEXT, message = TEXT_MESSAGE) @Schema(nullable = true, examples = "XAe.001")
        String reference,

        @NotBlank @Size(max = 2000) @Pattern(regexp = "[^\\x00]*", flags = Pattern.Flag.DOTALL, message = "must not contain NUL characters") @Schema(examples = "A cafe in Lisbon, checked against the trade register.")
        String reason,

        @Schema(nullable = true) @Nullable Instant expiresAt) {
    private static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";
    private static final String TEXT_MESSAGE = "must not contain control characters";
}
