package org.tocsin.service.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * An address that may be called, with the network addresses that were vetted for it. Connect to one of these and to no other: asking the
 * name service again could give a different answer.
 *
 * @param uri what was asked for; its host is the one to name in the Host header and to check the certificate against
 * @param addresses at least one, each vetted
 */
public record Destination(URI uri, List<InetAddress> addresses) {
    public Destination {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses must not be empty");
        }
    }

    public boolean tls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The port to connect to; the scheme's own when none is given. */
    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : tls() ? 443 : 80;
    }

    /** The host without the brackets of an IPv6 literal. */
    public String host() {
        return EgressGuard.unbracketed(uri.getHost());
    }

    /** Path and query, as they go into the request line. */
    public String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
