package org.tocsin.alerts.delivery;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The consent of an endpoint that knows nothing of our challenge: its answer to OPTIONS, after the abuse protection of CloudEvents' "HTTP 1.1
 * Web Hooks for Event Delivery" 1.0, section 4.
 *
 * @param origin what the endpoint is asked to allow: the host of this service
 */
record Handshake(String origin) {
    static final String REQUEST_ORIGIN = "WebHook-Request-Origin";
    static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";
    static final String ALLOWED_RATE = "WebHook-Allowed-Rate";

    /** @param source the base address of this service */
    static Handshake of(String source) {
        String host = URI.create(source).getHost();
        return new Handshake(host == null ? "localhost" : host);
    }

    /**
     * What an answer allows.
     *
     * @param perMinute requests a minute; empty: as many as come
     */
    record Allowed(OptionalInt perMinute) {}

    /** What the answer allows; null when it allows nothing, or says something of a rate that cannot be read. */
    @Nullable Allowed allowedBy(int status, MultiMap headers) {
        String allowed = headers.get(ALLOWED_ORIGIN);
        if (status < 200 || status > 299 || allowed == null) {
            return null;
        }
        if (!allowed.strip().equals("*") && !allowed.strip().equalsIgnoreCase(origin)) {
            return null;
        }
        String rate = headers.get(ALLOWED_RATE);
        if (rate == null || rate.strip().equals("*")) {
            return new Allowed(OptionalInt.empty());
        }
        return rate.strip().matches("[1-9][0-9]{0,8}")
                ? new Allowed(OptionalInt.of(Integer.parseInt(rate.strip())))
                : null;
    }
}
