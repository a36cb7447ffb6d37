package org.tocsin.alerts.endpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/** An endpoint's rate is one of requests, whoever asked for them. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class RateTest {
    @Test
    void alertsAndPingsTogetherKeepTheRateThatWasAllowed() {
        Api owner = Api.subscriber("rate-" + UUID.randomUUID());
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            Tables.change("update endpoint set allowed_rate = 300 where url = ?", receiver.url());
            feed.add(Cities.changes(1_000, 8));
            for (int i = 0; i < 4; i++) {
                owner.request()
                        .post("/subscriptions/" + made.id() + "/pings")
                        .then()
                        .statusCode(202);
            }
            List<StubServer.Request> pings = receiver.await(4, "tocsin.ping");
            List<StubServer.Request> alerts = receiver.awaitAlerts(8);
            List<Instant> times = Stream.concat(pings.stream(), alerts.stream())
                    .map(StubServer.Request::at)
                    .sorted()
                    .toList();
            Duration all = Duration.between(times.get(0), times.get(11));
            // Twelve, 200 ms apart.
            assertTrue(all.compareTo(Duration.ofMillis(11 * 200 - 150)) >= 0, "all in " + all);
            owner.delete("/subscriptions/" + made.id());
        }
    }
}
