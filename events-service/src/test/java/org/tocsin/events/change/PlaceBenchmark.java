package org.tocsin.events.change;

import static org.tocsin.events.control.Said.published;
import static org.tocsin.events.control.Said.said;
import static org.tocsin.events.control.Said.timelineOf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tocsin.events.control.Evidence;
import org.tocsin.events.control.Timeline;

/**
 * {@code deploy/local/bench place}: one event more on a place with 10,000 events; its timeline, and the changes to the timeline before. No
 * database: what is measured is the pure function.
 */
public final class PlaceBenchmark {
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 2_000;
    private static final List<String> TOLD = List.of(
            "clash PART",
            "clash",
            "iraq holds",
            "is holds",
            "iraq repels",
            "is seizes PART",
            "not is seized",
            "is strikes");

    private PlaceBenchmark() {}

    /** Argument: cores, JDK, commit, date and load, to be printed beside each figure. */
    public static void main(String[] args) {
        measure("holder changes about every 300 days", 300, args[0]);
        measure("holder changes about every 3 days", 3, args[0]);
    }

    /** @param era days between two takings by the other side */
    private static void measure(String what, int era, String machine) {
        Random random = new Random(era);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            evidence.add(event(i, era, random));
        }
        Timeline before = timelineOf(evidence);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[ROUNDS];
        long[] cpu = new long[ROUNDS];
        long changes = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            evidence.add(event(EVENTS + round + WARM_UP, era, random));
            long beganCpu = thread.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            Timeline after = timelineOf(evidence);
            int found = Changes.changesBetween(before, after).size();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - began;
                cpu[round] = thread.getCurrentThreadCpuTime() - beganCpu;
                changes += found;
            }
            evidence.remove(EVENTS);
        }
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        System.out.printf(
                "place: timeline and changes of one event on %,d (%s; %,d intervals, %,d changes in %,d rounds):"
                        + " p50 %.1f ms, p99 %.1f ms, max %.1f ms (of processor time p50 %.1f ms, p99 %.1f ms); wanted p99 under 20 ms | %s%n",
                EVENTS,
                what,
                before.intervals().size(),
                changes,
                ROUNDS,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 99 / 100] / 1e6,
                nanos[ROUNDS - 1] / 1e6,
                cpu[ROUNDS / 2] / 1e6,
                cpu[ROUNDS * 99 / 100] / 1e6,
                machine);
    }

    private static Evidence event(int number, int era, Random random) {
        int day = random.nextInt(3_650);
        boolean rebels = day / era % 2 == 1;
        String what = TOLD.get(random.nextInt(TOLD.size()));
        if (random.nextInt(5) == 0) {
            what = rebels ? "is seizes" : "iraq regains";
            day -= era > 10 ? day % era - random.nextInt(3) : day % era;
        }
        LocalDate on = LocalDate.of(2014, 1, 1).plusDays(day);
        String by = "p" + random.nextInt(200) + (random.nextInt(10) == 0 ? "@A" : "");
        String quoted = random.nextInt(3) == 0 ? ":residents" : "";
        Evidence event = said(
                UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number >> 8)}) + "",
                what,
                on.toString(),
                by + quoted);
        return published(
                event.source().publishedAt().plusSeconds(random.nextInt(80_000)).toString(), event);
    }
}
