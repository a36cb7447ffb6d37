package org.tocsin.ingest.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.tocsin.ingest.outbox.Outbox.Turn;
import org.tocsin.ingest.sql.DatabaseException;
import org.tocsin.ingest.work.Workers;
import org.tocsin.service.wake.Notifications;

/** Threads that send reports' events, each outside any transaction and again until events-service has answered. */
@ApplicationScoped
class Senders {
    private static final Logger LOG = Logger.getLogger(Senders.class);
    private static final int BATCH = 4;
    private static final Duration LONGEST_REFUSAL_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_FAILURE_PAUSE = Duration.ofMinutes(1);

    /** Of these the report itself is the cause; of all others the state of the service, the network or the token. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 415, 422);

    private final Outbox outbox;
    private final Payloads payloads;
    private final EventsClient events;
    private final Outage outage = new Outage();

    /** What can wait is sent by one thread at a time, so that the others are free for what comes in. */
    private final Semaphore background = new Semaphore(1);

    private final Duration lease;
    private final Workers workers;
    private final MeterRegistry metrics;
    private final Timer sendTime;

    Senders(
            Outbox outbox,
            Payloads payloads,
            @RestClient EventsClient events,
            Notifications notifications,
            MeterRegistry metrics,
            @ConfigProperty(name = "tocsin.outbox.senders", defaultValue = "4") int threads,
            @ConfigProperty(name = "tocsin.outbox.lease", defaultValue = "PT15S") Duration lease) {
        this.outbox = outbox;
        this.payloads = payloads;
        this.events = events;
        this.lease = lease;
        this.metrics = metrics;
        this.sendTime = Timer.builder("tocsin.outbox.time")
                .description("Time of one call to events-service")
                .register(metrics);
        this.workers = new Workers("tocsin-outbox", threads, this::sendSome);
        notifications.onNotify(Outbox.CHANNEL, workers::wake);
    }

    void start(@Observes @Priority(20) StartupEvent event) {
        workers.start();
    }

    void stop(@Observes ShutdownEvent event) {
        workers.stop();
    }

    private Duration sendSome() {
        Duration wait = outage.untilAllowed();
        if (!wait.isZero()) {
            return wait;
        }
        boolean ended = false;
        try {
            ended = sendAll(outbox.take(outage.isOn() ? 1 : BATCH, lease)) || sendOneInBackground();
            return ended ? Duration.ZERO : Workers.POLL;
        } finally {
            if (!ended) {
                outage.notTried();
            }
        }
    }

    private boolean sendOneInBackground() {
        if (!background.tryAcquire()) {
            return false;
        }
        try {
            return sendAll(outbox.takeInBackground(lease));
        } finally {
            background.release();
        }
    }

    /** @return whether there were any */
    private boolean sendAll(List<Turn> turns) {
        if (turns.isEmpty()) {
            return false;
        }
        Map<UUID, Optional<ReportEvents>> now =
                payloads.of(turns.stream().map(Turn::report).toList());
        boolean away = false;
        for (Turn turn : turns) {
            Optional<ReportEvents> payload = now.getOrDefault(turn.report(), Optional.empty());
            if (away) {
                outbox.putBack(turn);
            } else if (payload.isEmpty()) {
                outage.notTried();
                outbox.notNow(turn);
            } else {
                away = !send(turn, payload.get());
            }
        }
        return true;
    }

    /** @return false when events-service is away, so that there is no use in sending more */
    private boolean send(Turn turn, ReportEvents payload) {
        try {
            EventsAnswer answer = sendTime.record(() -> events.put(turn.report(), payload));
            outage.succeeded();
            outbox.sent(turn);
            long refused = answer == null ? 0 : answer.refused();
            count("sent").increment();
            LOG.infof("report sent id=%s revision=%d refused=%d", turn.report(), payload.revision(), refused);
            return true;
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            return REFUSALS.contains(status)
                    ? refused(turn, payload, status)
                    : failed(turn, "status " + status, status == 500);
        } catch (DatabaseException e) {
            throw e;
        } catch (RuntimeException e) {
            // not only ProcessingException: the client lets some of Vert.x's own pass
            return failed(turn, String.valueOf(e.getMessage()), e.getCause() instanceof TimeoutException);
        }
    }

    private boolean refused(Turn turn, ReportEvents payload, int status) {
        outage.succeeded();
        count("refused").increment();
        LOG.errorf(
                "events-service refuses a report, trying again later id=%s revision=%d status=%d",
                turn.report(), payload.revision(), status);
        outbox.refused(turn, pause(turn, LONGEST_REFUSAL_PAUSE), "status " + status);
        return true;
    }

    /** @param perhapsTheReport whether this report may be what events-service fails on, so that others go first */
    private boolean failed(Turn turn, String why, boolean perhapsTheReport) {
        count("failed").increment();
        outage.failed(why);
        if (perhapsTheReport) {
            outbox.refused(turn, pause(turn, LONGEST_FAILURE_PAUSE), why);
        } else {
            outbox.putBack(turn);
        }
        return false;
    }

    private static Duration pause(Turn turn, Duration longest) {
        Duration pause = Duration.ofMillis(250L << Math.min(turn.attempts(), 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private Counter count(String outcome) {
        return metrics.counter("tocsin.outbox.reports", "outcome", outcome);
    }
}
