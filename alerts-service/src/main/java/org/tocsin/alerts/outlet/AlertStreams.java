package org.tocsin.alerts.outlet;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.alert.AlertLog;
import org.tocsin.alerts.store.Cursor;

/** Streams of alerts, each at the pace of who reads it: what he has not taken yet is not read for him yet. */
@ApplicationScoped
class AlertStreams {
    /** Between two signs of life. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** Streams that one owner may have open at this replica. */
    static final int PER_OWNER = 20;

    private static final int PAGE = 100;

    private final AlertLog log;
    private final Tail tail;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    AlertStreams(AlertLog log, Tail tail, MeterRegistry meters) {
        this.log = log;
        this.tail = tail;
        meters.gauge("tocsin.alert.streams", all);
    }

    /** Some alerts, or none as a sign of life. */
    record Page(List<AlertLog.Made> alerts, long next) {}

    /**
     * The alerts after a position, and then those that are made, until the time is up.
     *
     * @param owner whose; null for all
     * @param after empty for those that are made from now on
     * @return empty when the owner has too many streams open
     */
    Optional<Multi<Page>> open(
            @Nullable UUID subscription, @Nullable String owner, Optional<Long> after, String reader, Duration time) {
        if (open.merge(reader, 1, Integer::sum) > PER_OWNER) {
            closed(reader);
            return Optional.empty();
        }
        all.incrementAndGet();
        long[] position = {after.orElseGet(tail::end)};
        return Optional.of(Multi.createBy()
                .repeating()
                .uni(() -> next(subscription, owner, position[0]).invoke(page -> position[0] = page.next()))
                .until(page -> tail.stopping())
                .select()
                .first(time)
                .onTermination()
                .invoke(() -> {
                    all.decrementAndGet();
                    closed(reader);
                }));
    }

    private void closed(String reader) {
        open.computeIfPresent(reader, (owner, count) -> count == 1 ? null : count - 1);
    }

    private Uni<Page> next(@Nullable UUID subscription, @Nullable String owner, long position) {
        Optional<List<AlertLog.Made>> recent = tail.after(position);
        if (recent.isEmpty()) {
            return Uni.createFrom()
                    .item(() -> fromLog(subscription, owner, position))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }
        List<AlertLog.Made> fitting = recent.get().stream()
                .filter(made -> (owner == null || owner.equals(made.owner()))
                        && (subscription == null || subscription.equals(made.subscription())))
                .toList();
        long end = recent.get().isEmpty()
                ? position
                : recent.get().get(recent.get().size() - 1).position();
        return fitting.isEmpty()
                ? tail.beyond(end)
                        .ifNoItem()
                        .after(SILENCE)
                        .recoverWithUni(Uni.createFrom().voidItem())
                        .chain(something -> tail.end() > end
                                ? next(subscription, owner, end)
                                : Uni.createFrom().item(new Page(List.of(), end)))
                : Uni.createFrom().item(new Page(fitting, end));
    }

    /** A page of the log; when it is the last one, what follows is in the tail. */
    private Page fromLog(@Nullable UUID subscription, @Nullable String owner, long position) {
        long end = tail.end();
        List<AlertLog.Made> found = log.after(subscription, owner, new Cursor(position, PAGE));
        return found.size() < PAGE
                ? new Page(
                        found,
                        Math.max(
                                end,
                                found.isEmpty()
                                        ? position
                                        : found.get(found.size() - 1).position()))
                : new Page(found, found.get(found.size() - 1).position());
    }
}
