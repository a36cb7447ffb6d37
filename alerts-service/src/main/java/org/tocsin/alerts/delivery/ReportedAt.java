package org.tocsin.alerts.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what an event tells became known: when its report was received, if the event says so, else when its change was recorded, which is the
 * event's {@code time}. Found without reading the whole body, for it is asked of each delivery.
 */
final class ReportedAt {
    private static final String RECEIVED = "\"receivedAt\":\"";
    private static final String TIME = "\"time\":\"";

    private ReportedAt() {}

    /** Null when the body does not say it. */
    static @Nullable Instant of(String body) {
        Instant received = after(RECEIVED, body);
        return received != null ? received : after(TIME, body);
    }

    private static @Nullable Instant after(String name, String body) {
        int at = body.indexOf(name);
        int end = at < 0 ? -1 : body.indexOf('"', at + name.length());
        if (end < 0) {
            return null;
        }
        try {
            return Instant.parse(body.substring(at + name.length(), end));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
