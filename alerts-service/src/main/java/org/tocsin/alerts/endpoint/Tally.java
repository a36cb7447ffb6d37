package org.tocsin.alerts.endpoint;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.tocsin.alerts.store.Database;

/** Counts answers by endpoint and hour. Written down every few seconds, so that counting costs a delivery nothing; a crash forgets as much. */
@ApplicationScoped
public class Tally {
    private static final Logger LOG = Logger.getLogger(Tally.class);

    private static final String COUNT = """
            insert into endpoint_hour as h (endpoint_id, hour, delivered, failed, millis, slowest, delivered_at)
            values (?, date_trunc('hour', now(), 'UTC'), ?, ?, ?, ?, case when ? then now() end)
            on conflict (endpoint_id, hour) do update set
                delivered = h.delivered + excluded.delivered, failed = h.failed + excluded.failed,
                millis = h.millis + excluded.millis, slowest = greatest(h.slowest, excluded.slowest),
                delivered_at = coalesce(excluded.delivered_at, h.delivered_at)
            """;

    private record Count(long delivered, long failed, long millis, long slowest) {
        static Count of(Answer answer) {
            long took = answer.took().toMillis();
            return answer.error() == null ? new Count(1, 0, took, took) : new Count(0, 1, took, took);
        }

        Count plus(Count other) {
            return new Count(
                    delivered + other.delivered,
                    failed + other.failed,
                    millis + other.millis,
                    Math.max(slowest, other.slowest));
        }
    }

    private final Database database;
    private TreeMap<Long, Count> counts = new TreeMap<>();

    Tally(Database database) {
        this.database = database;
    }

    public synchronized void add(long endpoint, Answer answer) {
        counts.merge(endpoint, Count.of(answer), Count::plus);
    }

    private synchronized Map<Long, Count> taken() {
        Map<Long, Count> all = counts;
        counts = new TreeMap<>();
        return all;
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        Map<Long, Count> all = taken();
        if (all.isEmpty()) {
            return;
        }
        try {
            store(all);
        } catch (RuntimeException e) {
            LOG.debugf("endpoint figures not written: %s", e);
            synchronized (this) {
                all.forEach((endpoint, count) -> counts.merge(endpoint, count, Count::plus));
            }
        }
    }

    /** In the order of endpoints, as every replica does. */
    private void store(Map<Long, Count> all) {
        database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
                for (Map.Entry<Long, Count> entry : all.entrySet()) {
                    Count count = entry.getValue();
                    statement.setLong(1, entry.getKey());
                    statement.setLong(2, count.delivered());
                    statement.setLong(3, count.failed());
                    statement.setLong(4, count.millis());
                    statement.setLong(5, count.slowest());
                    statement.setBoolean(6, count.delivered() > 0);
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }
}
