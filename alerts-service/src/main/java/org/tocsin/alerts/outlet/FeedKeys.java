package org.tocsin.alerts.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.access.Ownership;
import org.tocsin.alerts.store.Database;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Keys to the feeds of subscriptions. A key is 32 random bytes in base64url; of it only the hash is kept. */
@ApplicationScoped
class FeedKeys {
    private static final int BYTES = 32;
    private static final int MOST = 20;

    private final Database database;
    private final Ownership ownership;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedKeys(Database database, Ownership ownership, Audit audit, Clock clock) {
        this.database = database;
        this.ownership = ownership;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param key null but in the answer to who made it */
    record Key(UUID id, @Nullable String key, Instant createdAt) {}

    /** Makes one; empty when the owner has no such subscription. */
    Optional<Key> make(UUID subscription, @Nullable String owner) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Key made = new Key(UUID.randomUUID(), key, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        String insert = "insert into feed_key (id, subscription_id, hash, created_at) values (?, ?, ?, ?)";
        return database.inTransaction(connection -> {
            if (Ownership.lock(connection, subscription, owner).isEmpty()) {
                return Optional.<Key>empty();
            }
            if (of(subscription).size() >= MOST) {
                throw Problem.of(ProblemKind.CONFLICT, "There are " + MOST + " keys to this feed; revoke one first.")
                        .asException();
            }
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setObject(1, made.id());
                statement.setObject(2, subscription);
                statement.setBytes(3, hashOf(key));
                statement.setObject(4, made.createdAt().atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
            }
            audit.record("make-feed-key", "subscriptions/" + subscription + "/feed-keys/" + made.id(), "");
            return Optional.of(made);
        });
    }

    /** Those of a subscription, oldest first; empty when the owner has no such subscription. */
    Optional<List<Key>> of(UUID subscription, @Nullable String owner) {
        return ownership.has(subscription, owner) ? Optional.of(of(subscription)) : Optional.empty();
    }

    private List<Key> of(UUID subscription) {
        String sql = "select id, created_at from feed_key where subscription_id = ? order by created_at, id";
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                List<Key> keys = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        keys.add(keyOf(row));
                    }
                }
                return keys;
            }
        });
    }

    private static Key keyOf(ResultSet row) throws SQLException {
        return new Key(
                row.getObject(1, UUID.class),
                null,
                row.getObject(2, OffsetDateTime.class).toInstant());
    }

    /** Whether there was one. */
    boolean revoke(UUID subscription, UUID key, @Nullable String owner) {
        String sql = """
                delete from feed_key k using subscription s
                where s.id = k.subscription_id and s.id = ? and k.id = ? and (?::text is null or s.owner = ?)
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                statement.setObject(2, key);
                statement.setString(3, owner);
                statement.setString(4, owner);
                boolean revoked = statement.executeUpdate() > 0;
                if (revoked) {
                    audit.record("revoke-feed-key", "subscriptions/" + subscription + "/feed-keys/" + key, "");
                }
                return revoked;
            }
        });
    }

    /** The name of the subscription that the key opens; empty when it opens none, or another one. */
    Optional<String> opened(UUID subscription, String key) {
        String sql = """
                select s.name from feed_key k join subscription s on s.id = k.subscription_id where k.hash = ? and s.id = ?
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, hashOf(key));
                statement.setObject(2, subscription);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** What is looked up is the hash, so the time of the look-up tells nothing of the key. */
    private static byte[] hashOf(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
