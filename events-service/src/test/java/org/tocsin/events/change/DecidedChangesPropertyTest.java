package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;
import org.tocsin.events.control.Decision;
import org.tocsin.events.control.Evidence;
import org.tocsin.events.control.Recorded;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.control.Scripts;
import org.tocsin.events.control.State;
import org.tocsin.events.control.Timeline;
import org.tocsin.events.control.Timelines;

/** Changes that decisions make when they come, expire and are withdrawn among reports. */
class DecidedChangesPropertyTest {
    private static final Party IRAQ = new Party("government-of-iq", "Government of Iraq");
    private static final Party IS = new Party("islamic-state", "Islamic State");

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    @Property(tries = 10_000)
    void twoChangesOfOneCauseAreNeverOfOneKindAndDay(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = Scripts.anything(random);
        List<Decision> decisions = new ArrayList<>();
        Timeline believed = timelineOf(List.of(), decisions);
        for (int i = 0; i < 8; i++) {
            if (!decisions.isEmpty() && random.nextInt(3) == 0) {
                decisions.remove(random.nextInt(decisions.size()));
            } else {
                decisions.add(decision(random, i));
            }
            int known = random.nextInt(evidence.size() + 1);
            Timeline now = timelineOf(evidence.subList(0, known), decisions);
            List<String> changes = Changes.changesBetween(believed, now).stream()
                    .map(change -> change.kind() + " " + change.validFrom())
                    .toList();
            assertEquals(changes.stream().distinct().toList(), changes);
            believed = now;
        }
    }

    private static Timeline timelineOf(List<Evidence> evidence, List<Decision> decisions) {
        return Timelines.timelineOf(new Recorded(evidence, decisions, IRAQ, Recorded.Allies.NONE), RulesVersion.NEWEST);
    }

    private static Decision decision(Random random, int number) {
        State state = List.of(State.HELD, State.CONTESTED, State.UNKNOWN).get(random.nextInt(3));
        Party holder = state == State.UNKNOWN ? null : random.nextBoolean() ? IRAQ : IS;
        Party other = IS.equals(holder) ? IRAQ : IS;
        boolean contested = state == State.CONTESTED;
        LocalDate from = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(40));
        return new Decision(
                "d" + number,
                state,
                holder,
                contested ? other : null,
                holder != null && contested ? List.of(new Share(holder, null), new Share(other, null)) : List.of(),
                from,
                random.nextBoolean() ? null : from.plusDays(1L + random.nextInt(20)),
                Instant.EPOCH.plusSeconds(number));
    }
}
