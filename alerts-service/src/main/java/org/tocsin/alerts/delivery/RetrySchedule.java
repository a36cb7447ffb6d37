package org.tocsin.alerts.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a delivery is tried: at once, after 5 s, 30 s, 2 m, 10 m, 30 m, 1 h, 3 h, 6 h, 12 h, then every 24 h for eight days more. The times
 * count from the first attempt; each pause is lengthened by up to a fifth, at random, so that those which failed together do not come back
 * together; none is shortened.
 */
final class RetrySchedule {
    private static final int DAILY = 8;
    private static final double JITTER = 0.2;

    private static final List<Duration> TIMES = Stream.concat(
                    Stream.of(
                            Duration.ZERO,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(3),
                            Duration.ofHours(6),
                            Duration.ofHours(12)),
                    IntStream.rangeClosed(1, DAILY)
                            .mapToObj(day -> Duration.ofHours(12).plusDays(day)))
            .toList();

    /** An alert is given up after about nine days. */
    static final RetrySchedule ALERTS = new RetrySchedule(TIMES);

    /** The question to a new endpoint is asked for a day. */
    static final RetrySchedule VERIFICATIONS = new RetrySchedule(TIMES.stream()
            .filter(time -> time.compareTo(Duration.ofDays(1)) <= 0)
            .toList());

    private final List<Duration> times;

    private RetrySchedule(List<Duration> times) {
        this.times = times;
    }

    /**
     * The pause between the last failure and the next attempt; empty when there is none any more.
     *
     * @param failures how many attempts have failed, at least 1
     * @param chance between 0 and 1
     * @param retryAfter what the endpoint asked for; waited for if it is longer
     */
    Optional<Duration> pauseAfter(int failures, double chance, Duration retryAfter) {
        if (failures >= times.size()) {
            return Optional.empty();
        }
        Duration pause = times.get(failures).minus(times.get(failures - 1));
        Duration drawn = pause.plusNanos((long) (pause.toNanos() * JITTER * chance));
        return Optional.of(drawn.compareTo(retryAfter) < 0 ? retryAfter : drawn);
    }
}
