package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.testing.PostgresAndKeys;
import org.tocsin.testing.StubServer;

/** Several replicas look at the same held alerts at once; threads stand in for them. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class HoldsEndedTest {
    private static final int CITIES = 500;

    @Inject
    HoldsEnded holds;

    @Test
    void eachPlaceIsDealtWithOnceHoweverManyLook() throws Exception {
        Api owner = Api.subscriber("replicas-" + UUID.randomUUID());
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            owner.put("/subscriptions/" + made.id() + "/pause", "{}").then().statusCode(200);
            feed.add(Cities.changes(2_000_000, CITIES));
            Api.until(
                    "all to be held",
                    () -> owner.get("/subscriptions/" + made.id() + "/deliveries?state=HELD&limit=1000")
                                    .jsonPath()
                                    .getList("items")
                                    .size()
                            == CITIES);
            owner.delete("/subscriptions/" + made.id() + "/pause").then().statusCode(204);
            List<Callable<Boolean>> looks = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        holds.look();
                        return true;
                    })
                    .toList();
            for (Future<Boolean> look : replicas.invokeAll(looks)) {
                assertTrue(look.get());
            }
            receiver.awaitAlerts(CITIES);
            assertEquals(
                    CITIES,
                    receiver.alerts().stream()
                            .map((StubServer.Request request) -> request.header("webhook-id"))
                            .distinct()
                            .count());
            assertEquals(CITIES, receiver.alerts().size());
            owner.delete("/subscriptions/" + made.id());
        } finally {
            replicas.shutdown();
        }
    }
}
