package org.tocsin.service.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of IPv4 or IPv6 addresses, written as in {@code 10.0.0.0/8} or {@code fc00::/7}; without a length, one address. */
public final class AddressRange {
    private final String text;
    private final byte[] network;
    private final int bits;

    private AddressRange(String text, byte[] network, int bits) {
        this.text = text;
        this.network = network;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException when {@code text} is not a block of addresses */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = literal(address);
        int bits;
        try {
            bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not a block of addresses such as 10.0.0.0/8", e);
        }
        if (bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException(text + " is not a block of addresses such as 10.0.0.0/8");
        }
        return new AddressRange(text, network, bits);
    }

    /** Whether the address, 4 or 16 bytes in network order, lies in this block. */
    public boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((address[whole] ^ network[whole]) & 0xff & (0xff << (8 - rest))) == 0;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Looks nothing up: only digits, colons and dots come this far. */
    private static byte[] literal(String address) {
        boolean v6 = address.indexOf(':') >= 0;
        if (!(v6 ? address.matches("[0-9a-fA-F:.]{2,45}") : address.matches("\\d{1,3}(\\.\\d{1,3}){3}"))) {
            throw new IllegalArgumentException(address + " is not an address");
        }
        try {
            return InetAddress.getAllByName(address)[0].getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an address", e);
        }
    }
}
