package org.tocsin.alerts.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.signing.Secret;

/**
 * A delivery that this process has leased and must send now.
 *
 * @param id also the {@code webhook-id}, the same at every attempt
 * @param subject what its lane is about; null when it has no lane
 * @param failures attempts of this round that failed
 * @param challenge what a verified endpoint answers
 */
record Claimed(
        UUID id,
        UUID lease,
        UUID subscription,
        DeliveryKind kind,
        @Nullable String subject,
        String url,
        String body,
        int failures,
        String challenge,
        List<Secret> secrets) {
    Claimed {
        secrets = List.copyOf(secrets);
    }
}
