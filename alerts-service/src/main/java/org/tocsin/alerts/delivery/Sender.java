package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tocsin.alerts.endpoint.Tally;
import org.tocsin.alerts.store.Outage;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/**
 * Sends what is due. One thread takes it, some ahead of what is under way, and one writes down what ended and at once sends the next; the
 * client waits for all answers at once. So an endpoint's turn waits for no claim, and however many deliveries there are, the round trips to
 * the database are few.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** Slow endpoints, eight each, are to leave room for the others. */
    private static final int HELD = 8_192;

    private static final int PER_CLAIM = 1_024;
    private static final Duration POLL = Duration.ofSeconds(1);

    /** After something was taken: who has more asks for it when half of what was taken ahead is sent, and what is new rings. */
    private static final Duration REST = Duration.ofMillis(50);

    /** From a report, as far as its event tells, to the first attempt: the one service level. */
    private static final Duration[] LEVELS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final Leases leases;
    private final WebhookClient client;
    private final Notifications notifications;
    private final Clock clock;
    private final MeterRegistry meters;

    private final Lines lines = new Lines();
    private final Outcomes outcomes;
    private final Wakeup wakeup = new Wakeup();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Timer waits;
    private final Timer lag;
    private volatile boolean stopping;
    private volatile boolean claiming = true;

    Sender(
            Leases leases,
            Results results,
            WebhookClient client,
            Notifications notifications,
            Tally tally,
            Clock clock,
            MeterRegistry meters) {
        this.leases = leases;
        this.client = client;
        this.notifications = notifications;
        this.clock = clock;
        this.meters = meters;
        this.outcomes = new Outcomes(results, lines, tally, meters);
        // Of endpoints that are well: what the others wait for is their own doing.
        this.lag = Timer.builder("tocsin.report.to.attempt")
                .serviceLevelObjectives(LEVELS)
                .register(meters);
        this.waits = Timer.builder("tocsin.delivery.wait")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void listen(@Observes @Priority(100) StartupEvent event) {
        notifications.onNotify(Deliveries.CHANNEL, wakeup::ring);
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        meters.gauge("tocsin.delivery.in.flight", inFlight);
        run("tocsin-sender", this::claimUntilStopped);
        run(
                "tocsin-results",
                () -> outcomes.writeUntil(this::isOver, (next, ready) -> {
                    next.forEach(this::send);
                    if (ready) {
                        wakeup.ring();
                    }
                }));
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** What is under way may end; its outcome is written down. The rest is given back and taken by whoever runs next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeup.ring();
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    void wake() {
        wakeup.ring();
    }

    private boolean isOver() {
        return !claiming && lines.size() == 0 && outcomes.isEmpty();
    }

    private void claimUntilStopped() {
        Outage outage = new Outage(LOG, "deliveries: the database is away");
        while (!stopping) {
            try {
                Duration pause = claim();
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
        lines.stop();
        claiming = false;
        outcomes.wake();
    }

    /** @return how long there will be nothing to take, unless something wakes us */
    private Duration claim() {
        int free = HELD - lines.size();
        Leases.Taken taken = free > 0 ? leases.claim(lines, Math.min(free, PER_CLAIM)) : Leases.Taken.NOTHING;
        if (!taken.deliveries().isEmpty()) {
            lines.add(taken.deliveries(), taken.more()).forEach(this::send);
            boolean more = taken.deliveries().size() >= PER_CLAIM || lines.wanting();
            return more ? Duration.ZERO : REST;
        }
        Duration next = leases.untilNext().orElse(POLL);
        return next.compareTo(POLL) < 0 ? next : POLL;
    }

    private void send(Claimed delivery) {
        if (delivery.endpoint().calm()) {
            Claimed.Lease lease = delivery.lease();
            waits.record(lease.waited().plus(lease.age(System.nanoTime())));
        }
        if (delivery.reportedAt() != null) {
            Duration since = Duration.between(delivery.reportedAt(), clock.instant());
            lag.record(since.isNegative() ? Duration.ZERO : since);
        }
        inFlight.incrementAndGet();
        client.send(delivery).onComplete(done -> {
            inFlight.decrementAndGet();
            outcomes.add(done.result());
        });
    }
}
