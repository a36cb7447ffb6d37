package org.tocsin.alerts.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.OptionalInt;
import java.util.UUID;

/** The rate that an endpoint allowed: after what was taken for it, it is paused for as long as that much may last. */
final class Pace {
    private Pace() {}

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

    /** After a lease was taken. */
    static void keep(Connection connection, UUID lease) throws SQLException {
        String sql = """
                update endpoint e set paused_until =
                    greatest(e.paused_until, now() + taken.number * interval '1 minute' / e.allowed_rate)
                from (
                    select endpoint_id, count(*) as number from delivery
                    where state = 'SENDING' and lease = ? group by endpoint_id) taken
                where e.id = taken.endpoint_id and e.allowed_rate is not null
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, lease);
            statement.executeUpdate();
        }
    }
}
