package org.tocsin.alerts.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.tocsin.alerts.store.Database;

/** Gauges of the whole queue, which every replica shows alike: look at one of them, or at the greatest. */
@ApplicationScoped
class QueueMeters {
    private static final Logger LOG = Logger.getLogger(QueueMeters.class);

    private static final String READ = """
            with used as (
                select breaker, paused_until from endpoint e
                where exists (select 1 from subscription s where s.endpoint_id = e.id))
            select
                (select count(*) from delivery where state = 'DEAD'),
                (select count(*) from delivery where state = 'HELD'),
                (select coalesce(sum((select count(*) from delivery d
                        where d.subscription_id = s.id and d.state = 'WAITING')), 0)
                    from subscription s where s.status <> 'ACTIVE')
                + (select coalesce(sum((select count(*) from delivery d
                        where d.endpoint_id = e.id and d.state = 'READY')), 0)
                    from endpoint e where greatest(e.probe_at, e.paused_until) > now()),
                (select count(*) from used where breaker = 'OPEN'),
                (select count(*) from used where breaker = 'HALF_OPEN'),
                (select count(*) from used where breaker = 'CLOSED'),
                (select count(*) from used where paused_until > now()),
                (select coalesce(extract(epoch from now() - min(d.due_at)), 0) from endpoint e cross join lateral (
                    select due_at from delivery where endpoint_id = e.id and state = 'READY'
                    order by urgent desc, due_at limit 1) d
                    where d.due_at <= now() and e.breaker = 'CLOSED' and (e.paused_until is null or e.paused_until <= now()))
            """;

    private static final String[] NAMES = {"dead", "held", "parked", "OPEN", "HALF_OPEN", "CLOSED", "paused", "age"};

    private final Database database;
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> seen = new ConcurrentHashMap<>();

    QueueMeters(Database database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
        for (String name : NAMES) {
            seen.put(name, new AtomicLong());
        }
    }

    void start(@Observes StartupEvent event) {
        meters.gauge("tocsin.delivery.dead", of("dead"));
        meters.gauge("tocsin.delivery.held", of("held"));
        meters.gauge("tocsin.delivery.parked", of("parked"));
        meters.gauge("tocsin.delivery.oldest.seconds", of("age"));
        meters.gauge("tocsin.endpoint.paused", of("paused"));
        for (String state : new String[] {"OPEN", "HALF_OPEN", "CLOSED"}) {
            meters.gauge("tocsin.endpoint.breaker", Tags.of("state", state), of(state));
        }
    }

    @Scheduled(every = "${tocsin.delivery.look-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            database.inTransaction(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(READ);
                        ResultSet row = statement.executeQuery()) {
                    row.next();
                    for (int i = 0; i < NAMES.length; i++) {
                        of(NAMES[i]).set(row.getLong(i + 1));
                    }
                    return true;
                }
            });
        } catch (RuntimeException e) {
            LOG.debugf("queue not measured: %s", e);
        }
    }

    private AtomicLong of(String name) {
        return Objects.requireNonNull(seen.get(name));
    }
}
