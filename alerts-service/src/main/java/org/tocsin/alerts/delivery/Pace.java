package org.tocsin.alerts.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How fast an endpoint may be called: no faster than it allowed, and after an outage slowly at first, {@link #FIRST} a second, then twice as
 * many each second until it does not matter any more.
 *
 * @param perSecond how many; infinite when nothing is said
 */
record Pace(double perSecond) {
    private static final Pace FREE = new Pace(Double.POSITIVE_INFINITY);
    private static final int FIRST = 8;
    private static final int DOUBLINGS = 8;

    /** What may go in this time goes at once: a wake-up for each would cost more than it evens out. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    /**
     * @param perMinute what the endpoint allowed; null: as many as come
     * @param sinceOutage seconds; null when there was none
     */
    static Pace of(@Nullable Integer perMinute, @Nullable Double sinceOutage) {
        double allowed = perMinute == null ? FREE.perSecond : perMinute / 60.0;
        if (sinceOutage == null || sinceOutage >= DOUBLINGS) {
            return new Pace(allowed);
        }
        return new Pace(Math.min(allowed, FIRST * Math.pow(2, Math.floor(Math.max(0, sinceOutage)))));
    }

    /** Of {@code wanted} those that may go now. */
    int of(int wanted) {
        return (int) Math.min(wanted, Math.max(1, Math.floor(perSecond * AT_ONCE.toMillis() / 1_000)));
    }

    /** The time that each takes, in microseconds; zero when it does not matter. */
    long gap() {
        return (long) Math.ceil(1_000_000 / perSecond);
    }

    /** What an endpoint said when it gave its consent; nothing said takes back what it said before. */
    static void allow(Connection connection, UUID subscription, OptionalInt perMinute) throws SQLException {
        String sql =
                "update endpoint set allowed_rate = ? where id = (select endpoint_id from subscription where id = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, perMinute.isPresent() ? perMinute.getAsInt() : null, Types.INTEGER);
            statement.setObject(2, subscription);
            statement.executeUpdate();
        }
    }
}
