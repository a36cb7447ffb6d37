package org.tocsin.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Whether an endpoint wants to be called: it says yes by answering the challenge, by the handshake or through its owner, and no with 410. */
@ApplicationScoped
class Consent {
    private static final Logger LOG = Logger.getLogger(Consent.class);

    /**
     * The challenge was answered, or whoever may say so said yes: what waited may go. An answer to an older challenge changes nothing.
     *
     * @return whether the subscription became active by it
     */
    boolean give(Connection connection, UUID subscription, String challenge) throws SQLException {
        String activate = """
                update subscription set status = 'ACTIVE', status_reason = null, verified_at = now()
                where id = ? and challenge = ? and status <> 'ACTIVE'
                """;
        try (PreparedStatement statement = connection.prepareStatement(activate)) {
            statement.setObject(1, subscription);
            statement.setString(2, challenge);
            if (statement.executeUpdate() == 0) {
                return false;
            }
        }
        Lanes.open(connection, subscription);
        LOG.infof("subscription active id=%s", subscription);
        return true;
    }

    /** The endpoint is gone. @return whether that is news */
    boolean withdraw(Connection connection, UUID subscription) throws SQLException {
        return withdraw(connection, subscription, "the endpoint answered 410 Gone", "gone");
    }

    /** Nothing more is sent until the endpoint is verified again; alerts are kept. @return whether that is news */
    boolean withdraw(Connection connection, UUID subscription, String reason, String word) throws SQLException {
        String disable =
                "update subscription set status = 'DISABLED', status_reason = ? where id = ? and status <> 'DISABLED'";
        boolean news;
        try (PreparedStatement statement = connection.prepareStatement(disable)) {
            statement.setString(1, reason);
            statement.setObject(2, subscription);
            news = statement.executeUpdate() > 0;
        }
        String park = """
            update delivery set urgent = false,
                state = case when kind = 'ALERT' then 'WAITING' else 'DEAD' end,
                finished_at = case when kind <> 'ALERT' then now() end
            where subscription_id = ? and state = 'READY'
            """;
        try (PreparedStatement statement = connection.prepareStatement(park)) {
            statement.setObject(1, subscription);
            statement.executeUpdate();
        }
        if (news) {
            LOG.infof("subscription disabled id=%s reason=%s", subscription, word);
        }
        return news;
    }
}
