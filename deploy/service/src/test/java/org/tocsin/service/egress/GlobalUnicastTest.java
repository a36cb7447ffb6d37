package org.tocsin.service.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalUnicastTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, false",
        "0.255.255.255, false",
        "1.0.0.0, true",
        "9.255.255.255, true",
        "10.0.0.0, false",
        "10.255.255.255, false",
        "11.0.0.0, true",
        "100.63.255.255, true",
        "100.64.0.0, false",
        "100.127.255.255, false",
        "100.128.0.0, true",
        "126.255.255.255, true",
        "127.0.0.1, false",
        "127.255.255.255, false",
        "128.0.0.0, true",
        "169.253.255.255, true",
        "169.254.0.0, false",
        "169.254.169.254, false",
        "169.255.0.0, true",
        "172.15.255.255, true",
        "172.16.0.0, false",
        "172.31.255.255, false",
        "172.32.0.0, true",
        "192.0.0.0, false",
        "192.0.0.255, false",
        "192.0.1.0, true",
        "192.0.2.0, false",
        "192.0.2.255, false",
        "192.0.3.0, true",
        "192.88.98.255, true",
        "192.88.99.0, false",
        "192.88.99.255, false",
        "192.88.100.0, true",
        "192.167.255.255, true",
        "192.168.0.0, false",
        "192.168.255.255, false",
        "192.169.0.0, true",
        "198.17.255.255, true",
        "198.18.0.0, false",
        "198.19.255.255, false",
        "198.20.0.0, true",
        "198.51.99.255, true",
        "198.51.100.0, false",
        "198.51.100.255, false",
        "198.51.101.0, true",
        "203.0.112.255, true",
        "203.0.113.0, false",
        "203.0.113.255, false",
        "203.0.114.0, true",
        "223.255.255.255, true",
        "224.0.0.0, false",
        "239.255.255.255, false",
        "240.0.0.0, false",
        "255.255.255.255, false",
        "8.8.8.8, true",
    })
    void anIpv4AddressIsGlobalUnicastUnlessItsBlockIsSpecial(String address, boolean expected)
            throws UnknownHostException {
        assertEquals(expected, GlobalUnicast.contains(bytes(address)), address);
        assertEquals(expected, GlobalUnicast.contains(embedded("00000000000000000000ffff", address)), "mapped");
        assertEquals(expected, GlobalUnicast.contains(embedded("0064ff9b0000000000000000", address)), "NAT64");
        assertEquals(expected, GlobalUnicast.contains(sixToFour(address)), "6to4");
    }

    @ParameterizedTest
    @CsvSource({
        "::, false",
        "::1, false",
        "::7f00:1, false", // IPv4-compatible, deprecated
        "64:ff9b:1::1, false",
        "64:ff9b:2::1, false",
        "100::1, false",
        "100:0:0:1::1, false",
        "1fff:ffff::1, false",
        "2000::1, true",
        "2001::1, false", // Teredo
        "2001:1::1, false",
        "2001:2::1, false",
        "2001:10::1, false",
        "2001:20::1, false",
        "2001:1ff:ffff::1, false",
        "2001:200::1, true",
        "2001:4860:4860::8888, true",
        "2001:db7:ffff::1, true",
        "2001:db8::1, false",
        "2001:db8:ffff::1, false",
        "2001:db9::1, true",
        "2606:4700::1111, true",
        "3ffe:ffff::1, true",
        "3fff::1, false",
        "3fff:fff:ffff::1, false",
        "3fff:1000::1, true",
        "4000::1, false",
        "5f00::1, false",
        "fbff::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "fe00::1, false",
        "fe80::1, false",
        "febf::1, false",
        "fec0::1, false",
        "feff::1, false",
        "ff02::1, false",
        "ff0e::1, false",
    })
    void anIpv6AddressIsGlobalUnicastOnlyWhereSuchAreGivenOut(String address, boolean expected)
            throws UnknownHostException {
        assertEquals(expected, GlobalUnicast.contains(bytes(address)), address);
    }

    private static byte[] bytes(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0].getAddress();
    }

    private static byte[] embedded(String prefix, String address) throws UnknownHostException {
        byte[] all = new byte[16];
        System.arraycopy(java.util.HexFormat.of().parseHex(prefix), 0, all, 0, 12);
        System.arraycopy(bytes(address), 0, all, 12, 4);
        return all;
    }

    private static byte[] sixToFour(String address) throws UnknownHostException {
        byte[] all = new byte[16];
        all[0] = 0x20;
        all[1] = 0x02;
        System.arraycopy(bytes(address), 0, all, 2, 4);
        all[15] = 1;
        return all;
    }
}
