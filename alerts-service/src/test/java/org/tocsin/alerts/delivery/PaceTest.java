package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @Test
    void whereNothingIsSaidAsManyGoAsThereIsRoomFor() {
        Pace pace = Pace.of(null, null);
        assertEquals(256, pace.of(256));
        assertEquals(0, pace.gap());
        assertEquals(0, pace.of(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 60000000", "120, 1, 500000", "600, 1, 100000", "1200, 2, 50000", "60000, 100, 1000"})
    void whatWasAllowedIsSpreadOverTheMinute(int perMinute, int atOnce, long gap) {
        Pace pace = Pace.of(perMinute, null);
        assertEquals(atOnce, pace.of(256));
        assertEquals(gap, pace.gap());
    }

    @ParameterizedTest
    @CsvSource({"-3, 8", "0, 8", "0.9, 8", "1, 16", "2.5, 32", "7.9, 1024"})
    void afterAnOutageItBeginsSmallAndDoublesEachSecond(double since, double perSecond) {
        assertEquals(perSecond, Pace.of(null, since).perSecond());
    }

    @Test
    void afterEightSecondsTheOutageIsForgotten() {
        assertEquals(Pace.of(null, null), Pace.of(null, 8.0));
        assertEquals(Pace.of(90, null), Pace.of(90, 3_600.0));
    }

    @Test
    void theSlowerOfBothHolds() {
        assertEquals(8, Pace.of(6_000, 0.0).perSecond());
        assertEquals(2, Pace.of(120, 3.0).perSecond());
    }

    @ParameterizedTest
    @CsvSource({"7,", "90,", "601,", ", 0", ", 2", "100000, 4"})
    void whatGoesAtOnceNeverTakesLongerThanItsShare(@Nullable Integer perMinute, @Nullable Double since) {
        Pace pace = Pace.of(perMinute, since);
        double seconds = pace.of(256) * pace.gap() / 1e6;
        assertTrue(pace.of(256) / seconds <= pace.perSecond(), pace + ": " + pace.of(256) + " in " + seconds);
    }
}
