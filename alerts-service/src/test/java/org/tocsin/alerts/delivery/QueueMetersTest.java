package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class QueueMetersTest {
    @Inject
    MeterRegistry meters;

    @Test
    void theQueueIsMeasured() {
        Api owner = Api.subscriber("meters-" + UUID.randomUUID());
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            receiver.answer(request -> StubServer.Answer.status(500));
            feed.add(Cities.changes(1_000, 50));
            Api.until("an open breaker", () -> gauge("tocsin.endpoint.breaker", "state", "OPEN") >= 1);
            Api.until("what is parked", () -> gauge("tocsin.delivery.parked") >= 40);
            assertTrue(meters.get("tocsin.delivery.wait").timer().count() >= 5, "waits");
            assertTrue(
                    meters.get("tocsin.delivery.attempt")
                                    .tags("kind", "ALERT", "result", "STATUS")
                                    .timer()
                                    .count()
                            >= 5,
                    "results");
            // What the sender holds in hand comes back a little later.
            Api.until("the dead", () -> {
                Tables.change(
                        "update delivery set state = 'DEAD', finished_at = now() where subscription_id = ?::uuid"
                                + " and state = 'READY'",
                        made.id());
                return gauge("tocsin.delivery.dead") >= 40;
            });
            Tables.change(
                    "update delivery set state = 'HELD', held_until = now() + interval '1 hour', finished_at = null"
                            + " where subscription_id = ?::uuid and state = 'DEAD'",
                    made.id());
            Api.until("those held", () -> gauge("tocsin.delivery.held") >= 40);
            owner.delete("/subscriptions/" + made.id());
            Api.until("none to be held", () -> gauge("tocsin.delivery.held") < 40);
            Api.until("none to be dead", () -> gauge("tocsin.delivery.dead") < 40);
        }
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }
}
