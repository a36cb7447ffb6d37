package org.tocsin.events.change;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.change.RecomputationRows.Row;
import org.tocsin.events.decision.Expiries;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.Touched;
import org.tocsin.events.publisher.Regrading;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/** Works off the places that must be thought about again for another cause than an event, each when its time has come. */
@Singleton
class Recomputations implements Regrading, Expiries {
    private static final Logger LOG = Logger.getLogger(Recomputations.class);
    private static final int PLACES_AT_ONCE = 50;
    private static final Duration SLOW_POLL = Duration.ofSeconds(5);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    private final RecomputationRows rows;
    private final Recomputation recomputation;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean stopping;
    private @Nullable Thread worker;

    Recomputations(RecomputationRows rows, Recomputation recomputation, Clock clock, MeterRegistry meters) {
        this.rows = rows;
        this.recomputation = recomputation;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void changed(String publisher, Instant at) {
        rows.addPlacesOf(publisher, new Cause("grade", publisher + "@" + at));
    }

    @Override
    public void expect(String place, Instant at, Cause cause) {
        rows.add(place, at, cause);
    }

    void start(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(RecomputationRows.CHANNEL, wakeup::ring);
        Thread thread = new Thread(this::work, "tocsin-recomputations");
        thread.setDaemon(true);
        thread.start();
        worker = thread;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                if (!someOrOneByOne()) {
                    wakeup.await(untilNext());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("recomputation failed, trying again: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    /**
     * Until the next row is due, or for one that is due already but that another replica has taken, a moment; not longer than the slow poll.
     */
    private Duration untilNext() {
        Duration next = QuarkusTransaction.requiringNew().call(rows::untilNext).orElse(SLOW_POLL);
        if (next.compareTo(SLOW_POLL) > 0) {
            return SLOW_POLL;
        }
        return next.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : next.plusMillis(1);
    }

    private void pause() {
        try {
            Thread.sleep(SLOW_POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Works off some rows; when these fail together, each alone, so that one that always fails holds up none of the others. */
    private boolean someOrOneByOne() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> some(PLACES_AT_ONCE)) > 0;
        } catch (RuntimeException together) {
            LOG.warnf("recomputation failed, trying each place alone: %s", together.getMessage());
            for (int i = 0; i < PLACES_AT_ONCE && !stopping; i++) {
                if (!one()) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean one() {
        Row[] tried = new Row[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<Row> row = rows.take(1);
                tried[0] = row.isEmpty() ? null : row.get(0);
                thinkAgain(row);
                return !row.isEmpty();
            });
        } catch (RuntimeException e) {
            Row row = tried[0];
            if (row == null) {
                throw e;
            }
            Duration delay = QuarkusTransaction.requiringNew().call(() -> rows.postpone(row));
            meters.counter("tocsin.recomputation.failed").increment();
            LOG.errorf(e, "recomputation of place=%s cause=%s failed, again in %s", row.place(), row.cause(), delay);
            return true;
        }
    }

    private int some(int most) {
        List<Row> taken = rows.take(most);
        thinkAgain(taken);
        return taken.size();
    }

    private void thinkAgain(List<Row> taken) {
        if (taken.isEmpty()) {
            return;
        }
        Map<String, Touched> touched = new LinkedHashMap<>();
        taken.forEach(row -> touched.put(row.place(), Touched.because(row.place(), row.cause())));
        recomputation.lock(List.copyOf(touched.keySet()));
        recomputation.thinkAgain(
                List.copyOf(touched.values()), Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        LOG.infof(
                "recomputed places=%d cause=%s",
                touched.size(), taken.get(0).cause().type());
    }
}
