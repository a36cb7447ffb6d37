package org.tocsin.alerts.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.change.Message;

/**
 * A change that somebody is to be told.
 *
 * @param root the change that it goes back to
 * @param revises the alerts that it takes further, or back, oldest first
 */
record NewAlert(Watch watch, ChangePage.Item item, String root, Message message, List<UUID> revises) {
    NewAlert {
        revises = List.copyOf(revises);
    }

    /** The same for the same subscription and change, however often it is made: a receiver knows a repeat by it. */
    UUID id() {
        return idOf(watch.subscription(), item.change().id());
    }

    static UUID idOf(UUID subscription, String change) {
        return UUID.nameUUIDFromBytes((subscription + "|" + change).getBytes(StandardCharsets.UTF_8));
    }
}
