package org.tocsin.alerts.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of an endpoint. Pure.
 *
 * <ul>
 *   <li>CLOSED: up to {@link #CAP} in flight. After {@link #OPENS_AFTER} deliveries in a row failed at their first attempt it opens.
 *   <li>OPEN: one probe at a time, each after a pause of the schedule, at last hourly. The first 2xx half-opens it.
 *   <li>HALF_OPEN: slow start. Each 2xx lets one more in flight, so that each round doubles; a delivery that fails at its
 *       first attempt halves it, and opens it again when only one may.
 * </ul>
 *
 * Being asked for less (429, 503) halves too. What the endpoint asked for with {@code Retry-After} is a pause beside all this, and no answer
 * shortens it.
 *
 * @param epoch rises with each turn for the worse; a failure of an attempt begun before it has been heeded already
 * @param allowed how many may be in flight
 * @param failures deliveries that failed at their first attempt since the last 2xx
 * @param probes failed in a row
 * @param probeAt when the next probe may go; null unless OPEN
 * @param pausedUntil what the endpoint asked for
 * @param failingSince the first failure since the last 2xx
 * @param slowSince from when on it is called slowly at first: when it answered again, or the end of the pause that it asked for
 */
record Breaker(
        State state,
        int epoch,
        int allowed,
        int failures,
        int probes,
        @Nullable Instant probeAt,
        @Nullable Instant pausedUntil,
        @Nullable Instant failingSince,
        @Nullable Instant failedAt,
        @Nullable Instant slowSince) {
    /** The most in flight to one endpoint. */
    static final int CAP = 8;

    static final int OPENS_AFTER = 5;
    private static final double JITTER = 0.2;

    /** An endpoint that is busy but does not say for how long. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** Failures further apart than this, with nothing sent between, are not one continuous failing. */
    private static final Duration APART = Duration.ofDays(2);

    /** The pauses of the schedule of deliveries; then hourly, for it is one request. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(90),
            Duration.ofMinutes(8),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    static final Breaker FINE = new Breaker(State.CLOSED, 0, CAP, 0, 0, null, null, null, null, null);

    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** @param chance between 0 and 1, for the jitter */
    Breaker after(Answer answer, Instant now, double chance) {
        if (answer.verdict() == Answer.Verdict.TAKEN) {
            return taken(now);
        }
        return answer.bad() ? failing(answer, now, chance).turned(answer, now, chance) : this;
    }

    private Breaker taken(Instant now) {
        int grown = state == State.CLOSED ? CAP : Math.min(CAP, allowed + 1);
        boolean whole = grown == CAP;
        return new Breaker(
                whole ? State.CLOSED : State.HALF_OPEN,
                epoch,
                grown,
                0,
                0,
                null,
                pausedUntil,
                null,
                failedAt,
                state == State.OPEN ? later(slowSince, now) : slowSince);
    }

    /** Notes the failure, and the pause that was asked for. */
    private Breaker failing(Answer answer, Instant now, double chance) {
        Duration asked = answer.retryAfter();
        if (answer.verdict() == Answer.Verdict.BUSY && asked.compareTo(BUSY) < 0) {
            asked = jittered(BUSY, chance);
        }
        Instant until = asked.isZero() ? null : now.plus(asked);
        Instant since = failingSince == null || isApart(now) ? now : failingSince;
        return new Breaker(
                state,
                epoch,
                allowed,
                failures + (answer.fresh() ? 1 : 0),
                probes,
                probeAt,
                later(pausedUntil, until),
                since,
                now,
                later(slowSince, until));
    }

    private Breaker turned(Answer answer, Instant now, double chance) {
        if (answer.epoch() != epoch) {
            return this;
        }
        boolean fewer = answer.verdict() == Answer.Verdict.BUSY || (state == State.HALF_OPEN && answer.fresh());
        if (state == State.OPEN || failures >= OPENS_AFTER || (fewer && allowed == 1)) {
            return open(now, chance);
        }
        return fewer
                ? new Breaker(
                        State.HALF_OPEN,
                        epoch + 1,
                        Math.max(1, allowed / 2),
                        failures,
                        0,
                        null,
                        pausedUntil,
                        failingSince,
                        failedAt,
                        slowSince)
                : this;
    }

    private Breaker open(Instant now, double chance) {
        Duration pause = PAUSES.get(Math.min(probes, PAUSES.size() - 1));
        return new Breaker(
                State.OPEN,
                epoch + 1,
                1,
                failures,
                probes + 1,
                now.plus(jittered(pause, chance)),
                pausedUntil,
                failingSince,
                failedAt,
                slowSince);
    }

    private boolean isApart(Instant now) {
        Instant last = later(failedAt, pausedUntil);
        return last != null && last.plus(APART).isBefore(now);
    }

    private static Duration jittered(Duration pause, double chance) {
        return pause.plusMillis((long) (pause.toMillis() * JITTER * chance));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
