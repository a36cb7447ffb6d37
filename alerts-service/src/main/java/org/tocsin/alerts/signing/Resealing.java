package org.tocsin.alerts.signing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.alerts.store.Database;

/**
 * When the service starts, and every hour: seals with the present master key what an older one sealed, and forgets keys whose overlap is
 * over. Replicas share the work; one that stops half way leaves whole rows.
 */
@ApplicationScoped
class Resealing {
    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int BATCH = 500;

    private final Database database;
    private final Vault vault;

    Resealing(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        database.inTransaction(connection ->
                SigningKeys.run(connection, "delete from secret where expires_at < now() - interval '1 hour'"));
        int resealed = reseal();
        if (resealed > 0) {
            LOG.infof("secrets resealed count=%d key=%s", resealed, vault.keyId());
        }
        sayWhatCannotBeOpened();
    }

    /** @return how many */
    int reseal() {
        int all = 0;
        for (int some = BATCH; some == BATCH; all += some) {
            some = database.inTransaction(this::resealSome);
        }
        return all;
    }

    private int resealSome(Connection connection) throws SQLException {
        String old = """
                select id, subscription_id, scheme, key_id, sealed from secret
                where key_id = any(?) and key_id <> ?
                limit ?
                for update skip locked
                """;
        String update = "update secret set key_id = ?, sealed = ? where id = ?";
        try (PreparedStatement select = connection.prepareStatement(old);
                PreparedStatement write = connection.prepareStatement(update)) {
            select.setArray(1, array(connection, vault.keyIds()));
            select.setString(2, vault.keyId());
            select.setInt(3, BATCH);
            int count = 0;
            try (ResultSet rows = select.executeQuery()) {
                for (; rows.next(); count++) {
                    UUID subscription = rows.getObject(2, UUID.class);
                    Sealed sealed = new Sealed(rows.getString(4), rows.getBytes(5));
                    Sealed again =
                            vault.seal(subscription, vault.open(subscription, Scheme.of(rows.getString(3)), sealed));
                    write.setString(1, again.keyId());
                    write.setBytes(2, again.bytes());
                    write.setObject(3, rows.getObject(1, UUID.class));
                    write.addBatch();
                }
            }
            write.executeBatch();
            return count;
        }
    }

    private void sayWhatCannotBeOpened() {
        database.inTransaction(connection -> {
            String sql = "select key_id, count(*) from secret where key_id <> all(?) group by key_id";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, array(connection, vault.keyIds()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        LOG.errorf(
                                "%d secrets are sealed with the master key %s, which neither tocsin.secrets.key nor"
                                        + " tocsin.secrets.old-keys is: nothing is sent for their subscriptions",
                                rows.getLong(2), rows.getString(1));
                    }
                }
            }
            return true;
        });
    }

    private static Array array(Connection connection, Set<String> ids) throws SQLException {
        return connection.createArrayOf("text", ids.toArray());
    }
}
