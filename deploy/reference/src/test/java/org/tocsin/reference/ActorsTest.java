package org.tocsin.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.reference.Loaded.ACTORS;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISIS                                    | islamic-state
            isis                                    | islamic-state
            IS                                      | islamic-state
            is                                      |
            Islamic State in Iraq and the Levant    | islamic-state
            Daesh                                   | islamic-state
            Da'esh                                  | islamic-state
            Houthi rebels                           | houthis
            Ansar Allah                             | houthis
            al Shabab                               | al-shabaab, islamic-state-mozambique
            Ansar al-Sharia                         | al-qaeda-in-the-arabian-peninsula, ansar-al-sharia-libya, ansar-al-sharia-tunisia
            SNA                                     | syrian-national-army, armed-forces-of-so
            Hay'at Tahrir al-Sham                   | hayat-tahrir-al-sham
            HTS                                     | hayat-tahrir-al-sham
            Wagner                                  | wagner-group
            Lord's Resistance Army                  | lords-resistance-army
            Peshmerga                               | peshmerga
            Syrian Observatory for Human Rights     | syrian-observatory-for-human-rights
            Iraqi army                              | armed-forces-of-iq
            Iraq's security forces                  | armed-forces-of-iq
            Iraqi government                        | government-of-iq
            government of Iraq                      | government-of-iq
            Free Syrian Army                        | free-syrian-army
            Syrian Arab Army                        | armed-forces-of-sy
            """)
    void aNameLeadsToItsActors(String name, String ids) {
        assertEquals(
                ids == null ? "" : ids,
                ACTORS.named(name).stream().map(Actor::id).collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            armed-forces-of-iq           | government-of-iq
            popular-mobilization-forces  | government-of-iq
            badr-organization            | government-of-iq
            wagner-group                 | government-of-ru
            donetsk-people-s-republic    | government-of-ru
            peshmerga                    | kurdistan-regional-government
            islamic-state-west-africa    | islamic-state
            people-s-protection-units    | syrian-democratic-forces
            m23                          | m23
            government-of-iq             | government-of-iq
            somebody-new                 | somebody-new
            """)
    void groundIsHeldForTheSideOfWhoTakesIt(String actor, String side) {
        assertEquals(side, ACTORS.side(actor));
    }

    @Test
    void everyReferenceResolves() {
        for (Actor actor : ACTORS.all()) {
            assertTrue(actor.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), actor.id());
            assertFalse(actor.name().isBlank(), actor.id());
            assertTrue(
                    ACTORS.byId(ACTORS.side(actor.id()))
                            .orElseThrow()
                            .holdsFor()
                            .isEmpty(),
                    actor.id());
            actor.allies().forEach(ally -> assertTrue(ACTORS.byId(ally).isPresent(), actor.id() + " " + ally));
            actor.countries()
                    .forEach(code -> assertTrue(Loaded.COUNTRIES.byCode(code).isPresent(), actor.id() + " " + code));
            assertEquals(actor.aliases().size(), Set.copyOf(actor.aliases()).size(), "twice in " + actor.id());
            assertTrue(actor.activeFrom().isEmpty()
                    || actor.activeTo().isEmpty()
                    || actor.activeFrom().get().isBefore(actor.activeTo().get()));
        }
    }

    @Test
    void everyActorIsFoundByItsNameAndAliases() {
        for (Actor actor : ACTORS.all()) {
            boolean listed = actor.kind() != ActorKind.GOVERNMENT && actor.kind() != ActorKind.ARMED_FORCE;
            if (listed) {
                assertTrue(ACTORS.named(actor.name()).contains(actor), actor.name());
                actor.aliases()
                        .forEach(alias -> assertTrue(ACTORS.named(alias).contains(actor), actor.id() + " " + alias));
            }
        }
    }

    @Test
    void theWarsOfFifteenYearsAreCovered() {
        long groups = ACTORS.all().stream()
                .filter(actor -> actor.kind() == ActorKind.ARMED_GROUP || actor.kind() == ActorKind.MILITARY_COMPANY)
                .count();
        Set<String> countries = ACTORS.all().stream()
                .filter(actor -> actor.kind() == ActorKind.ARMED_GROUP)
                .flatMap(actor -> actor.countries().stream())
                .collect(Collectors.toSet());

        assertTrue(groups >= 150, groups + " groups");
        assertTrue(countries.containsAll(List.of(
                "IQ", "SY", "UA", "YE", "LY", "MM", "SD", "SS", "SO", "MZ", "LB", "ML", "BF", "NE", "NG", "CD", "CF",
                "ET", "AF", "PK", "PS", "AZ", "CO", "PH", "HT")));
        assertEquals(
                250,
                ACTORS.all().stream()
                        .filter(actor -> actor.kind() == ActorKind.GOVERNMENT)
                        .count());
    }

    @Test
    void anActorIsActiveBetweenItsDays() {
        Actor dissolved = ACTORS.byId("hayat-tahrir-al-sham").orElseThrow();

        assertFalse(dissolved.activeOn(LocalDate.parse("2016-12-31")));
        assertTrue(dissolved.activeOn(LocalDate.parse("2024-12-08")));
        assertFalse(dissolved.activeOn(LocalDate.parse("2025-06-01")));
    }

    @Test
    void aGovernmentIsNamedAsTheNewsNamesIt() {
        Actor government = ACTORS.byId("government-of-iq").orElseThrow();

        assertEquals("Government of Iraq", government.name());
        assertEquals(List.of("Iraqi government", "Iraq's government", "Iraqi authorities"), government.aliases());
        assertEquals(
                "Government of the United States",
                ACTORS.byId("government-of-us").orElseThrow().name());
    }
}
