package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.control.Said.IRAQ;
import static org.tocsin.events.control.Said.IS;
import static org.tocsin.events.control.Said.KRG;
import static org.tocsin.events.control.Said.said;
import static org.tocsin.events.control.Said.timelineOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.events.actor.Party;

/** What holds for whatever is recorded about a place. */
class TimelinesPropertyTest {
    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    @Property(tries = 10_000)
    void neitherTheOrderNorRepeatsMatter(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = Scripts.anything(random);
        List<Decision> decisions = decisions(random);
        List<Evidence> shuffled = new ArrayList<>(evidence);
        for (Evidence event : evidence) {
            if (random.nextInt(3) == 0) {
                shuffled.add(event);
            }
        }
        Collections.shuffle(shuffled, random);
        List<Decision> turned = new ArrayList<>(decisions);
        Collections.shuffle(turned, random);
        RulesVersion rules = random.nextBoolean() ? RulesVersion.FIRST : RulesVersion.NEWEST;
        assertEquals(
                Timelines.timelineOf(new Recorded(evidence, decisions, IRAQ, TimelinesPropertyTest::allied), rules),
                Timelines.timelineOf(new Recorded(shuffled, turned, IRAQ, TimelinesPropertyTest::allied), rules));
    }

    @Property(tries = 2_000)
    void whatSaysNothingAboutHoldersChangesNothing(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = Scripts.anything(random);
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(said("z1", "is strikes", "2014-01-0" + (1 + random.nextInt(9)), "wire"));
        more.add(said("z2", "clash SURROUNDINGS", "2014-01-0" + (1 + random.nextInt(9)), "wire"));
        assertEquals(timelineOf(evidence), timelineOf(more));
    }

    @Property(tries = 2_000)
    void everyIntervalFollowsOnTheLastAndDiffersFromIt(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Timeline.Interval> intervals = Timelines.timelineOf(
                        new Recorded(Scripts.anything(random), decisions(random), IRAQ, TimelinesPropertyTest::allied),
                        RulesVersion.NEWEST)
                .intervals();
        for (int i = 1; i < intervals.size(); i++) {
            assertEquals(intervals.get(i - 1).to(), intervals.get(i).from());
            assertTrue(!intervals.get(i).control().equals(intervals.get(i - 1).control()));
        }
    }

    @Property(tries = 2_000)
    void aDecisionStandsOnEachOfItsDays(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Decision> decisions = decisions(random);
        Timeline timeline = Timelines.timelineOf(
                new Recorded(Scripts.anything(random), decisions, IRAQ, Recorded.Allies.NONE), RulesVersion.NEWEST);
        for (int day = 0; day < 80; day++) {
            LocalDate on = LocalDate.of(2013, 12, 25).plusDays(day);
            boolean decided = decisions.stream().anyMatch(decision -> decision.covers(on));
            assertEquals(decided, timeline.at(on).decision() != null);
            assertEquals(decided, timeline.at(on).rule() == Rule.DECIDED);
        }
    }

    /** IS and the Kurds as allies, for once. */
    private static boolean allied(Party one, Party other) {
        return (one.equals(IS) && other.equals(KRG)) || (one.equals(KRG) && other.equals(IS));
    }

    private static List<Decision> decisions(Random random) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            LocalDate from = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(40));
            Party holder = random.nextBoolean() ? IRAQ : IS;
            boolean open = random.nextBoolean();
            decisions.add(new Decision(
                    "d" + i,
                    State.HELD,
                    holder,
                    null,
                    List.of(),
                    from,
                    open ? null : from.plusDays(1L + random.nextInt(20)),
                    Instant.EPOCH.plusSeconds(random.nextInt(3))));
        }
        return decisions;
    }
}
