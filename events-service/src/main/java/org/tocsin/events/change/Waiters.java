package org.tocsin.events.change;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tocsin.service.wake.Notifications;

/** Those who wait for the next change, without holding a thread each. */
@Singleton
class Waiters {
    static final int MOST = 2_000;
    /** Everybody looks again this often, for a notification may be lost with its connection. */
    private static final Duration SLOW_POLL = Duration.ofSeconds(1);

    private final Map<Long, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    void listen(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(Feed.CHANNEL, this::ring);
    }

    boolean full() {
        return waiting.size() >= MOST;
    }

    /** Completes at the next notification or when it is time to look anyway; to be asked for before looking. */
    CompletableFuture<Void> next(Duration atMost) {
        Duration wait = atMost.compareTo(SLOW_POLL) < 0 ? atMost : SLOW_POLL;
        long number = numbers.incrementAndGet();
        CompletableFuture<Void> ring = new CompletableFuture<>();
        waiting.put(number, ring);
        return ring.completeOnTimeout(null, Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> waiting.remove(number));
    }

    private void ring() {
        waiting.values().forEach(ring -> ring.complete(null));
    }
}
