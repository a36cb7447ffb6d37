package org.tocsin.events.change;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tocsin.events.control.Rethinking;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.EventType;

/** Keeps the places that are to be thought about again, each with its cause and its time; every method works in the caller's transaction. */
@Singleton
class RecomputationRows implements Rethinking {
    static final String CHANNEL = "recomputations";
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final Database database;

    RecomputationRows(Database database) {
        this.database = database;
    }

    record Row(long id, String place, Cause cause, int attempts) {}

    /** Every place of which the publisher's reports say something that weighs. */
    void addPlacesOf(String publisher, Cause cause) {
        Object[] weighing = Arrays.stream(EventType.values())
                .filter(EventType::weighs)
                .map(EventType::name)
                .toArray();
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into recomputation (place, cause_type, cause_id)
                    select distinct place, ?, ? from event
                    where publisher = ? and withdrawn_at is null and place is not null and type = any(?)
                    """)) {
                insert.setString(1, cause.type());
                insert.setString(2, cause.id());
                insert.setString(3, publisher);
                insert.setArray(4, connection.createArrayOf("text", weighing));
                insert.executeUpdate();
            }
            ring(connection);
        });
    }

    void add(String place, Instant due, Cause cause) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into recomputation (place, cause_type, cause_id, due_at) values (?, ?, ?, ?)")) {
                insert.setString(1, place);
                insert.setString(2, cause.type());
                insert.setString(3, cause.id());
                insert.setObject(4, due.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            ring(connection);
        });
    }

    @Override
    public void later(Collection<String> places, Cause cause) {
        if (places.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into recomputation (place, cause_type, cause_id) select unnest(?), ?, ?")) {
                insert.setArray(1, connection.createArrayOf("text", places.toArray()));
                insert.setString(2, cause.type());
                insert.setString(3, cause.id());
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

    /** Takes rows that are due, those with a time of their own before the others. */
    List<Row> take(int most) {
        return database.ask(connection -> {
            try (PreparedStatement take = connection.prepareStatement("""
                    delete from recomputation where id in (
                        select id from recomputation where due_at <= now() order by due_at desc, id limit ?
                        for update skip locked)
                    returning id, place, cause_type, cause_id, attempts
                    """)) {
                take.setInt(1, most);
                List<Row> rows = new ArrayList<>();
                try (ResultSet row = take.executeQuery()) {
                    while (row.next()) {
                        rows.add(new Row(
                                row.getLong(1),
                                row.getString(2),
                                new Cause(row.getString(3), row.getString(4)),
                                row.getInt(5)));
                    }
                }
                return rows;
            }
        });
    }

    /** Lets a row that could not be worked off wait, each time twice as long. */
    Duration postpone(Row row) {
        Duration delay = Duration.ofSeconds(1L << Math.min(row.attempts(), 12));
        Duration bounded = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update recomputation set attempts = attempts + 1, due_at = now() + make_interval(secs => ?) where id = ?
                    """)) {
                update.setLong(1, bounded.toSeconds());
                update.setLong(2, row.id());
                update.executeUpdate();
            }
        });
        return bounded;
    }

    /** How long it takes until the next row is due, or less than nothing for one that became so within the last second; empty for none. */
    Optional<Duration> untilNext() {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select extract(epoch from min(due_at) - clock_timestamp()) from recomputation
                            where due_at > now() - interval '1 second'
                            """);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getBigDecimal(1))
                        .map(seconds -> seconds.min(BigDecimal.valueOf(1_000_000)))
                        .map(seconds ->
                                Duration.ofMillis(seconds.movePointRight(3).longValue()));
            }
        });
    }
}
