package org.tocsin.events.sanctions.suppression;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;

/**
 * That whoever bears a name is not an entry that is found for it.
 *
 * @param name as it is asked for; capitals, marks and punctuation make no difference
 * @param list of the entry; null for every entry that is found for the name
 * @param by the analyst
 * @param expiresAt when it ends by itself
 * @param withdrawnAt when it was ended by a person
 */
@Schema(name = "Suppression")
@RegisterForReflection
public record SuppressionView(
        @Schema(examples = "6f2d9c0e-3b6b-4c07-9a53-0f1a6f6d8c11")
        String id,

        String name,
        @Schema(nullable = true) @Nullable ListId list,
        @Schema(nullable = true) @Nullable String reference,
        String reason,
        String by,
        Instant at,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        @Schema(nullable = true) @Nullable Instant withdrawnAt,
        @Schema(nullable = true) @Nullable String withdrawnBy) {
    /** Whether it speaks of this entry. */
    public boolean concerns(ListId ofList, String ofReference) {
        return list == null || (list == ofList && ofReference.equals(reference));
    }
}
