package org.tocsin.service.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether an address that somebody gave us may be called, so that no one can reach through us what only we can reach (SSRF). It
 * resolves the name once and vets every answer; the caller connects to a vetted address.
 */
public final class EgressGuard {
    private static final int LONGEST = 2_048;

    private final boolean http;
    private final List<AddressRange> allowed;
    private final Resolver resolver;

    /**
     * @param http whether plain http is let through
     * @param allowed blocks that may be called although they are not of the public internet
     */
    public EgressGuard(boolean http, List<AddressRange> allowed, Resolver resolver) {
        this.http = http;
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
    }

    /**
     * The destination behind {@code address}; blocks while the name is resolved.
     *
     * @throws EgressRefused when it must not be called; the message continues the name of a field ("must be ...")
     */
    public Destination vet(String address) throws EgressRefused {
        URI uri = wellFormed(address);
        List<InetAddress> found;
        try {
            found = resolver.addressesOf(unbracketed(uri.getHost()));
        } catch (UnknownHostException e) {
            throw unreachable();
        }
        // One bad answer among good ones spoils all: the next connect could be given the bad one.
        if (found.isEmpty() || !found.stream().allMatch(this::mayBeCalled)) {
            throw unreachable();
        }
        return new Destination(uri, found);
    }

    private boolean mayBeCalled(InetAddress address) {
        byte[] bytes = address.getAddress();
        return GlobalUnicast.contains(bytes) || allowed.stream().anyMatch(range -> range.contains(bytes));
    }

    private URI wellFormed(String address) throws EgressRefused {
        if (address.length() > LONGEST) {
            throw new EgressRefused("must be at most " + LONGEST + " characters long");
        }
        URI uri;
        try {
            uri = new URI(address).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw malformed();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(http && scheme.equals("http"))) {
            throw malformed();
        }
        if (uri.getHost() == null || uri.getHost().isEmpty() || uri.isOpaque()) {
            throw malformed();
        }
        if (!address.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new EgressRefused("must be written in ASCII: host names as xn--, other characters percent-encoded");
        }
        if (uri.getRawUserInfo() != null) {
            throw new EgressRefused("must not carry a user name or password");
        }
        if (uri.getRawFragment() != null) {
            throw new EgressRefused("must not carry a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new EgressRefused("must have a port between 1 and 65535");
        }
        return uri;
    }

    private EgressRefused malformed() {
        return new EgressRefused(
                http ? "must be an absolute https or http address" : "must be an absolute https address");
    }

    /** The same words for a name that is unknown and for one that leads inside, so that nobody can map a network with us. */
    private static EgressRefused unreachable() {
        return new EgressRefused("must have a host that resolves, and only to addresses of the public internet");
    }

    static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
