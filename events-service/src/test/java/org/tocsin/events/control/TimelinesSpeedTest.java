package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.control.Said.said;
import static org.tocsin.events.control.Said.timelineOf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A place with very many events must not make its reports slow; the bound is wide, for build machines are slow and busy. */
class TimelinesSpeedTest {
    @Test
    void tenThousandEventsAreFoldedInMilliseconds() {
        List<Evidence> evidence = new ArrayList<>();
        List<String> what =
                List.of("iraq holds", "is seizes", "iraq regains", "clash PART", "not is seized", "is seizes PART");
        for (int i = 0; i < 10_000; i++) {
            String day = LocalDate.of(2004, 1, 1).plusDays(i / 3).toString();
            evidence.add(
                    said("e" + i, what.get(i * 7 % what.size()), day, "p" + i % 40 + (i % 2 == 0 ? "" : ":residents")));
        }
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long start = cpu.getCurrentThreadCpuTime();
            timelineOf(evidence);
            best = Math.min(best, cpu.getCurrentThreadCpuTime() - start);
        }
        System.out.println("10,000 events folded in " + best / 1000 + " us");
        assertTrue(best < 100_000_000L, "took " + best / 1_000_000 + " ms");
    }
}
