package org.tocsin.alerts.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key without opening it.
 *
 * @param expiresAt null for the one of its scheme that is in use
 */
record KeyRow(
        UUID id,
        Scheme scheme,
        @Nullable PublicKey publicKey,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    static final String COLUMNS = "id, scheme, public_key, created_at, expires_at";

    static KeyRow of(ResultSet row) throws SQLException {
        byte[] shown = row.getBytes(3);
        OffsetDateTime end = row.getObject(5, OffsetDateTime.class);
        return new KeyRow(
                row.getObject(1, UUID.class),
                Scheme.of(row.getString(2)),
                shown == null ? null : new PublicKey(shown),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                end == null ? null : end.toInstant());
    }
}
