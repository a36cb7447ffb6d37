package org.tocsin.alerts.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.alerts.notice.Notices;
import org.tocsin.alerts.store.Database;

/**
 * Looks after endpoints of which every attempt fails: tells the owner after a fifth and after four fifths of the time that is given them, and
 * at the first failure after it switches the subscriptions off. Their alerts are kept.
 */
@ApplicationScoped
class FailingEndpoints {
    private static final Logger LOG = Logger.getLogger(FailingEndpoints.class);
    private static final int[] FIFTHS = {1, 4};

    private static final String OVERDUE = """
            select s.id from subscription s join endpoint e on e.id = s.endpoint_id
            where e.failed_at >= e.disables_at and s.status = 'ACTIVE'
            order by s.id for update of s
            """;

    private static final String UNTOLD = """
            select s.id from subscription s join endpoint e on e.id = s.endpoint_id
            where s.status = 'ACTIVE' and e.failed_at >= e.failing_since + (e.disables_at - e.failing_since) * ? / 5
              and not exists (
                select 1 from notice n
                where n.subscription_id = s.id and n.failing_since = e.failing_since and n.stage >= ?)
            """;

    private final Database database;
    private final Consent consent;
    private final Notices notices;

    FailingEndpoints(Database database, Consent consent, Notices notices) {
        this.database = database;
        this.consent = consent;
        this.notices = notices;
    }

    @Scheduled(every = "${tocsin.delivery.look-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            database.inTransaction(connection -> {
                disable(connection);
                for (int fifths : FIFTHS) {
                    List<UUID> untold = ids(connection, UNTOLD, fifths, fifths);
                    notices.add(connection, Notices.Kind.ENDPOINT_FAILING, fifths, untold);
                }
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warnf("failing endpoints: trying on: %s", e);
        }
    }

    private void disable(Connection connection) throws SQLException {
        List<UUID> overdue = ids(connection, OVERDUE);
        for (UUID subscription : overdue) {
            consent.withdraw(
                    connection, subscription, "every attempt failed for too long; the attempts say how", "failing");
        }
        notices.add(connection, Notices.Kind.SUBSCRIPTION_DISABLED, null, overdue);
    }

    private static List<UUID> ids(Connection connection, String sql, Integer... values) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setInt(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }
}
