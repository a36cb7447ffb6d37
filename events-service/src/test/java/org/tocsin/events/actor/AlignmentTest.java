package org.tocsin.events.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.reference.Actors;

class AlignmentTest {
    private static final Actors ACTORS = Actors.load();

    private static Alignment merged(String... pairs) {
        Map<String, String> merges = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            merges.put(pairs[i], pairs[i + 1]);
        }
        return new Alignment(ACTORS, merges);
    }

    @Test
    void aMemberStandsOnTheSideOfItsUmbrellaAndGoesWithIt() {
        assertEquals("islamic-state", merged().sideOf("maute-group"));
        assertEquals("m23", merged("islamic-state", "m23").sideOf("maute-group"));
        assertEquals("nobody-knows-it", merged("islamic-state", "m23").sideOf("nobody-knows-it"));
    }

    @Test
    void aMergedMemberLeavesItsUmbrella() {
        Alignment alignment = merged("maute-group", "m23");
        assertEquals("m23", alignment.sideOf("maute-group"));
        assertEquals("islamic-state", alignment.sideOf("islamic-state-libya"));
        assertEquals("m23", alignment.mergedInto("maute-group"));
    }

    @Test
    void mergesLeadOnOverUmbrellasAndOtherMerges() {
        assertEquals("islamic-state", merged("m23", "maute-group").sideOf("m23"));
        assertEquals(
                "government-of-ru",
                merged("twirwaneho", "m23", "m23", "wagner-group").sideOf("twirwaneho"));
    }

    @Test
    void aCircleIsSeenOverUmbrellasAndOtherMerges() {
        assertTrue(merged("islamic-state", "maute-group").circlesAt("maute-group"));
        assertTrue(merged("m23", "twirwaneho", "twirwaneho", "m23").circlesAt("m23"));
        assertTrue(merged("m23", "maute-group", "islamic-state", "m23").circlesAt("m23"));
        assertFalse(merged("m23", "maute-group").circlesAt("maute-group"));
        assertFalse(merged("maute-group", "m23", "islamic-state", "maute-group").circlesAt("maute-group"));
        assertEquals(
                "m23",
                merged("maute-group", "m23", "islamic-state", "maute-group").sideOf("islamic-state"));
    }

    @Test
    void actorsThatStandElsewhereAreFoundWithTheirMembers() {
        Set<String> found = merged().actorsUnlike(merged("islamic-state", "m23"));
        assertTrue(found.contains("islamic-state"));
        assertTrue(found.contains("maute-group"));
        assertFalse(found.contains("government-of-ua"));
        assertEquals(Set.of(), merged("m23", "twirwaneho").actorsUnlike(merged("m23", "twirwaneho")));
        assertEquals(
                Set.of(),
                merged().actorsUnlike(merged("maute-group", "islamic-state")),
                "a member that is merged into its umbrella stands where it stood");
    }

    @Test
    void whoHasOtherAlliesIsFoundToo() {
        // Twirwaneho fights beside M23.
        Set<String> found = merged().actorsUnlike(merged("m23", "islamic-state"));
        assertTrue(found.contains("twirwaneho"), found.toString());
    }
}
