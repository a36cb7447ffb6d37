package org.tocsin.alerts.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.format.Format;

class LineTest {
    private static final UUID TOKEN = UUID.randomUUID();

    private final List<Claimed> late = new ArrayList<>();
    private final Line line = new Line();
    private long now = System.nanoTime();

    @Test
    void noMoreAreUnderWayThanAreAllowed() {
        assertEquals(8, line.room(8, true, now));
        line.add(claimed(20), true);
        assertEquals(8, line.next(now, late).size());
        assertEquals(0, line.next(now, late).size());
        assertEquals(0, line.room(8, true, now));
    }

    @Test
    void oneIsUnderWayUntilItsResultIsWrittenDown() {
        line.room(1, true, now);
        line.add(claimed(2), false);
        Claimed first = line.next(now, late).get(0);
        assertEquals(0, line.next(now, late).size());
        line.written(outcome(first, null));
        assertEquals(1, line.next(now, late).size());
    }

    @Test
    void ofAFastEndpointThatIsWellAsManyAreTakenAheadAsItTakesInAMoment() {
        assertEquals(8, line.room(8, true, now));
        deliver(200);
        now += Duration.ofMillis(100).toNanos();
        int room = line.room(8, true, now);
        // 2,000 a second.
        assertTrue(room >= 8 + 256 && room <= 8 + 300, "room " + room);
        assertEquals(8, line.room(8, false, now), "one that is not well");
        assertEquals(2, line.room(2, false, now));
    }

    @Test
    void aSlowEndpointHasNothingTakenAhead() {
        deliver(1);
        now += Duration.ofSeconds(10).toNanos();
        assertEquals(8, line.room(8, true, now));
    }

    @Test
    void whenOneFailsTheOthersAreGivenBackAndNothingGoesUntilThatIsWrittenDown() {
        line.room(8, true, now);
        line.add(claimed(20), true);
        List<Claimed> going = line.next(now, late);
        assertEquals(12, line.trouble().size());
        line.trouble();
        line.written(outcome(going.get(0), null));
        line.written(outcome(going.get(1), "STATUS"));
        assertEquals(0, line.room(8, true, now), "another failure is not written down");
        assertFalse(line.wants(now));
        line.written(outcome(going.get(2), "STATUS"));
        assertTrue(line.wants(now) || line.room(8, true, now) == 0);
    }

    @Test
    void whatWaitedTooLongForItsLeaseIsGivenBack() {
        line.room(8, true, now);
        line.add(claimed(3), false);
        assertEquals(List.of(), line.next(now + Leases.TO_BE_SENT_WITHIN.toNanos() + 1, late));
        assertEquals(3, late.size());
        late.forEach(line::givenBack);
        assertEquals(0, line.size());
    }

    @Test
    void whatIsUnderWayIsNotSentAgainBecauseItWasLeasedAnew() {
        line.room(8, true, now);
        List<Claimed> one = claimed(1);
        line.add(one, false);
        assertEquals(1, line.next(now, late).size());
        line.add(one, false);
        assertEquals(0, line.next(now, late).size());
        assertEquals(1, line.size());
    }

    @Test
    void moreIsWantedOnlyWhereThereWasMore() {
        line.room(8, true, now);
        line.add(claimed(2), false);
        line.next(now, late).forEach(delivery -> line.written(outcome(delivery, null)));
        assertFalse(line.wants(now));
        line.add(claimed(8), true);
        line.next(now, late).forEach(delivery -> line.written(outcome(delivery, null)));
        assertTrue(line.wants(now));
        line.asked();
        assertFalse(line.wants(now));
    }

    private void deliver(int many) {
        line.add(claimed(many), true);
        for (int i = 0; i < many; ) {
            List<Claimed> next = line.next(now, late);
            next.forEach(delivery -> line.written(outcome(delivery, null)));
            i += next.size();
            if (next.isEmpty()) {
                line.room(8, true, now);
            }
        }
    }

    private List<Claimed> claimed(int many) {
        return Stream.generate(() -> new Claimed(
                        UUID.randomUUID(),
                        new Claimed.Lease(TOKEN, now, Duration.ZERO),
                        TOKEN,
                        DeliveryKind.ALERT,
                        "places/1",
                        new Claimed.Endpoint(1, "https://a.example", 0, true, 8),
                        Format.CLOUDEVENTS,
                        "{}",
                        0,
                        "c",
                        List.of(),
                        null))
                .limit(many)
                .toList();
    }

    private static Outcome outcome(Claimed delivery, @Nullable String error) {
        return new Outcome(delivery, Instant.EPOCH, Duration.ZERO, 204, error, Duration.ZERO, null, null);
    }
}
