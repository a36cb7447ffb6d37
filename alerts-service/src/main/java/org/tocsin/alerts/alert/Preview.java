package org.tocsin.alerts.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Message;

/** What would have rung. */
@RegisterForReflection
@Schema(name = "Preview", description = "Which past changes would have been told, newest first.")
public record Preview(
        List<Item> items,

        @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next,

        @Schema(description = "How many of each message in all, not on this page alone.")
        Map<Message, Integer> messages,

        @Schema(description = "How many changes were looked at.", examples = "1250")
        int changes,

        @Schema(
                nullable = true,
                description =
                        "When the oldest of them was recorded: nothing is said of the time before. Null when there is none.")
        @Nullable Instant lookedSince,

        @Schema(nullable = true, description = "How far back this service keeps changes; null while it keeps none.")
        @Nullable Instant storedSince) {
    /** One that would have been told. */
    @RegisterForReflection
    @Schema(name = "PreviewItem")
    public record Item(
            Message message,

            @Schema(nullable = true, description = "The owner's own word for the place.", examples = "PO 4711")
            @Nullable String reference,

            @Schema(implementation = Object.class, description = "The change as the feed gave it.")
            JsonNode change) {}
}
