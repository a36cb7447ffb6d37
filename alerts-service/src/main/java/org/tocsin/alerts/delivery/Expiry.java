package org.tocsin.alerts.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.alerts.store.Database;

/** Forgets deliveries, with their attempts, that ended long ago; what waits or is parked is kept however old it is. */
@ApplicationScoped
class Expiry {
    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int AT_ONCE = 5_000;

    /** Goes through the deliveries as they were made, so many at a time, as long as they are old enough. */
    private static final String FORGET = """
            with old as (
                select id, position, state, finished_at from delivery
                where position > ? order by position limit ?),
            forgotten as (
                delete from delivery using old
                where delivery.id = old.id and old.state in ('DELIVERED', 'DEAD', 'SKIPPED')
                  and delivery.state = old.state and old.finished_at < now() - ? * interval '1 second')
            select max(position) from old
            where exists (select 1 from delivery d where d.position = (select max(position) from old)
                and d.created_at < now() - ? * interval '1 second')
            """;

    private final Database database;
    private final Duration keep;

    Expiry(Database database, @ConfigProperty(name = "tocsin.delivery.keep", defaultValue = "P90D") Duration keep) {
        this.database = database;
        this.keep = keep;
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try {
            OptionalLong next = forgetAfter(0);
            while (next.isPresent()) {
                next = forgetAfter(next.getAsLong());
            }
            forgetHours();
        } catch (RuntimeException e) {
            LOG.warnf("old deliveries: trying on later: %s", e);
        }
    }

    /** @return where to go on; empty when what comes then is too young */
    private OptionalLong forgetAfter(long position) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setLong(1, position);
                statement.setInt(2, AT_ONCE);
                statement.setLong(3, keep.toSeconds());
                statement.setLong(4, keep.toSeconds());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long last = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
                }
            }
        });
    }

    private void forgetHours() {
        database.inTransaction(connection -> {
            String sql = "delete from endpoint_hour where hour < now() - interval '90 days'";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }
}
