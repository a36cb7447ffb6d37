package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.reference.Loaded.ACTORS;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.reference.ActorLink.Relation;

class ActorLinksTest {
    private static final ActorLinks LINKS = ActorLinks.load(ACTORS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            islamic-state           | OFAC_SDN | 8759
            islamic-state           | UN       | QDe.115
            hayat-tahrir-al-sham    | UN       | QDe.137
            hayat-tahrir-al-sham    | UK       |
            taliban                 | OFAC_SDN | 6636
            taliban                 | UN       |
            houthis                 | OFAC_SDN | 47664
            hezbollah               | OFAC_SDN | 4697
            rapid-support-forces    | OFAC_SDN |
            farc                    | OFAC_SDN | 4711
            farc-dissidents         | OFAC_SDN | 33983
            wagner-group            | UK       | RUS1090
            africa-corps            | UK       | LIB0077
            army-of-islam-gaza      | OFAC_SDN | 12733
            jaysh-al-islam          | OFAC_SDN |
            government-of-iq        | OFAC_SDN |
            """)
    void anActorIsTheseEntries(String actor, String list, String references) {
        assertEquals(
                references == null ? "" : references,
                LINKS.of(actor).stream()
                        .filter(link -> link.list().equals(list) && link.relation() == Relation.IS)
                        .map(ActorLink::reference)
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void aRelationHasItsDays() {
        ActorLink assad = LINKS.of("government-of-sy").get(0);

        assertEquals(Relation.LED_BY, assad.relation());
        assertTrue(assad.heldOn(LocalDate.parse("2024-12-08")));
        assertEquals(false, assad.heldOn(LocalDate.parse("2024-12-09")));
    }

    @Test
    void eachLinkSaysWhoDecidedAndWhy() {
        for (ActorLink link : LINKS.all()) {
            assertTrue(link.why().length() > 10 && !link.decidedBy().isEmpty(), link.toString());
            assertTrue(!link.entryName().isEmpty() && !link.reference().isEmpty(), link.toString());
        }
        LINKS.unlinked().forEach(entry -> assertTrue(entry.why().length() > 10, entry.toString()));
    }

    @Test
    void noEntryIsBothLinkedAndNot() {
        Set<String> linked = LINKS.all().stream()
                .map(link -> link.list() + " " + link.reference())
                .collect(Collectors.toCollection(HashSet::new));
        assertEquals(
                List.of(),
                LINKS.unlinked().stream()
                        .map(entry -> entry.list() + " " + entry.reference())
                        .filter(linked::contains)
                        .toList());
    }

    @Test
    void moreThanEightyPartiesToConflictsAreLinked() {
        Set<String> actors = LINKS.all().stream().map(ActorLink::actor).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(actors.size() >= 170, () -> actors.size() + " actors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            islamic-state                | islamic-state-khorasan | islamic-state-west-africa
            popular-mobilization-forces  | badr-organization      | kataib-hezbollah
            government-of-ru             | wagner-group           | donetsk-people-s-republic
            wagner-group                 | sewa-security-services | sewa-security-services
            syrian-national-army         | hamza-division         | suleiman-shah-brigade
            """)
    void anUmbrellaHasItsMembers(String umbrella, String one, String other) {
        List<String> members =
                ACTORS.membersOf(umbrella).stream().map(Actor::id).toList();
        assertTrue(members.containsAll(List.of(one, other)), members.toString());
        assertEquals(umbrella, ACTORS.parentsOf(one).get(0).id());
    }

    @Test
    void aMemberHasItsParentsUpToTheTop() {
        assertEquals(
                List.of("popular-mobilization-forces", "government-of-iq"),
                ACTORS.parentsOf("kataib-hezbollah").stream().map(Actor::id).toList());
    }
}
