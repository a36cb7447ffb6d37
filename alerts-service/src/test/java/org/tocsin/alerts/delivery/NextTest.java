package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.format.Format;

class NextTest {
    @Test
    void aDeliveredOneIsFinished() {
        assertEquals(new Next(DeliveryState.DELIVERED, 3, Duration.ZERO), after(DeliveryKind.ALERT, 3, 204, null));
    }

    @Test
    void aFailedOneIsTriedAgainOnSchedule() {
        assertEquals(
                new Next(DeliveryState.READY, 1, Duration.ofSeconds(5)), after(DeliveryKind.ALERT, 0, 500, "STATUS"));
        assertEquals(
                new Next(DeliveryState.READY, 2, Duration.ofSeconds(25)), after(DeliveryKind.PING, 1, null, "TIMEOUT"));
    }

    @Test
    void anAlertIsGivenUpAfterEighteenFailuresAndAVerificationAfterTen() {
        assertEquals(
                DeliveryState.READY,
                after(DeliveryKind.ALERT, 16, 500, "STATUS").state());
        assertEquals(
                DeliveryState.DEAD, after(DeliveryKind.ALERT, 17, 500, "STATUS").state());
        assertEquals(
                DeliveryState.DEAD,
                after(DeliveryKind.VERIFICATION, 9, 500, "STATUS").state());
    }

    @Test
    void anAlertWhoseEndpointIsGoneIsKeptAndATestIsNot() {
        assertEquals(new Next(DeliveryState.WAITING, 0, Duration.ZERO), after(DeliveryKind.ALERT, 3, 410, "STATUS"));
        assertEquals(
                DeliveryState.DEAD, after(DeliveryKind.PING, 3, 410, "STATUS").state());
    }

    private static Next after(DeliveryKind kind, int failures, @Nullable Integer status, @Nullable String error) {
        UUID id = UUID.randomUUID();
        Claimed delivery = new Claimed(
                id,
                new Claimed.Lease(id, 0, Duration.ZERO),
                id,
                kind,
                null,
                new Claimed.Endpoint(1, "https://a.example", 0, true, 8),
                Format.CLOUDEVENTS,
                "{}",
                failures,
                "c",
                List.of(),
                null);
        return Next.after(
                new Outcome(delivery, Instant.EPOCH, Duration.ZERO, status, error, Duration.ZERO, null, null), 0);
    }
}
