package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.egress.Destination;
import org.tocsin.service.egress.EgressGuard;
import org.tocsin.service.egress.EgressRefused;

/**
 * Destinations that were vetted a moment ago. A name is looked up and vetted again each second while it is called; a connection goes to an
 * address that was vetted, never to what the name has come to mean since.
 */
final class Destinations {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final EgressGuard guard;
    private final Map<String, Vetted> byUrl = new ConcurrentHashMap<>();

    private record Vetted(Destination destination, long at) {}

    Destinations(EgressGuard guard) {
        this.guard = guard;
    }

    /** The destination, if it was vetted a moment ago. */
    @Nullable Destination fresh(String url) {
        Vetted vetted = byUrl.get(url);
        boolean fresh = vetted != null && System.nanoTime() - vetted.at() < FRESH.toNanos();
        return fresh && vetted != null ? vetted.destination() : null;
    }

    /** Looks the name up, which may take long. */
    Destination vet(String url) throws EgressRefused {
        byUrl.remove(url);
        Destination destination = guard.vet(url);
        if (byUrl.size() >= MOST) {
            byUrl.clear();
        }
        byUrl.put(url, new Vetted(destination, System.nanoTime()));
        return destination;
    }
}
