package org.tocsin.service.egress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells an address of the public internet from every other one, after the IANA IPv4 and IPv6 Special-Purpose Address Registries. An IPv6
 * address that carries an IPv4 address (mapped, NAT64, 6to4) is judged by the one it carries.
 */
final class GlobalUnicast {
    private static final List<AddressRange> SPECIAL_IPV4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared, carrier-grade NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, metadata of clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relay, deprecated
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** Only this block is given out as global unicast; what lies outside (loopback, unique local, link-local, multicast) is special. */
    private static final AddressRange GIVEN_OUT = AddressRange.of("2000::/3");

    private static final List<AddressRange> SPECIAL_IPV6 = ranges(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    private GlobalUnicast() {}

    /** @param address 4 or 16 bytes in network order */
    static boolean contains(byte[] address) {
        if (address.length == 4) {
            return SPECIAL_IPV4.stream().noneMatch(range -> range.contains(address));
        }
        if (isMapped(address) || NAT64.contains(address)) {
            return contains(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return contains(Arrays.copyOfRange(address, 2, 6));
        }
        return GIVEN_OUT.contains(address) && SPECIAL_IPV6.stream().noneMatch(range -> range.contains(address));
    }

    /** ::ffff:0:0/96, which Java's own parser would turn into IPv4 before a range could be made of it. */
    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
