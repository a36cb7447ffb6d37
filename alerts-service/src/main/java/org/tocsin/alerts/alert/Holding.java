package org.tocsin.alerts.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tocsin.alerts.change.Message;

/**
 * Which alerts are held back while they are made. Whoever was sent an alert is sent all that takes it further or back, whatever pause or
 * silence there is; of what follows from an alert that was held nothing is sent either, until it is looked at as a whole.
 */
final class Holding {
    private final Holds holds;
    private final Set<UUID> unsent;

    Holding(Holds holds, Set<UUID> unsent) {
        this.holds = holds;
        this.unsent = new HashSet<>(unsent);
    }

    /** For these alerts; their subscriptions are locked, so that nobody releases what they revise. */
    static Holding of(Connection connection, Map<UUID, Standing> standings, Collection<NewAlert> alerts)
            throws SQLException {
        List<UUID> revised =
                alerts.stream().flatMap(alert -> alert.revises().stream()).toList();
        Set<UUID> unsent = new HashSet<>();
        if (!revised.isEmpty()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select id from alert where id = any(?) and not sent")) {
                statement.setArray(1, connection.createArrayOf("uuid", revised.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        unsent.add(row.getObject(1, UUID.class));
                    }
                }
            }
        }
        return new Holding(Holds.read(connection, standings), unsent);
    }

    /** To be asked in the order in which alerts are made; empty: it may go. */
    Optional<OffsetDateTime> until(NewAlert alert) {
        if (alert.revises().stream().anyMatch(revised -> !unsent.contains(revised))) {
            return Optional.empty();
        }
        Optional<OffsetDateTime> until =
                holds.until(alert.watch().subscription(), alert.item().change());
        if (until.isEmpty()
                && (alert.message() == Message.ALERT || alert.revises().isEmpty())) {
            return Optional.empty();
        }
        unsent.add(alert.id());
        // Held only because what it is about was: to be looked at with that, at once.
        return Optional.of(until.orElse(Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }
}
