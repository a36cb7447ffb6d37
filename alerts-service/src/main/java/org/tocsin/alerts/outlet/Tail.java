package org.tocsin.alerts.outlet;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.alert.AlertLog;
import org.tocsin.alerts.alert.Alerts;
import org.tocsin.alerts.store.Outage;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/**
 * The alerts made last, of all owners, in memory: each is read once, however many streams wait for it. Who is further behind than the tail is
 * long reads the log.
 */
@ApplicationScoped
class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int PAGE = 500;
    private static final int LONGEST = 2_000;

    /** Bodies may be long: 16 MB at most. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private static final long NOT_BEGUN = -1;

    private final AlertLog log;
    private final Notifications notifications;
    private final Wakeup wakeup = new Wakeup();
    private final Deque<AlertLog.Made> last = new ArrayDeque<>();
    /** All alerts after this one, and up to {@link #end}, are in {@link #last}. */
    private long begin = Long.MAX_VALUE;

    private long end = NOT_BEGUN;
    private long characters;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /** Who waits for the next alert. */
    private final class Waiting {
        private final UniEmitter<? super Void> emitter;

        Waiting(UniEmitter<? super Void> emitter) {
            this.emitter = emitter;
        }

        void told() {
            waiting.remove(this);
            emitter.complete(null);
        }
    }

    Tail(AlertLog log, Notifications notifications) {
        this.log = log;
        this.notifications = notifications;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        notifications.onNotify(Alerts.CHANNEL, wakeup::ring);
        Thread reading = new Thread(this::readUntilStopped, "tocsin-tail");
        reading.setDaemon(true);
        reading.start();
        thread = reading;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
        tellAll();
    }

    boolean stopping() {
        return stopping;
    }

    synchronized boolean begun() {
        return end != NOT_BEGUN;
    }

    /** The position of the last alert that is in the tail. */
    synchronized long end() {
        return end;
    }

    /** Completes when there is an alert after the position. */
    Uni<Void> beyond(long position) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    Waiting one = new Waiting(emitter);
                    waiting.add(one);
                    emitter.onTermination(() -> waiting.remove(one));
                    if (end() > position || stopping) {
                        one.told();
                    }
                })
                .emitOn(Infrastructure.getDefaultExecutor());
    }

    /** All alerts after the position; empty when the tail does not reach back that far. */
    synchronized Optional<List<AlertLog.Made>> after(long position) {
        return position < begin
                ? Optional.empty()
                : Optional.of(
                        last.stream().filter(made -> made.position() > position).toList());
    }

    private void tellAll() {
        // Who is told takes himself out; telling twice does nothing.
        waiting.forEach(Waiting::told);
    }

    private void readUntilStopped() {
        Outage outage = new Outage(LOG, "streams: the database is away");
        boolean begun = false;
        while (!stopping) {
            try {
                if (!begun) {
                    beginAt(log.last());
                    begun = true;
                }
                List<AlertLog.Made> read = log.made(end(), PAGE);
                outage.over();
                if (read.isEmpty()) {
                    wakeup.await(POLL);
                } else {
                    append(read);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
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

    private synchronized void beginAt(long position) {
        begin = position;
        end = position;
    }

    private void append(List<AlertLog.Made> read) {
        synchronized (this) {
            for (AlertLog.Made made : read) {
                last.addLast(made);
                characters += made.body().length();
                end = made.position();
            }
            while (last.size() > LONGEST || characters > MOST_CHARACTERS) {
                AlertLog.Made oldest = last.removeFirst();
                characters -= oldest.body().length();
                begin = oldest.position();
            }
        }
        tellAll();
    }
}
