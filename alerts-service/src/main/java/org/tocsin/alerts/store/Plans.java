package org.tocsin.alerts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Plans of statements that run all the time. PostgreSQL would plan them anew each time for short arrays, which takes longer than to run them.
 * A plan is kept instead, one that goes through indexes row by row. One made while a table was empty knows no index that is worth it, so all
 * are made anew now and then: soon after the start, and ever more seldom.
 */
final class Plans {
    private static final String KEEP = """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)
            """;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofMinutes(1);

    /** Each thread mostly gets the same connection of the pool, and plans belong to a connection. */
    private final ThreadLocal<Age> ages = ThreadLocal.withInitial(Age::new);

    private static final class Age {
        private long since = System.nanoTime();
        private long nanos = FIRST.toNanos();
    }

    /** Until the transaction ends. */
    void keep(Connection connection) throws SQLException {
        Age age = ages.get();
        if (System.nanoTime() - age.since > age.nanos) {
            run(connection, "discard plans");
            age.since = System.nanoTime();
            age.nanos = Math.min(LAST.toNanos(), 2 * age.nanos);
        }
        run(connection, KEEP);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
