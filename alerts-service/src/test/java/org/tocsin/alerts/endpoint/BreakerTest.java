package org.tocsin.alerts.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.endpoint.Answer.Verdict;
import org.tocsin.alerts.endpoint.Breaker.State;

class BreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void itOpensWhenFiveDeliveriesFailedInARowAndASuccessBetweenBeginsTheCountAnew() {
        Breaker four = failed(Breaker.FINE, 4);
        assertEquals(State.CLOSED, four.state());
        Breaker again = failed(taken(four), 4);
        assertEquals(State.CLOSED, again.state());
        Breaker open = failed(again, 1);
        assertEquals(State.OPEN, open.state());
        assertEquals(1, open.allowed());
        assertEquals(NOW.plusSeconds(5), open.probeAt());
    }

    @Test
    void oneDeliveryThatFailsOnAndOnDoesNotOpenIt() {
        Breaker breaker = failed(Breaker.FINE, 1);
        for (int i = 0; i < 17; i++) {
            breaker = breaker.after(answer(Verdict.FAILED, false, breaker.epoch(), Duration.ZERO), NOW, 0);
        }
        assertEquals(State.CLOSED, breaker.state());
        assertEquals(Breaker.CAP, breaker.allowed());
    }

    @Test
    void probesFollowTheScheduleAndThenGoHourly() {
        Breaker breaker = failed(Breaker.FINE, 5);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pauses.add(Duration.between(NOW, breaker.probeAt()).toSeconds());
            breaker = failed(breaker, 1);
        }
        assertEquals(List.of(5L, 25L, 90L, 480L, 1_200L, 1_800L, 3_600L, 3_600L, 3_600L), pauses);
    }

    @Test
    void aProbeIsNeverEarlyAndAtMostAFifthLate() {
        Breaker before = failed(Breaker.FINE, 4);
        Breaker open = before.after(answer(Verdict.FAILED, true, 0, Duration.ZERO), NOW, 0.999);
        Duration pause = Duration.between(NOW, open.probeAt());
        assertTrue(pause.toMillis() > 5_900 && pause.toMillis() <= 6_000, "pause " + pause);
    }

    @Test
    void failuresOfWhatWasSentBeforeItOpenedAreNoProbes() {
        Breaker open = failed(Breaker.FINE, 5);
        Breaker later = open.after(answer(Verdict.FAILED, true, 0, Duration.ZERO), NOW.plusSeconds(1), 0);
        assertEquals(open.probeAt(), later.probeAt());
        assertEquals(open.probes(), later.probes());
        assertEquals(NOW.plusSeconds(1), later.failedAt());
    }

    @Test
    void afterTheFirstSuccessMoreAndMoreMayBeInFlightUntilAllMay() {
        Breaker breaker = failed(Breaker.FINE, 5);
        List<Integer> allowed = new ArrayList<>();
        while (breaker.state() != State.CLOSED) {
            breaker = taken(breaker);
            allowed.add(breaker.allowed());
        }
        // What is allowed when a whole round was answered: 1, 2, 4, 8.
        assertEquals(List.of(2, 3, 4, 5, 6, 7, 8), allowed);
        assertNull(breaker.failingSince());
        assertNull(breaker.probeAt());
    }

    @Test
    void aFailureDuringTheSlowStartHalvesAndAtOneItOpens() {
        Breaker breaker = failed(Breaker.FINE, 5);
        for (int i = 0; i < 4; i++) {
            breaker = taken(breaker);
        }
        assertEquals(5, breaker.allowed());
        breaker = failed(breaker, 1);
        assertEquals(State.HALF_OPEN, breaker.state());
        assertEquals(2, breaker.allowed());
        breaker = failed(breaker, 1);
        assertEquals(1, breaker.allowed());
        breaker = failed(breaker, 1);
        assertEquals(State.OPEN, breaker.state());
        assertEquals(NOW.plusSeconds(5), breaker.probeAt());
    }

    @Test
    void aDeliveryThatFailsOnAndOnDoesNotDisturbTheSlowStart() {
        Breaker breaker = taken(failed(Breaker.FINE, 5));
        for (int i = 0; i < 10; i++) {
            breaker = breaker.after(answer(Verdict.FAILED, false, breaker.epoch(), Duration.ZERO), NOW, 0);
        }
        assertEquals(State.HALF_OPEN, breaker.state());
        assertEquals(2, breaker.allowed());
    }

    @Test
    void beingAskedForLessHalvesOncePerRoundAndPauses() {
        Breaker breaker = Breaker.FINE;
        for (int i = 0; i < 4; i++) {
            breaker = breaker.after(answer(Verdict.BUSY, true, 0, Duration.ofSeconds(60)), NOW, 0);
        }
        assertEquals(4, breaker.allowed());
        assertEquals(State.HALF_OPEN, breaker.state());
        assertEquals(NOW.plusSeconds(60), breaker.pausedUntil());
    }

    @Test
    void whoIsBusyAndDoesNotSayForHowLongIsLeftAloneForFiveSeconds() {
        Breaker breaker = Breaker.FINE.after(answer(Verdict.BUSY, true, 0, Duration.ZERO), NOW, 0);
        assertEquals(NOW.plusSeconds(5), breaker.pausedUntil());
    }

    @Test
    void whatWasAskedForIsNeverShortened() {
        Duration century = Duration.ofDays(3_650);
        Breaker paused = Breaker.FINE.after(answer(Verdict.FAILED, true, 0, century), NOW, 0);
        Breaker later = taken(paused).after(answer(Verdict.BUSY, true, 0, Duration.ofSeconds(1)), NOW, 0);
        assertEquals(NOW.plus(century), later.pausedUntil());
    }

    @Test
    void itIsCalledSlowlyFromWhenItAnswersAgainOrThePauseThatItAskedForIsOver() {
        Breaker open = failed(Breaker.FINE, 5);
        assertNull(open.slowSince());
        assertEquals(NOW, taken(open).slowSince());
        assertEquals(NOW, taken(taken(open)).slowSince());
        Breaker busy = Breaker.FINE.after(answer(Verdict.BUSY, true, 0, Duration.ofSeconds(60)), NOW, 0);
        assertEquals(NOW.plusSeconds(60), busy.slowSince());
        assertEquals(NOW.plusSeconds(60), taken(busy).slowSince());
    }

    @Test
    void failingIsCountedFromTheFirstFailureAndAnewAfterALongSilence() {
        Breaker first = failed(Breaker.FINE, 1);
        Breaker second = first.after(answer(Verdict.FAILED, false, 0, Duration.ZERO), NOW.plus(Duration.ofDays(1)), 0);
        assertEquals(NOW, second.failingSince());
        Instant weekLater = NOW.plus(Duration.ofDays(8));
        assertEquals(
                weekLater,
                second.after(answer(Verdict.FAILED, true, 0, Duration.ZERO), weekLater, 0)
                        .failingSince());
    }

    @Test
    void aLongPauseThatWasAskedForIsNoSilence() {
        Breaker paused = Breaker.FINE.after(answer(Verdict.BUSY, true, 0, Duration.ofDays(6)), NOW, 0);
        Breaker after = paused.after(answer(Verdict.BUSY, true, 1, Duration.ZERO), NOW.plus(Duration.ofDays(7)), 0);
        assertEquals(NOW, after.failingSince());
    }

    @Test
    void anAnswerThatSaysNothingOfTheEndpointChangesNothing() {
        Breaker four = failed(Breaker.FINE, 4);
        assertEquals(four, four.after(answer(Verdict.NEITHER, true, 0, Duration.ZERO), NOW, 0));
        assertNotEquals(four, failed(four, 1));
    }

    private static Breaker failed(Breaker breaker, int times) {
        Breaker after = breaker;
        for (int i = 0; i < times; i++) {
            after = after.after(answer(Verdict.FAILED, true, after.epoch(), Duration.ZERO), NOW, 0);
        }
        return after;
    }

    private static Breaker taken(Breaker breaker) {
        return breaker.after(answer(Verdict.TAKEN, true, breaker.epoch(), Duration.ZERO), NOW, 0);
    }

    private static Answer answer(Verdict verdict, boolean fresh, int epoch, Duration retryAfter) {
        return new Answer(verdict, fresh, epoch, false, retryAfter, Duration.ofMillis(5), null, null);
    }
}
