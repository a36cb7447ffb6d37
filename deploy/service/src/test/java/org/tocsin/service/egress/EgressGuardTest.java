package org.tocsin.service.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {
    private final EgressGuard guard = guard(false, List.of(), "93.184.215.14");

    @ParameterizedTest
    @CsvSource({
        "https://example.org, example.org, 443, /",
        "https://example.org/hooks?a=%20b, example.org, 443, /hooks?a=%20b",
        "HTTPS://Example.ORG:8443/x, Example.ORG, 8443, /x",
        "https://example.org:1/, example.org, 1, /",
        "https://example.org:65535/, example.org, 65535, /",
        "https://[2001:4860:4860::8888]/, 2001:4860:4860::8888, 443, /",
    })
    void anHttpsAddressOnThePublicInternetMayBeCalled(String address, String host, int port, String target)
            throws EgressRefused {
        Destination destination = guard.vet(address);
        assertTrue(destination.tls());
        assertEquals(host, destination.host());
        assertEquals(port, destination.port());
        assertEquals(target, destination.target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/hooks",
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https:example.org",
                "https:///hooks",
                "https://",
                "https://user:password@example.org/",
                "https://user@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:port/",
                "https://exa mple.org/",
                "https://bücher.example/",
                "https://example.org/bücher",
                "https://example.org/a\r\nHost: inside",
                "https://under_score.example/",
                "https://[::1/",
            })
    void whatIsNoPlainHttpsAddressIsRefused(String address) {
        assertThrows(EgressRefused.class, () -> guard.vet(address));
    }

    @Test
    void anAddressOfMoreThanTwoThousandCharactersIsRefused() {
        assertThrows(EgressRefused.class, () -> guard.vet("https://example.org/" + "a".repeat(2_029)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://localhost/",
            })
    void aHostInsideIsRefusedHoweverItIsWritten(String address) {
        EgressGuard real = new EgressGuard(false, List.of(), host -> List.of(InetAddress.getAllByName(host)));
        assertThrows(EgressRefused.class, () -> real.vet(address));
    }

    @Test
    void oneAddressInsideAmongGoodOnesSpoilsAll() {
        EgressGuard mixed = guard(false, List.of(), "93.184.215.14", "10.0.0.1");
        assertThrows(EgressRefused.class, () -> mixed.vet("https://example.org/"));
    }

    @Test
    void anUnknownHostIsRefusedInTheSameWordsAsOneInside() {
        EgressGuard unknown = new EgressGuard(false, List.of(), host -> {
            throw new UnknownHostException(host);
        });
        EgressGuard inside = guard(false, List.of(), "10.0.0.1");
        assertEquals(
                assertThrows(EgressRefused.class, () -> unknown.vet("https://a.example/"))
                        .reason(),
                assertThrows(EgressRefused.class, () -> inside.vet("https://a.example/"))
                        .reason());
    }

    @Test
    void blocksThatAreAllowedMayBeCalledAndPlainHttpIfItIsAllowed() throws EgressRefused {
        EgressGuard local = guard(true, List.of("127.0.0.0/8", "::1/128"), "127.0.0.1", "::1");
        assertEquals(80, local.vet("http://localhost/").port());
        EgressGuard other = guard(true, List.of("127.0.0.0/8"), "::1");
        assertThrows(EgressRefused.class, () -> other.vet("http://localhost/"));
    }

    @Test
    void theNameIsResolvedOnceAndOnlyWhatWasVettedIsHandedOut() throws EgressRefused {
        List<String> asked = new ArrayList<>();
        EgressGuard rebinding = new EgressGuard(false, List.of(), host -> {
            asked.add(host);
            return List.of(literal(asked.size() == 1 ? "93.184.215.14" : "127.0.0.1"));
        });
        Destination destination = rebinding.vet("https://rebind.example/");
        assertEquals(List.of(literal("93.184.215.14")), destination.addresses());
        assertEquals(List.of("rebind.example"), asked);
        assertThrows(EgressRefused.class, () -> rebinding.vet("https://rebind.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "10.0.0/8", "::/129", "example.org/8", "10.0.0.0/x", "10.0.0.0/-1"})
    void whatIsNoBlockOfAddressesIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
    }

    private static EgressGuard guard(boolean http, List<String> allowed, String... addresses) {
        return new EgressGuard(http, allowed.stream().map(AddressRange::of).toList(), host -> Stream.of(addresses)
                .map(EgressGuardTest::literal)
                .toList());
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getAllByName(address)[0];
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
