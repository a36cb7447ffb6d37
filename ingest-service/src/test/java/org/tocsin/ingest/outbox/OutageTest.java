package org.tocsin.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void whileThereIsNoneEverybodyMaySend() {
        Outage outage = new Outage();
        assertEquals(Duration.ZERO, outage.untilAllowed());
        assertEquals(Duration.ZERO, outage.untilAllowed());
        assertFalse(outage.isOn());
    }

    @Test
    void inOneEverybodyWaitsUntilASendSucceeds() {
        Outage outage = new Outage();
        outage.failed("away");
        assertTrue(outage.isOn());
        assertFalse(outage.untilAllowed().isZero());
        outage.succeeded();
        assertFalse(outage.isOn());
        assertEquals(Duration.ZERO, outage.untilAllowed());
    }

    @Test
    void oneWhoFoundNothingToSendDoesNotEndTheTryOfAnother() throws Exception {
        Outage outage = new Outage();
        assertEquals(Duration.ZERO, outage.untilAllowed());
        Thread other = new Thread(() -> {
            outage.failed("away");
            while (!outage.untilAllowed().isZero()) {
                Thread.onSpinWait();
            }
        });
        other.start();
        other.join();
        outage.notTried();
        assertFalse(outage.untilAllowed().isZero(), "the other is still trying");
    }

    @Test
    void oneWhoIsToTryAndFindsNothingToSendLeavesItToTheNext() {
        Outage outage = new Outage();
        outage.failed("away");
        for (int i = 0; i < 2; i++) {
            while (!outage.untilAllowed().isZero()) {
                Thread.onSpinWait();
            }
            outage.notTried();
        }
        assertEquals(Duration.ZERO, outage.untilAllowed());
        assertFalse(outage.untilAllowed().isZero());
    }

    @Test
    void theWaitGrowsAndNeverExceedsThreeSeconds() {
        Outage outage = new Outage();
        Duration before = Duration.ZERO;
        for (int i = 0; i < 5; i++) {
            outage.failed("away");
            Duration wait = outage.untilAllowed();
            assertTrue(wait.compareTo(before) > 0, wait + " after " + before);
            before = wait;
        }
        for (int i = 0; i < 100; i++) {
            outage.failed("away");
        }
        assertTrue(outage.untilAllowed().compareTo(Duration.ofSeconds(3)) <= 0);
    }
}
