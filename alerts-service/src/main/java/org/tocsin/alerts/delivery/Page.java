package org.tocsin.alerts.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lists as the API answers them. */
final class Page {
    private Page() {}

    @Schema(name = "Deliveries")
    record OfDeliveries(
            List<Delivery> items,

            @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next) {}

    @Schema(name = "Attempts")
    record OfAttempts(
            List<Attempt> items,

            @Schema(nullable = true, description = "To be given as `after` for the next; null at the end.") @Nullable String next) {}
}
