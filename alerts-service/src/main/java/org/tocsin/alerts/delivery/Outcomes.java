package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.tocsin.alerts.endpoint.Tally;
import org.tocsin.alerts.store.Outage;
import org.tocsin.service.wake.Wakeup;

/**
 * What ended and is to be written down. All that ended while the last were written is written next, in one transaction: at once when there is
 * little to do; under load a few milliseconds are waited for more, for each transaction has its own cost.
 */
final class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** More than one endpoint has under way: then there is enough to do for waiting a little to make fewer transactions of it. */
    private static final int BUSY = 9;

    private static final int TOGETHER = 32;
    private static final long GATHER_NANOS = 4_000_000;
    private static final long LOOK_NANOS = 500_000;

    private final Results results;
    private final Lines lines;
    private final Tally tally;
    private final MeterRegistry meters;
    private final Wakeup wakeup = new Wakeup();
    private final ConcurrentLinkedQueue<Outcome> ended = new ConcurrentLinkedQueue<>();
    private final List<Outcome> unwritten = new ArrayList<>();
    private final List<Claimed> unsent = new ArrayList<>();
    private int lately;

    Outcomes(Results results, Lines lines, Tally tally, MeterRegistry meters) {
        this.results = results;
        this.lines = lines;
        this.tally = tally;
        this.meters = meters;
    }

    /** What follows when results are written down. */
    interface Follow {
        /**
         * @param next to be sent now
         * @param ready whether there may be more to take
         */
        void with(List<Claimed> next, boolean ready);
    }

    void add(Outcome outcome) {
        lines.ended(outcome);
        ended.add(outcome);
        wakeup.ring();
    }

    void wake() {
        wakeup.ring();
    }

    boolean isEmpty() {
        return ended.isEmpty() && unwritten.isEmpty() && unsent.isEmpty();
    }

    /** Runs until {@code isOver}; a database that is away is waited for. */
    void writeUntil(BooleanSupplier isOver, Follow follow) {
        Outage outage = new Outage(LOG, "results of deliveries: the database is away");
        while (!isOver.getAsBoolean()) {
            try {
                write(follow);
                outage.over();
                if (ended.isEmpty()) {
                    wakeup.await(POLL);
                }
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

    private void gather() {
        long until = System.nanoTime() + GATHER_NANOS;
        while (ended.size() < TOGETHER && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** What could not be written stays and is tried first the next time. */
    private void write(Follow follow) {
        if (lately >= BUSY) {
            gather();
        }
        for (Outcome next = ended.poll(); next != null; next = ended.poll()) {
            unwritten.add(next);
        }
        unsent.addAll(lines.back());
        if (unwritten.isEmpty() && unsent.isEmpty()) {
            lately = 0;
            return;
        }
        boolean ready = results.write(unwritten, unsent);
        List<Claimed> next = lines.written(unwritten, unsent);
        List<Outcome> written = List.copyOf(unwritten);
        lately = written.size();
        unwritten.clear();
        unsent.clear();
        follow.with(next, ready || lines.wanting());
        written.forEach(this::tell);
        tellDelivered(written);
    }

    /** One line for up to 32 that were written together: a line each was a good part of what an attempt costs. */
    private static void tellDelivered(List<Outcome> written) {
        List<String> delivered =
                written.stream().filter(Outcome::delivered).map(Outcomes::line).toList();
        for (int from = 0; from < delivered.size(); from += TOGETHER) {
            List<String> some = delivered.subList(from, Math.min(delivered.size(), from + TOGETHER));
            LOG.info("attempts result=DELIVERED " + String.join("; ", some));
        }
    }

    private static String line(Outcome outcome) {
        Claimed delivery = outcome.delivery();
        return "delivery=" + delivery.id() + " subscription=" + delivery.subscription() + " kind=" + delivery.kind()
                + " millis=" + outcome.took().toMillis();
    }

    private void tell(Outcome outcome) {
        Claimed delivery = outcome.delivery();
        tally.add(delivery.endpoint().id(), outcome.answer());
        String result = outcome.error() == null ? "DELIVERED" : outcome.error();
        meters.timer("tocsin.delivery.attempt", "kind", delivery.kind().name(), "result", result)
                .record(outcome.took());
        if (!outcome.delivered()) {
            LOG.info("attempt result=" + outcome.error() + " status=" + outcome.status() + " " + line(outcome));
        }
    }
}
