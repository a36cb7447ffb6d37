package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.endpoint.Tally;
import org.tocsin.alerts.store.Outage;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/**
 * Sends what is due. One thread writes down what ended, takes what is due and hands it to the client, which waits for all answers at once;
 * each round is a transaction or two, however many deliveries it carries.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** Slow endpoints, eight each, are to leave room for the others. */
    private static final int IN_FLIGHT = 4_096;

    private static final int PER_ROUND = 512;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration WHILE_STOPPING = Duration.ofMillis(50);

    private final Leases leases;
    private final Results results;
    private final WebhookClient client;
    private final Notifications notifications;
    private final Tally tally;
    private final MeterRegistry meters;

    private final Wakeup wakeup = new Wakeup();
    private final ConcurrentLinkedQueue<Outcome> ended = new ConcurrentLinkedQueue<>();
    private final List<Outcome> unwritten = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Timer waits;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Sender(
            Leases leases,
            Results results,
            WebhookClient client,
            Notifications notifications,
            Tally tally,
            MeterRegistry meters) {
        this.leases = leases;
        this.results = results;
        this.client = client;
        this.notifications = notifications;
        this.tally = tally;
        this.meters = meters;
        // Of endpoints that are well: what the others wait for is their own doing.
        this.waits = Timer.builder("tocsin.delivery.wait")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void listen(@Observes @Priority(100) StartupEvent event) {
        notifications.onNotify(Deliveries.CHANNEL, wakeup::ring);
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        meters.gauge("tocsin.delivery.in.flight", inFlight);
        Thread sending = new Thread(this::sendUntilStopped, "tocsin-sender");
        sending.setDaemon(true);
        sending.start();
        thread = sending;
    }

    /** What is under way may end; its outcome is written down. The rest is taken by whoever runs next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeup.ring();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    void wake() {
        wakeup.ring();
    }

    private void sendUntilStopped() {
        Outage outage = new Outage(LOG, "deliveries: the database is away");
        while (!stopping || inFlight.get() > 0 || !ended.isEmpty()) {
            try {
                Duration pause = round();
                outage.over();
                wakeup.await(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                outage.failed(e);
                if (!outage.pause()) {
                    return;
                }
            }
        }
    }

    /** @return how long there will be nothing to do, unless something wakes us */
    private Duration round() {
        writeWhatEnded();
        if (stopping) {
            return WHILE_STOPPING;
        }
        int free = IN_FLIGHT - inFlight.get();
        List<Claimed> claimed = free > 0 ? leases.claim(Math.min(free, PER_ROUND)) : List.of();
        claimed.forEach(this::send);
        if (!claimed.isEmpty()) {
            return Duration.ZERO;
        }
        Duration next = leases.untilNext().orElse(POLL);
        return next.compareTo(POLL) < 0 ? next : POLL;
    }

    private void send(Claimed delivery) {
        if (delivery.endpoint().calm()) {
            waits.record(delivery.endpoint().waited());
        }
        inFlight.incrementAndGet();
        client.send(delivery).onComplete(done -> {
            inFlight.decrementAndGet();
            ended.add(done.result());
            wakeup.ring();
        });
    }

    /** What could not be written stays in {@code unwritten} and is tried first in the next round. */
    private void writeWhatEnded() {
        for (Outcome next = ended.poll(); next != null; next = ended.poll()) {
            unwritten.add(next);
        }
        if (unwritten.isEmpty()) {
            return;
        }
        results.write(unwritten);
        for (Outcome outcome : unwritten) {
            tell(outcome);
        }
        unwritten.clear();
    }

    private void tell(Outcome outcome) {
        Claimed delivery = outcome.delivery();
        tally.add(delivery.endpoint().id(), outcome.answer());
        String result = outcome.error() == null ? "DELIVERED" : outcome.error();
        meters.timer("tocsin.delivery.attempt", "kind", delivery.kind().name(), "result", result)
                .record(outcome.took());
        LOG.infof(
                "attempt delivery=%s subscription=%s kind=%s result=%s status=%s millis=%d",
                delivery.id(),
                delivery.subscription(),
                delivery.kind(),
                result,
                outcome.status(),
                outcome.took().toMillis());
    }
}
