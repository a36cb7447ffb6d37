package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                "' 120 ' | 120",
                "Wed, 21 Oct 2015 07:28:30 GMT | 30",
                "Wed, 21 Oct 2015 07:27:00 GMT | 0",
                "-1 | 0",
                "soon | 0",
                "999999999999999999 | 315360000",
                "31536000 | 31536000",
            })
    void aRetryAfterIsSecondsOrADate(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), RetryAfter.of(header, Instant.parse("2015-10-21T07:28:00Z")), header);
    }

    @Test
    void withoutARetryAfterNothingIsWaitedFor() {
        assertEquals(Duration.ZERO, RetryAfter.of(null, Instant.EPOCH));
    }

    @Test
    void theSameChallengeInAnObjectIsConsent() {
        assertTrue(Challenge.isAnswered("abc", "{\"challenge\": \"abc\", \"more\": 1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\"abc\"",
                "{}",
                "{\"challenge\": \"abd\"}",
                "{\"challenge\": null}",
                "[\"abc\"]",
                "<html>"
            })
    void everythingElseIsNot(String answer) {
        assertFalse(Challenge.isAnswered("abc", answer));
    }
}
