package org.tocsin.ingest.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.copy.Pairs.Pair;

class FingerprintsTest {
    private static final String LEAD =
            "Rebels captured the river port of Ardania on Monday after a siege, the mayor said.";

    @Test
    void aSentenceIsFoundWhereverItStandsAndHoweverLongTheRestIs() {
        List<Long> lead = of(LEAD);
        List<Long> within = of("Snow fell in the hills on Sunday night and roads were closed. ".repeat(3) + LEAD
                + " The Red Cross spoke of four thousand people who were sheltering in schools.");
        assertEquals(3, lead.size());
        assertTrue(within.containsAll(lead));
    }

    @Test
    void otherTextsHaveNothingInCommon() {
        Set<Long> lead = new HashSet<>(of(LEAD));
        lead.retainAll(of("Farmers left their fields in the middle of the harvest because of floods, officials said."));
        assertTrue(lead.isEmpty());
    }

    @Test
    void aStoryThatIsTooShortToBeComparedIsNotLookedFor() {
        assertEquals(List.of(), of("Rebels captured Ardania on Monday."));
    }

    @Test
    void theSameTextGivesTheSameInEveryRelease() {
        // stored ones are compared with those of later releases: a change here needs all of them to be made anew
        assertEquals(List.of(-4598274360512493066L, -3916145291564642160L, -4813047247417120703L), of(LEAD));
    }

    @Test
    void everyCopyOfTheCollectionsIsFound() {
        for (String file : List.of("development.txt", "apart.txt")) {
            for (Pair pair : Pairs.in(file)) {
                if (pair.copy()) {
                    assertTrue(
                            Fingerprints.areNear(
                                    of(pair.story().text()), of(pair.other().text())),
                            pair.name());
                }
            }
        }
    }

    @Test
    void oneInTenOfTheFewerMustBeInCommon() {
        List<Long> prints = LongStream.range(0, 30).boxed().toList();
        assertTrue(Fingerprints.areNear(prints, LongStream.range(27, 60).boxed().toList()));
        assertFalse(
                Fingerprints.areNear(prints, LongStream.range(28, 60).boxed().toList()));
        assertTrue(Fingerprints.areNear(prints, List.of(100L, 101L, 5L)));
        assertFalse(Fingerprints.areNear(prints, List.of(100L, 101L)));
        assertFalse(Fingerprints.areNear(prints, List.of()));
    }

    private static List<Long> of(String text) {
        return Fingerprints.of(Story.of(text, Instant.EPOCH, List.of()));
    }
}
