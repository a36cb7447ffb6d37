package org.tocsin.alerts.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a 410 concerns. It is said of an address, so all subscriptions of its owner with that address are switched off; but said to a
 * verification it is about the one subscription that asked.
 */
final class Gone {
    private Gone() {}

    /** The ids of the subscriptions to be switched off. */
    static Set<String> subscriptions(Connection connection, List<Outcome> outcomes) throws SQLException {
        Set<String> ids = new TreeSet<>();
        Set<Long> endpoints = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            Claimed delivery = outcome.delivery();
            if (outcome.gone()) {
                ids.add(delivery.subscription().toString());
                if (delivery.kind() != DeliveryKind.VERIFICATION) {
                    endpoints.add(delivery.endpoint().id());
                }
            }
        }
        return endpoints.isEmpty() ? ids : withOthers(connection, ids, endpoints);
    }

    private static Set<String> withOthers(Connection connection, Set<String> ids, Set<Long> endpoints)
            throws SQLException {
        String sql = "select id from subscription where endpoint_id = any(?) and status = 'ACTIVE'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", endpoints.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }
}
