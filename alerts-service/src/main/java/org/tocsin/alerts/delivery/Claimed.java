package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.SigningKey;

/**
 * A delivery that this process has leased and must send soon.
 *
 * @param id also the {@code webhook-id}, the same at every attempt
 * @param subject what its lane is about; null when it has no lane
 * @param endpoint where it goes
 * @param body as it is posted, in the format
 * @param failures attempts of this round that failed
 * @param challenge what a verified endpoint answers
 * @param keys what to sign with, newest first; without one nothing is sent
 * @param reportedAt when what it tells became known; null when it was tried before or tells nothing
 */
record Claimed(
        UUID id,
        Lease lease,
        UUID subscription,
        DeliveryKind kind,
        @Nullable String subject,
        Endpoint endpoint,
        Format format,
        String body,
        int failures,
        String challenge,
        List<SigningKey> keys,
        @Nullable Instant reportedAt) {
    Claimed {
        keys = List.copyOf(keys);
    }

    /**
     * @param token of the process that holds it
     * @param takenAt by {@link System#nanoTime()}
     * @param waited how long the delivery had been due then
     */
    record Lease(UUID token, long takenAt, Duration waited) {
        Duration age(long now) {
            return Duration.ofNanos(now - takenAt);
        }
    }

    /**
     * @param epoch how often it had taken a turn for the worse when the delivery was leased
     * @param calm whether it was well then
     * @param allowed how many might be in flight then
     */
    record Endpoint(long id, String url, int epoch, boolean calm, int allowed) {}
}
