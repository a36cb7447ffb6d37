package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final List<Duration> FIRST_DAY = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    @Test
    void anAlertIsTriedAtTheAgreedTimesAndThenDailyToTheNinthDay() {
        List<Duration> expected = new ArrayList<>(FIRST_DAY);
        for (int day = 1; day <= 8; day++) {
            expected.add(Duration.ofHours(12).plusDays(day));
        }
        assertEquals(expected, times(RetrySchedule.ALERTS, 0));
    }

    @Test
    void aVerificationIsTriedForADay() {
        assertEquals(FIRST_DAY, times(RetrySchedule.VERIFICATIONS, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.999})
    void aPauseIsNeverShortenedAndLengthenedByAFifthAtMost(double chance) {
        for (int failures = 1; failures < FIRST_DAY.size(); failures++) {
            Duration least = FIRST_DAY.get(failures).minus(FIRST_DAY.get(failures - 1));
            Duration pause = RetrySchedule.ALERTS
                    .pauseAfter(failures, chance, Duration.ZERO)
                    .orElseThrow();
            assertTrue(pause.compareTo(least) >= 0, "early");
            assertTrue(pause.toMillis() <= least.toMillis() * 1.2, "late");
        }
    }

    @Test
    void aLongerRetryAfterIsWaitedForAndAShorterOneIsNot() {
        Duration hour = Duration.ofHours(1);
        assertEquals(Optional.of(hour), RetrySchedule.ALERTS.pauseAfter(1, 1, hour));
        assertEquals(Optional.of(Duration.ofSeconds(5)), RetrySchedule.ALERTS.pauseAfter(1, 0, Duration.ofSeconds(1)));
    }

    private static List<Duration> times(RetrySchedule schedule, double chance) {
        List<Duration> times = new ArrayList<>(List.of(Duration.ZERO));
        for (int failures = 1; ; failures++) {
            Optional<Duration> pause = schedule.pauseAfter(failures, chance, Duration.ZERO);
            if (pause.isEmpty()) {
                return times;
            }
            times.add(times.get(times.size() - 1).plus(pause.get()));
        }
    }
}
