package org.tocsin.alerts.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps how each endpoint is faring. */
@ApplicationScoped
public class Endpoints {
    private static final Logger LOG = Logger.getLogger(Endpoints.class);

    /** Weaker than FOR UPDATE: who adds deliveries, and holds lanes, must not wait for it. */
    private static final String READ = """
            select id, breaker, epoch, allowed, failures, probes, probe_at, paused_until, failing_since, failed_at, slow_since, now()
            from endpoint where id = any(?) order by id for no key update
            """;

    private static final String STORE = """
            update endpoint set
                breaker = ?, epoch = ?, allowed = ?, failures = ?, probes = ?, probe_at = ?, paused_until = ?,
                failing_since = ?, failed_at = ?, slow_since = ?, disables_at = ?, last_status = ?, last_error = ?
            where id = ?
            """;

    private final Duration disableAfter;

    Endpoints(@ConfigProperty(name = "tocsin.delivery.disable-after", defaultValue = "P5D") Duration disableAfter) {
        this.disableAfter = disableAfter;
    }

    /**
     * Draws what follows from answers, by endpoint, in the order in which they came. To be called after subscriptions are locked and before
     * deliveries are.
     */
    public void heed(Connection connection, Map<Long, List<Answer>> answers) throws SQLException {
        List<Long> changing = answers.entrySet().stream()
                .filter(entry -> !entry.getValue().stream().allMatch(Answer::changesNothing))
                .map(Map.Entry::getKey)
                .toList();
        if (!changing.isEmpty()) {
            for (Map.Entry<Long, Read> entry : locked(connection, changing).entrySet()) {
                heed(connection, entry.getKey(), entry.getValue(), Objects.requireNonNull(answers.get(entry.getKey())));
            }
        }
    }

    private record Read(Breaker breaker, Instant now) {}

    private static Map<Long, Read> locked(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Read> found = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Breaker breaker = new Breaker(
                            Breaker.State.valueOf(row.getString(2)),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            instant(row, 7),
                            instant(row, 8),
                            instant(row, 9),
                            instant(row, 10),
                            instant(row, 11));
                    found.put(row.getLong(1), new Read(breaker, Objects.requireNonNull(instant(row, 12))));
                }
            }
        }
        return found;
    }

    private void heed(Connection connection, long id, Read read, List<Answer> answers) throws SQLException {
        Breaker after = read.breaker();
        Answer bad = null;
        for (Answer answer : answers) {
            after = after.after(answer, read.now(), ThreadLocalRandom.current().nextDouble());
            bad = answer.bad() ? answer : bad;
        }
        if (after.equals(read.breaker()) && bad == null) {
            return;
        }
        Instant since = after.failingSince();
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, after.state().name());
            statement.setInt(2, after.epoch());
            statement.setInt(3, after.allowed());
            statement.setInt(4, after.failures());
            statement.setInt(5, after.probes());
            statement.setObject(6, utc(after.probeAt()));
            statement.setObject(7, utc(after.pausedUntil()));
            statement.setObject(8, utc(since));
            statement.setObject(9, utc(after.failedAt()));
            statement.setObject(10, utc(after.slowSince()));
            statement.setObject(11, utc(since == null ? null : since.plus(disableAfter)));
            statement.setObject(12, bad == null ? null : bad.status(), Types.INTEGER);
            statement.setString(13, bad == null ? null : bad.error());
            statement.setLong(14, id);
            statement.executeUpdate();
        }
        if (after.state() != read.breaker().state()) {
            LOG.infof(
                    "endpoint=%d breaker=%s allowed=%d probeAt=%s",
                    id, after.state(), after.allowed(), after.probeAt());
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
