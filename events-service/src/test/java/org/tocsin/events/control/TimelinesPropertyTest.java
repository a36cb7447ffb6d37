package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.control.Said.IRAQ;
import static org.tocsin.events.control.Said.nearCopyOf;
import static org.tocsin.events.control.Said.published;
import static org.tocsin.events.control.Said.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for whatever is said about a place: seeded at random, so that a failure can be run again. */
class TimelinesPropertyTest {
    private static final int ROUNDS = 2_000;
    private static final List<String> WHAT = List.of(
            "is seizes",
            "militants seizes",
            "krg seizes",
            "iraq regains",
            "is seizes PART",
            "krg seizes FACILITY",
            "iraq leaves",
            "is leaves",
            "not iraq leaves",
            "iraq holds",
            "iraq holds MOST",
            "is holds",
            "krg holds",
            "iraq repels",
            "not is seized",
            "not seized",
            "clash",
            "clash PART",
            "seizes");
    private static final List<String> BY =
            List.of("wire", "wire:residents", "post", "post:iraq", "herald:is", "herald@A", "blog@E", "blog@E:general");
    private static final List<String> PRECISION = List.of("", "", "", "/UNKNOWN", "/WEEK", "/MONTH");

    @Test
    void neitherTheOrderNorRepeatsMatter() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Evidence> evidence = anything(random);
            Timeline timeline = Timelines.timelineOf(evidence, IRAQ);
            List<Evidence> shuffled = new ArrayList<>(evidence);
            for (Evidence event : evidence) {
                if (random.nextInt(3) == 0) {
                    shuffled.add(event);
                }
            }
            Collections.shuffle(shuffled, random);
            assertEquals(timeline, Timelines.timelineOf(shuffled, IRAQ), "seed " + seed);
        }
    }

    @Test
    void whatSaysNothingAboutHoldersChangesNothing() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Evidence> evidence = anything(random);
            List<Evidence> more = new ArrayList<>(evidence);
            more.add(said("z1", "is strikes", "2014-01-0" + (1 + random.nextInt(9)), "wire"));
            more.add(said("z2", "clash SURROUNDINGS", "2014-01-0" + (1 + random.nextInt(9)), "wire"));
            assertEquals(Timelines.timelineOf(evidence, IRAQ), Timelines.timelineOf(more, IRAQ), "seed " + seed);
        }
    }

    @Test
    void everyIntervalFollowsOnTheLastAndDiffersFromIt() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            List<Timeline.Interval> intervals =
                    Timelines.timelineOf(anything(new Random(seed)), IRAQ).intervals();
            for (int i = 1; i < intervals.size(); i++) {
                assertEquals(intervals.get(i - 1).to(), intervals.get(i).from(), "seed " + seed);
                assertTrue(
                        !intervals.get(i).control().equals(intervals.get(i - 1).control()), "seed " + seed);
            }
        }
    }

    private static List<Evidence> anything(Random random) {
        List<Evidence> evidence = new ArrayList<>();
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(random.nextBoolean() ? 5 : 60));
            Evidence event = said(
                    "r" + random.nextInt(8) + "." + i,
                    pick(random, WHAT),
                    day + pick(random, PRECISION),
                    pick(random, BY));
            Instant at =
                    event.source().publishedAt().plusSeconds(3_600L * random.nextInt(random.nextBoolean() ? 3 : 200));
            event = published(at.toString(), event);
            evidence.add(random.nextInt(6) == 0 ? nearCopyOf("r" + random.nextInt(8), event) : event);
        }
        return evidence;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
