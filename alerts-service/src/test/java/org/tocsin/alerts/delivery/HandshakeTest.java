package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {
    private final Handshake handshake = Handshake.of("https://tocsin.example.org:8443/alerts");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | *                      |       | any",
                "200 | tocsin.example.org     |       | any",
                "204 | Tocsin.Example.ORG     | *     | any",
                "200 | *                      | 120   | 120",
                "200 | *                      | 1     | 1",
                "200 | *                      | 0     | no",
                "200 | *                      | -5    | no",
                "200 | *                      | fast  | no",
                "200 | *                      | 9999999999 | no",
                "200 | example.org            |       | no",
                "200 | eventemitter.test      | 120   | no",
                "200 |                        | 120   | no",
                "301 | *                      |       | no",
                "403 | *                      |       | no",
            })
    void onlyTheAllowedOriginOfAGoodAnswerIsConsent(int status, String origin, String rate, String means) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (origin != null) {
            headers.add("webhook-allowed-origin", origin);
        }
        if (rate != null) {
            headers.add("WEBHOOK-ALLOWED-RATE", rate);
        }
        Handshake.Allowed allowed = handshake.allowedBy(status, headers);
        assertEquals(
                means,
                allowed == null
                        ? "no"
                        : allowed.perMinute().isPresent()
                                ? Integer.toString(allowed.perMinute().getAsInt())
                                : "any");
    }

    @Test
    void theOriginIsTheHostOfTheService() {
        assertEquals("tocsin.example.org", handshake.origin());
    }

    @Test
    void aCodeIsReadHoweverItIsWritten() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String challenge = "challenge " + i;
            String code = Challenge.codeOf(challenge);
            assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), code);
            assertTrue(Challenge.isCode(challenge, code));
            assertTrue(Challenge.isCode(
                    challenge,
                    " "
                            + code.replace("-", " ")
                                    .replace('0', 'o')
                                    .replace('1', 'l')
                                    .toLowerCase(java.util.Locale.ROOT)));
            assertFalse(Challenge.isCode(challenge + "!", code));
            assertFalse(Challenge.isCode(challenge, code.substring(1)));
            codes.add(code);
        }
        assertEquals(2_000, codes.size());
    }
}
