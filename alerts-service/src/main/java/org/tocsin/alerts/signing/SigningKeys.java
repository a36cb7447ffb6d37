package org.tocsin.alerts.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Database;

/** Keeps the keys of subscriptions: those in use and those that still overlap with them. */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final String ALIVE = "(expires_at is null or expires_at > now())";

    private final Database database;
    private final Vault vault;

    SigningKeys(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Makes the keys that the schemes lack and forgets those of other schemes.
     *
     * @return the shared secret, if one was made: to be shown now and never again
     */
    public Optional<Secret> provide(UUID subscription, Set<Scheme> schemes) {
        return database.inTransaction(connection -> {
            List<KeyRow> there = alive(connection, subscription);
            Secret made = null;
            for (Scheme scheme : Scheme.values()) {
                boolean has = there.stream().anyMatch(row -> row.scheme() == scheme && row.expiresAt() == null);
                if (!schemes.contains(scheme)) {
                    run(
                            connection,
                            "delete from secret where subscription_id = ? and scheme = ?",
                            subscription,
                            scheme.word());
                } else if (!has) {
                    SigningKey key = SigningKey.random(scheme);
                    add(connection, subscription, key);
                    made = key instanceof Secret secret ? secret : made;
                }
            }
            return Optional.ofNullable(made);
        });
    }

    /** What the requests of each subscription are to be signed with, newest first; what cannot be opened is missing. */
    public Map<UUID, List<SigningKey>> open(Connection connection, Collection<UUID> subscriptions) throws SQLException {
        String sql = "select subscription_id, scheme, key_id, sealed from secret where subscription_id = any(?) and "
                + ALIVE + " order by created_at desc, scheme";
        Map<UUID, List<SigningKey>> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", subscriptions.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    UUID subscription = found.getObject(1, UUID.class);
                    try {
                        Sealed sealed = new Sealed(found.getString(3), found.getBytes(4));
                        SigningKey key = vault.open(subscription, Scheme.of(found.getString(2)), sealed);
                        keys.computeIfAbsent(subscription, s -> new ArrayList<>())
                                .add(key);
                    } catch (IllegalStateException e) {
                        LOG.errorf("secret not opened subscription=%s: %s", subscription, e.getMessage());
                    }
                }
            }
        }
        return keys;
    }

    /** Those that sign, newest first. */
    List<KeyRow> alive(Connection connection, UUID subscription) throws SQLException {
        String sql = "select " + KeyRow.COLUMNS + " from secret where subscription_id = ? and " + ALIVE
                + " order by created_at desc, scheme";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subscription);
            List<KeyRow> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(KeyRow.of(rows));
                }
            }
            return found;
        }
    }

    List<KeyRow> alive(UUID subscription) {
        return database.inTransaction(connection -> alive(connection, subscription));
    }

    /** The schemes that the subscription asks for, which is kept from being changed by others; empty when the owner has no such. */
    Optional<Set<Scheme>> lock(Connection connection, UUID subscription, @Nullable String owner) throws SQLException {
        String sql = "select signatures from subscription where id = ? and (?::text is null or owner = ?) for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subscription);
            statement.setString(2, owner);
            statement.setString(3, owner);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Scheme.read(row.getString(1))) : Optional.empty();
            }
        }
    }

    UUID add(Connection connection, UUID subscription, SigningKey key) throws SQLException {
        UUID id = UUID.randomUUID();
        Sealed sealed = vault.seal(subscription, key);
        run(
                connection,
                """
                insert into secret (id, subscription_id, scheme, key_id, sealed, public_key, created_at)
                values (?, ?, ?, ?, ?, ?, clock_timestamp())
                """,
                id,
                subscription,
                key.scheme().word(),
                sealed.keyId(),
                sealed.bytes(),
                key.publicKey().map(PublicKey::bytes).orElse(null));
        return id;
    }

    static int run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
