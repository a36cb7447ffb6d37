package org.tocsin.alerts.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.store.Database;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Replaces a key: for a while the one before goes on signing beside the new one, so that no request is ever signed with a key unknown to its receiver. */
@ApplicationScoped
class Rotation {
    private static final Logger LOG = Logger.getLogger(Rotation.class);

    /** Each is a signature in the header of every request. */
    private static final int MOST = 5;

    private final Database database;
    private final SigningKeys keys;
    private final Audit audit;

    Rotation(Database database, SigningKeys keys, Audit audit) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
    }

    /** Those that sign, newest first; empty when the owner has no such subscription. */
    Optional<List<SigningSecret>> list(UUID subscription, @Nullable String owner) {
        return database.inTransaction(connection -> {
            if (keys.lock(connection, subscription, owner).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(keys.alive(connection, subscription).stream()
                    .map(row -> SigningSecret.of(row, null))
                    .toList());
        });
    }

    /** A new key, with its secret: the only time that it is shown. */
    Optional<SigningSecret> rotate(UUID subscription, @Nullable String owner, RotationRequest wanted) {
        Duration overlap = wanted.overlapOrDefault();
        return database.inTransaction(connection -> {
            Optional<Set<Scheme>> asked = keys.lock(connection, subscription, owner);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            Scheme scheme = schemeOf(wanted, asked.get());
            retire(connection, subscription, scheme, overlap);
            SigningKey key = SigningKey.random(scheme);
            UUID id = keys.add(connection, subscription, key);
            audit.record(
                    "rotate-secret",
                    "subscriptions/" + subscription + "/secrets/" + id,
                    "scheme=" + scheme.word() + " overlap=" + overlap);
            LOG.infof("secret rotated subscription=%s scheme=%s overlap=%s", subscription, scheme.word(), overlap);
            Secret shown = key instanceof Secret secret ? secret : null;
            return keys.alive(connection, subscription).stream()
                    .filter(row -> row.id().equals(id))
                    .map(row -> SigningSecret.of(row, shown))
                    .findFirst();
        });
    }

    /**
     * Nothing is signed any more with a key that was replaced.
     *
     * @return whether there was such a key
     */
    boolean revoke(UUID subscription, @Nullable String owner, UUID id) {
        return database.inTransaction(connection -> {
            Optional<KeyRow> found = keys.lock(connection, subscription, owner).isEmpty()
                    ? Optional.empty()
                    : keys.alive(connection, subscription).stream()
                            .filter(row -> row.id().equals(id))
                            .findFirst();
            if (found.isEmpty()) {
                return false;
            }
            if (found.get().expiresAt() == null) {
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "It is the one in use: replace it at once by a rotation with the overlap PT0S.")
                        .asException();
            }
            SigningKeys.run(connection, "delete from secret where id = ?", id);
            audit.record("revoke-secret", "subscriptions/" + subscription + "/secrets/" + id, "");
            LOG.infof("secret revoked subscription=%s id=%s", subscription, id);
            return true;
        });
    }

    /** None outlives the overlap; where there is none, they are gone. */
    private void retire(Connection connection, UUID subscription, Scheme scheme, Duration overlap) throws SQLException {
        SigningKeys.run(connection, """
                update secret set expires_at = least(expires_at, now() + ? * interval '1 millisecond')
                where subscription_id = ? and scheme = ?
                """, overlap.toMillis(), subscription, scheme.word());
        SigningKeys.run(
                connection,
                "delete from secret where subscription_id = ? and scheme = ? and expires_at <= now()",
                subscription,
                scheme.word());
        long left = keys.alive(connection, subscription).stream()
                .filter(row -> row.scheme() == scheme)
                .count();
        if (left >= MOST) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            left + " keys overlap already: revoke one, or rotate with a shorter overlap.")
                    .asException();
        }
    }

    private static Scheme schemeOf(RotationRequest wanted, Set<Scheme> asked) {
        Scheme scheme = wanted.signature();
        if (scheme == null) {
            if (asked.size() > 1) {
                throw Problem.invalid("signature", "must be given, for the subscription asks for v1 and v1a")
                        .asException();
            }
            return asked.iterator().next();
        }
        if (!asked.contains(scheme)) {
            throw Problem.invalid("signature", "is not one that the subscription asks for")
                    .asException();
        }
        return scheme;
    }
}
