package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.Api;
import org.tocsin.alerts.Cities;
import org.tocsin.alerts.Feed;
import org.tocsin.alerts.Made;
import org.tocsin.alerts.Receiver;
import org.tocsin.alerts.Surroundings;
import org.tocsin.alerts.Tables;
import org.tocsin.alerts.signing.SigningKeys;
import org.tocsin.alerts.store.Database;
import org.tocsin.testing.PostgresAndKeys;

/** As many workers as several replicas have, each with a token of its own, on one endpoint and beside the program's own. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Surroundings.class)
class ReplicasTest {
    private static final int REPLICAS = 4;
    private static final int PLACES = 300;

    @Inject
    Database database;

    @Inject
    SigningKeys keys;

    @Inject
    Results results;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void oneReplicaAtATimeServesAnEndpointAndNothingIsSentTwice() throws InterruptedException {
        Api owner = Api.subscriber("replicas-" + UUID.randomUUID());
        try (Feed feed = new Feed();
                Receiver receiver = new Receiver()) {
            Made made = Made.active(owner, receiver, "");
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                Thread worker = new Thread(this::work, "replica-" + i);
                worker.start();
                workers.add(worker);
            }
            feed.add(Cities.changes(1_000, PLACES));
            Api.until("all to be delivered", () -> {
                assertTrue(holders(made) <= 1, "two hold deliveries of one endpoint");
                return trouble.get() != null || delivered(made) == PLACES;
            });
            over.set(true);
            for (Thread worker : workers) {
                worker.join();
            }
            assertNull(trouble.get());
            assertEquals(PLACES, taken.get() + receiver.alerts().size(), "each is sent once");
            assertTrue(most.get() <= 8, "in flight " + most.get());
            owner.delete("/subscriptions/" + made.id());
        }
    }

    private void work() {
        Leases leases = new Leases(database, keys, Optional.empty());
        Lines lines = new Lines();
        try {
            while (!over.get()) {
                Leases.Taken claim = leases.claim(lines, 100);
                List<Claimed> next = lines.add(claim.deliveries(), claim.more());
                while (!next.isEmpty()) {
                    taken.addAndGet(next.size());
                    most.accumulateAndGet(inFlight.addAndGet(next.size()), Math::max);
                    List<Outcome> outcomes =
                            next.stream().map(ReplicasTest::taken).toList();
                    inFlight.addAndGet(-next.size());
                    results.write(outcomes, List.of());
                    next = lines.written(outcomes, List.of());
                }
            }
        } catch (RuntimeException | Error e) {
            trouble.compareAndSet(null, e);
        }
    }

    private static Outcome taken(Claimed delivery) {
        return new Outcome(delivery, Instant.now(), Duration.ofMillis(1), 204, null, Duration.ZERO, null, null);
    }

    private static long holders(Made made) {
        return Tables.count(
                "select count(distinct lease) from delivery where subscription_id = ?::uuid and state = 'SENDING'",
                made.id());
    }

    private static long delivered(Made made) {
        return Tables.count(
                "select count(*) from delivery where subscription_id = ?::uuid and kind = 'ALERT' and state = 'DELIVERED'",
                made.id());
    }
}
