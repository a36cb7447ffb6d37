package org.tocsin.alerts.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.change.ChangesClient;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.store.Outage;

/** Follows the feed of changes for as long as the service runs, whatever is away for a while. */
@ApplicationScoped
class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final ChangesClient changes;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final MeterRegistry meters;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Follower(ChangesClient changes, Alerts alerts, Deliveries deliveries, MeterRegistry meters) {
        this.changes = changes;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.meters = meters;
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        Thread following = new Thread(this::followUntilStopped, "tocsin-follower");
        following.setDaemon(true);
        following.start();
        thread = following;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void followUntilStopped() {
        Outage outage = new Outage(LOG, "changes: events-service or the database is away");
        while (!stopping) {
            try {
                follow();
                outage.over();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                if (stopping) {
                    return;
                }
                outage.failed(e);
                if (!outage.pause()) {
                    return;
                }
            }
        }
    }

    private void follow() throws IOException, InterruptedException {
        String cursor = alerts.cursor().orElse(null);
        ChangePage page;
        try {
            page = changes.after(cursor, WAIT);
        } catch (ChangesClient.FeedRestarted e) {
            if (cursor == null) {
                throw e;
            }
            LOG.warnf("changes: %s; reading from the beginning", e.getMessage());
            alerts.restart();
            return;
        }
        if (page.items().isEmpty() && page.next().equals(cursor)) {
            return;
        }
        int made = alerts.take(cursor, page);
        if (made > 0) {
            deliveries.wake();
        }
        if (made >= 0) {
            meters.counter("tocsin.change.read").increment(page.items().size());
            meters.counter("tocsin.alert.made").increment(made);
            LOG.infof("changes read=%d alerts=%d cursor=%s", page.items().size(), made, page.next());
        }
    }
}
