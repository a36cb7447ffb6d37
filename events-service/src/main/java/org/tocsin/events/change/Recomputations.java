package org.tocsin.events.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.decision.Expiries;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Touched;
import org.tocsin.events.publisher.Regrading;
import org.tocsin.service.wake.Notifications;
import org.tocsin.service.wake.Wakeup;

/** Works off the places that must be thought about again for another cause than an event, each when its time has come. */
@Singleton
class Recomputations implements Regrading, Expiries {
    private static final Logger LOG = Logger.getLogger(Recomputations.class);
    static final String CHANNEL = "recomputations";
    private static final int PLACES_AT_ONCE = 50;
    private static final Duration SLOW_POLL = Duration.ofSeconds(5);

    private final Database database;
    private final Recomputation recomputation;
    private final Clock clock;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean stopping;
    private @Nullable Thread worker;

    private record Row(long id, String place, Cause cause) {}

    Recomputations(Database database, Recomputation recomputation, Clock clock) {
        this.database = database;
        this.recomputation = recomputation;
        this.clock = clock;
    }

    @Override
    public void changed(String publisher, Instant at) {
        Object[] weighing = Arrays.stream(EventType.values())
                .filter(EventType::weighs)
                .map(EventType::name)
                .toArray();
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into recomputation (place, cause_type, cause_id)
                    select distinct place, 'grade', ? from event
                    where publisher = ? and withdrawn_at is null and place is not null and type = any(?)
                    """)) {
                insert.setString(1, publisher + "@" + at);
                insert.setString(2, publisher);
                insert.setArray(3, connection.createArrayOf("text", weighing));
                insert.executeUpdate();
            }
            ring(connection);
        });
    }

    @Override
    public void expect(String place, Instant at, Cause cause) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into recomputation (place, cause_type, cause_id, due_at) values (?, ?, ?, ?)")) {
                insert.setString(1, place);
                insert.setString(2, cause.type());
                insert.setString(3, cause.id());
                insert.setObject(4, at.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            ring(connection);
        });
    }

    private static void ring(Connection connection) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANNEL);
            notify.execute();
        }
    }

    void start(@Observes @Priority(10) StartupEvent event, Notifications notifications) {
        notifications.onNotify(CHANNEL, wakeup::ring);
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
                if (!QuarkusTransaction.requiringNew().call(this::some)) {
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
     * How long to wait for the next row that will be due, or became so since it was looked for; not longer than the slow poll, and not so
     * short that a row that another replica has taken is asked for all the time.
     */
    private Duration untilNext() {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select extract(epoch from min(due_at) - clock_timestamp()) from recomputation
                            where due_at > now() - interval '1 second'
                            """);
                    ResultSet row = select.executeQuery()) {
                row.next();
                BigDecimal seconds = row.getBigDecimal(1);
                if (seconds == null || seconds.compareTo(BigDecimal.valueOf(SLOW_POLL.toSeconds())) >= 0) {
                    return SLOW_POLL;
                }
                return Duration.ofMillis(Math.max(50, seconds.movePointRight(3).longValue() + 1));
            }
        });
    }

    private void pause() {
        try {
            Thread.sleep(SLOW_POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Thinks again about some of the places, in one transaction; whether there were any. */
    private boolean some() {
        List<Row> rows = take();
        if (rows.isEmpty()) {
            return false;
        }
        Map<String, Touched> touched = new LinkedHashMap<>();
        rows.forEach(row -> touched.put(row.place(), Touched.because(row.place(), row.cause())));
        recomputation.lock(List.copyOf(touched.keySet()));
        recomputation.thinkAgain(
                List.copyOf(touched.values()), Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        LOG.infof(
                "recomputed places=%d cause=%s",
                touched.size(), rows.get(0).cause().type());
        return true;
    }

    private List<Row> take() {
        return database.ask(connection -> {
            try (PreparedStatement take = connection.prepareStatement("""
                    delete from recomputation where id in (
                        select id from recomputation where due_at <= now() order by due_at desc, id limit ?
                        for update skip locked)
                    returning id, place, cause_type, cause_id
                    """)) {
                take.setInt(1, PLACES_AT_ONCE);
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = take.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(
                                row.getLong(1), row.getString(2), new Cause(row.getString(3), row.getString(4))));
                    }
                }
                return rows;
            }
        });
    }
}
