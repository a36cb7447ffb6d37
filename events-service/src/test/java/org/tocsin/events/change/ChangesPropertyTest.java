package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.control.Said.timelineOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Assurance;
import org.tocsin.events.control.Evidence;
import org.tocsin.events.control.Recorded;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.control.Said;
import org.tocsin.events.control.Scripts;
import org.tocsin.events.control.Timeline;
import org.tocsin.events.control.Timelines;

/** Whoever keeps count of the changes knows what is believed, in whatever order it came to be known. */
class ChangesPropertyTest {
    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers();
    }

    @Property(tries = 10_000)
    void whatStandsOfAllChangesIsWhatTheTimelineTells(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = new ArrayList<>(Scripts.anything(random));
        Collections.shuffle(evidence, random);
        List<Evidence> known = new ArrayList<>();
        Timeline believed = timelineOf(known);
        List<String> standing = new ArrayList<>();
        List<Evidence> passing = new ArrayList<>(Scripts.anything(random));
        while (!evidence.isEmpty() || known.stream().anyMatch(passing::contains)) {
            boolean back = !known.isEmpty() && random.nextInt(4) == 0;
            if (back) {
                Evidence taken = known.remove(random.nextInt(known.size()));
                if (!passing.contains(taken)) {
                    evidence.add(taken);
                }
            } else if (!passing.isEmpty() && random.nextInt(4) == 0) {
                known.add(passing.get(random.nextInt(passing.size())));
            } else if (!evidence.isEmpty()) {
                known.add(evidence.remove(evidence.size() - 1));
            } else {
                known.removeIf(passing::contains);
            }
            Timeline now = timelineOf(known);
            count(standing, Changes.changesBetween(believed, now));
            believed = now;
            assertEquals(told(now), sorted(standing), "after " + known.size());
        }
    }

    /** And when something else than an event changes: who held the place at the beginning. */
    @Property(tries = 10_000)
    void anotherBaselineHolderIsToldAsWell(@ForAll("seeds") int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = List.copyOf(Scripts.anything(random));
        List<Optional<Party>> holders =
                List.of(Optional.of(Said.IRAQ), Optional.of(Said.KRG), Optional.of(Said.IS), Optional.empty());
        Timeline before = beginningWith(holders.get(random.nextInt(4)), evidence);
        Timeline after = beginningWith(holders.get(random.nextInt(4)), evidence);
        List<Difference> changes = Changes.changesBetween(before, after);
        List<String> standing = new ArrayList<>(told(before));
        count(
                standing,
                changes.stream().filter(change -> !ofTheBeginning(change)).toList());
        assertEquals(told(after), sorted(standing));
        assertEquals(
                changes.size(),
                changes.stream()
                        .map(change -> change.kind() + " " + change.validFrom())
                        .distinct()
                        .count(),
                "an id is made of place, kind, day and cause");
        boolean otherwise = !before.last().sameHolding(after.last());
        boolean recorded =
                before.last().assurance() != Assurance.BASELINE || after.last().assurance() != Assurance.BASELINE;
        if (otherwise && recorded) {
            assertTrue(changes.stream().anyMatch(Difference::current), "who holds it now is another one");
        }
    }

    private static boolean ofTheBeginning(Difference change) {
        return change.kind() == ChangeKind.CORRECTED && change.revised() == null;
    }

    private static Timeline beginningWith(Optional<Party> holder, List<Evidence> evidence) {
        return Timelines.timelineOf(Recorded.reports(evidence, holder.orElse(null)), RulesVersion.NEWEST);
    }

    private static void count(List<String> standing, List<Difference> changes) {
        for (Difference change : changes) {
            if (change.revised() != null) {
                String revised = inWords(change.revised());
                if (!standing.remove(revised)) {
                    throw new AssertionError("revises what was not told: " + revised + " of " + standing);
                }
            }
        }
        for (Difference change : changes) {
            switch (change.kind()) {
                case RETRACTED, ASSURANCE_CHANGED -> {}
                default -> standing.add(change.validFrom() + " " + Said.name(change.to()));
            }
        }
    }

    private static List<String> told(Timeline timeline) {
        return sorted(Transition.of(timeline).stream()
                .filter(transition -> transition.day() != null)
                .map(ChangesPropertyTest::inWords)
                .toList());
    }

    private static String inWords(Transition transition) {
        return transition.day() + " " + Said.name(transition.to());
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
