package org.tocsin.events.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;

/** The real links, over lists of a few lines that say what the real ones say. */
class StandingOfTest {
    private static final Actors ACTORS = Actors.load();
    private static final ActorLinks LINKS = ActorLinks.load(ACTORS);
    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

    /** OFAC's files do not say when an entry was listed. */
    private static final ListState OFAC = ListStateOf.list(
            ListId.OFAC_SDN, List.of("2021-08-18", "2024-05-03", "2026-11-30"), """
            2021-08-18 |            | 8759  | ISLAMIC STATE OF IRAQ AND THE LEVANT; ISIS | FTO,SDGT |
            2021-08-18 |            | 16937 | AL-NUSRAH FRONT; HAY'AT TAHRIR AL-SHAM     | FTO,SDGT |
            2021-08-18 |            | 6636  | TALIBAN                                    | SDGT     |
            2021-08-18 | 2024-05-03 | 4711  | REVOLUTIONARY ARMED FORCES OF COLOMBIA     | FTO      |
            2024-05-03 |            | 33983 | REVOLUTIONARY ARMED FORCES OF COLOMBIA - PEOPLE'S ARMY; FARC-EP | FTO,SDGT |
            2021-08-18 |            | 22543 | PRIVATE MILITARY COMPANY 'WAGNER'; WAGNER GROUP | TCO |
            2024-05-03 |            | 47664 | ANSARALLAH; ANSAR ALLAH                    | SDGT     |
            2021-08-18 |            | 17927 | AL HOUTHI, Abdul Malik                     | YEMEN    |
            2021-08-18 |            | 4697  | HIZBALLAH; ANSAR ALLAH                     | FTO      |
            2021-08-18 |            | 12733 | ARMY OF ISLAM; JAYSH AL-ISLAM              | FTO      |
            2024-05-03 |            | 44807 | DAGALO, Abdelrahim Hamdan                  | SUDAN    |
            2026-11-30 |            | 52510 | DAGALO, Mohamed Hamdan                     | SUDAN    |
            2021-08-18 |            | 10391 | ISLAMIC REVOLUTIONARY GUARD CORPS          | FTO      |
            2021-08-18 |            | 4695  | HAMAS                                      | FTO      |
            2021-08-18 |            | 24879 | JAMA'AT NUSRAT AL-ISLAM WAL-MUSLIMIN       | FTO      |
            2024-05-03 |            | 12735 | AL-ASSAD, Bashar                           | SYRIA    |
            2026-11-30 |            | 60001 | LIBYAN NATIONAL ARMY                       | LIBYA3   |
            """, "libyan-national-army | 60001");

    private static final ListState UN = ListStateOf.list(ListId.UN, List.of("2026-02-27"), """
            2026-02-27 |            | QDe.115 | AL-QAIDA IN IRAQ; Islamic State in Iraq and the Levant | Al-Qaida | 2004-10-18
            2026-02-27 |            | QDe.137 | AL-NUSRAH FRONT FOR THE PEOPLE OF THE LEVANT           | Al-Qaida | 2014-05-14
            2026-02-27 |            | TAi.002 | MOHAMMAD HASSAN AKHUND                                 | Taliban  | 2001-01-25
            2026-02-27 |            | TAe.012 | HAQQANI NETWORK                                        | Taliban  | 2012-11-05
            2026-02-27 |            | YEe.001 | THE HOUTHIS; ANSAR ALLAH                               | Yemen    | 2022-02-28
            2026-02-27 |            | YEi.004 | ABDULMALIK AL-HOUTHI                                   | Yemen    | 2015-04-14
            2026-02-27 |            | SDi.008 | ABDUL RAHIM HAMDAN DAGALO                              | Sudan    | 2026-02-24
            2026-02-27 |            | QDe.159 | JAMA'A NUSRAT UL-ISLAM WA AL-MUSLIMIN                  | Al-Qaida | 2018-10-04
            """, "");

    private static final ListState UK = ListStateOf.list(ListId.UK, List.of("2026-11-30"), """
            2026-11-30 |            | AQD0028 | AL-QAIDA IN IRAQ              | AQD | 2004-10-18
            2026-11-30 |            | RUS1090 | Wagner Group; PMC Wagner      | RUS | 2022-03-24
            2026-11-30 |            | LIB0077 | Africa Corps; Wagner Group    | LIB | 2024-11-07
            2026-11-30 |            | RUS0251 | Vladimir Vladimirovich PUTIN  | RUS | 2022-02-25
            """, "");

    private static final Map<ListId, ListState> LISTS = new EnumMap<>(
            Map.of(ListId.OFAC_SDN, OFAC, ListId.UN, UN, ListId.UK, UK, ListId.EU, ListState.never(ListId.EU)));

    private static ListStanding of(String actor, String list, String asOf) {
        Ties ties = Ties.of(ACTORS.byId(actor).orElseThrow(), ACTORS, LINKS);
        return StandingOf.standingOf(
                ties, LocalDate.parse(asOf), TODAY, Objects.requireNonNull(LISTS.get(ListId.valueOf(list))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # actor                  | list     | as of      | standing    | reference | since      | until      | relation | through                 | basis
            # Named so only in OFAC; the UN and the UK list al-Qaida in Iraq.
            islamic-state            | OFAC_SDN | 2026-12-01 | LISTED      | 8759      | 2004-10-15 |            | IS       |                         | VERSION
            islamic-state            | OFAC_SDN | 2014-06-10 | LISTED      | 8759      | 2004-10-15 |            | IS       |                         | DECISION
            islamic-state            | OFAC_SDN | 2004-10-14 | NOT_LISTED  |           |            |            |          |                         | DECISION
            islamic-state            | UN       | 2014-06-10 | LISTED      | QDe.115   | 2004-10-18 |            | IS       |                         | LISTING_DATE
            islamic-state            | UN       | 2004-10-17 | NOT_LISTED  |           |            |            |          |                         | LISTING_DATE
            islamic-state            | UK       | 2026-12-01 | LISTED      | AQD0028   | 2004-10-18 |            | IS       |                         | VERSION
            islamic-state            | EU       | 2026-12-01 | UNKNOWN     |           |            |            |          |                         | NONE
            # An alias of the al-Nusrah Front on two lists, from the day on which they said so; not on the UK's.
            hayat-tahrir-al-sham     | OFAC_SDN | 2026-12-01 | LISTED      | 16937     | 2018-05-31 |            | IS       |                         | VERSION
            hayat-tahrir-al-sham     | UN       | 2026-12-01 | LISTED      | QDe.137   | 2018-06-05 |            | IS       |                         | VERSION
            hayat-tahrir-al-sham     | UN       | 2018-06-04 | NOT_LISTED  |           |            |            |          |                         | OLDEST_VERSION
            hayat-tahrir-al-sham     | UK       | 2026-12-01 | NOT_LISTED  |           |            |            |          |                         | VERSION
            # The organisation is on OFAC's list only; elsewhere it is linked through its prime minister and the Haqqani network.
            taliban                  | OFAC_SDN | 2026-12-01 | LISTED      | 6636      |            |            | IS       |                         | VERSION
            taliban                  | UN       | 2026-12-01 | LINKED_ONLY | TAe.012   | 2012-11-05 |            | UMBRELLA | haqqani-network         | VERSION
            taliban                  | UN       | 2010-06-01 | NOT_LISTED  |           |            |            |          |                         | OLDEST_VERSION
            # One went off when the other came on; between two versions, known by decision.
            farc                     | OFAC_SDN | 2021-12-01 | LISTED      | 4711      | 1997-10-08 |            | IS       |                         | VERSION
            farc                     | OFAC_SDN | 2021-12-02 | WAS_LISTED  | 4711      | 1997-10-08 | 2021-12-02 | IS       |                         | DECISION
            farc                     | OFAC_SDN | 2026-12-01 | WAS_LISTED  | 4711      | 1997-10-08 | 2021-12-02 | IS       |                         | DECISION
            farc-dissidents          | OFAC_SDN | 2021-12-01 | NOT_LISTED  |           |            |            |          |                         | DECISION
            farc-dissidents          | OFAC_SDN | 2022-06-01 | LISTED      | 33983     | 2021-12-02 |            | IS       |                         | DECISION
            # Two entries of the UK bear the name Wagner Group; each is its own actor.
            wagner-group             | UK       | 2026-12-01 | LISTED      | RUS1090   | 2022-03-24 |            | IS       |                         | VERSION
            africa-corps             | UK       | 2026-12-01 | LISTED      | LIB0077   | 2024-11-07 |            | IS       |                         | VERSION
            # Before it was listed, only its leader was.
            houthis                  | OFAC_SDN | 2026-12-01 | LISTED      | 47664     | 2024-02-16 |            | IS       |                         | VERSION
            houthis                  | OFAC_SDN | 2024-02-15 | LINKED_ONLY | 17927     |            |            | LED_BY   |                         | VERSION
            houthis                  | UN       | 2022-02-27 | LINKED_ONLY | YEi.004   | 2015-04-14 |            | LED_BY   |                         | LISTING_DATE
            houthis                  | UN       | 2022-02-28 | LISTED      | YEe.001   | 2022-02-28 |            | IS       |                         | LISTING_DATE
            # On no list; its commanders are.
            rapid-support-forces     | OFAC_SDN | 2026-12-01 | LINKED_ONLY | 52510     | 2025-01-07 |            | LED_BY   |                         | VERSION
            rapid-support-forces     | OFAC_SDN | 2023-04-15 | NOT_LISTED  |           |            |            |          |                         | VERSION
            rapid-support-forces     | UN       | 2025-10-26 | NOT_LISTED  |           |            |            |          |                         | OLDEST_VERSION
            rapid-support-forces     | UN       | 2026-02-24 | LINKED_ONLY | SDi.008   | 2026-02-24 |            | LED_BY   |                         | LISTING_DATE
            # Listed as part of its umbrella.
            katiba-macina            | UN       | 2026-12-01 | LINKED_ONLY | QDe.159   | 2018-10-04 |            | PART_OF  | jamaat-nusrat-al-islam  | VERSION
            # Governments: through one who leads or a member that is listed; one that is not.
            government-of-ru         | UK       | 2026-12-01 | LINKED_ONLY | RUS1090   | 2022-03-24 |            | UMBRELLA | wagner-group            | VERSION
            government-of-ir         | OFAC_SDN | 2026-12-01 | LINKED_ONLY | 10391     | 2007-10-25 |            | UMBRELLA | islamic-revolutionary-guard-corps | VERSION
            government-of-iq         | OFAC_SDN | 2026-12-01 | NOT_LISTED  |           |            |            |          |                         | VERSION
            government-of-fr         | UN       | 2014-06-10 | NOT_LISTED  |           |            |            |          |                         | OLDEST_VERSION
            # He led until he fled.
            government-of-sy         | OFAC_SDN | 2024-12-08 | LINKED_ONLY | 12735     | 2011-05-18 |            | LED_BY   |                         | VERSION
            government-of-sy         | OFAC_SDN | 2026-12-01 | NOT_LISTED  |           |            |            |          |                         | VERSION
            # Its name is an alias of another's entry, as somebody decided.
            jaysh-al-islam           | OFAC_SDN | 2026-12-01 | NOT_LISTED  |           |            |            |          |                         | VERSION
            # An entry came that bears its name, and nobody has decided yet.
            libyan-national-army     | OFAC_SDN | 2026-12-01 | AMBIGUOUS   | 60001     |            |            |          |                         | VERSION
            libyan-national-army     | OFAC_SDN | 2024-06-01 | NOT_LISTED  |           |            |            |          |                         | VERSION
            # On the oldest version kept, which does not say since when.
            hamas                    | OFAC_SDN | 2021-08-18 | LISTED      | 4695      |            |            | IS       |                         | VERSION
            hamas                    | OFAC_SDN | 2021-08-17 | UNKNOWN     | 4695      |            |            | IS       |                         | OLDEST_VERSION
            """)
    void anActorStandsSo(
            String actor,
            String list,
            String asOf,
            StandingKind standing,
            @Nullable String reference,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable String relation,
            @Nullable String through,
            Basis basis) {
        ListStanding is = of(actor, list, asOf);

        assertEquals(
                "%s %s %s %s %s %s %s".formatted(standing, reference, since, until, relation, through, basis),
                "%s %s %s %s %s %s %s"
                        .formatted(
                                is.standing(),
                                is.reference(),
                                is.since(),
                                is.until(),
                                is.relation(),
                                is.through() == null ? null : is.through().id(),
                                is.basis()));
    }

    @Test
    void anEntryThatIsYoungerThanEveryVersionIsNotSaidToBeMissing() {
        ListState old = ListStateOf.list(ListId.OFAC_SDN, List.of("2024-05-03"), "", "");
        Ties dated = Ties.of(ACTORS.byId("karen-national-army").orElseThrow(), ACTORS, LINKS);
        Ties undated = Ties.of(ACTORS.byId("hamas").orElseThrow(), ACTORS, LINKS);

        ListStanding known = StandingOf.standingOf(dated, TODAY, TODAY, old);
        assertEquals(StandingKind.LISTED, known.standing());
        assertEquals(Basis.DECISION, known.basis());
        assertEquals(LocalDate.parse("2025-05-05"), known.since());
        assertEquals(
                StandingKind.UNKNOWN,
                StandingOf.standingOf(undated, TODAY, TODAY, old).standing());
    }

    @Test
    void aVersionSaysHowOldItIsAndWhetherThatIsTooOld() {
        ListStanding fresh = of("islamic-state", "OFAC_SDN", "2026-12-01");
        ListStanding stale = of("islamic-state", "UN", "2026-12-01");
        ListStanding past = of("islamic-state", "OFAC_SDN", "2022-01-01");

        assertEquals(new ListStanding.VersionView(3, day("2026-11-30"), day("2026-11-30"), 1, false), fresh.version());
        assertEquals(new ListStanding.VersionView(1, day("2026-02-27"), day("2026-02-27"), 277, true), stale.version());
        // A version of the past is not stale for a day of the past.
        assertEquals(
                new ListStanding.VersionView(1, day("2021-08-18"), day("2021-08-18"), 1931, false), past.version());
        assertNull(of("islamic-state", "EU", "2026-12-01").version());
    }

    @Test
    void itSaysWhichNameMatchedAndWhyItIsSo() {
        ListStanding houthis = of("houthis", "UN", "2026-12-01");
        ListStanding taliban = of("taliban", "UN", "2026-12-01");

        assertEquals("THE HOUTHIS", houthis.name());
        assertEquals("ANSAR ALLAH", houthis.nameMatched());
        assertEquals(List.of("Yemen"), houthis.programmes());
        assertEquals("Ansarallah is how the Houthis call themselves.", houthis.why());
        assertEquals("Tocsin curators", houthis.decidedBy());
        assertNull(taliban.nameMatched());
        assertEquals(
                List.of("TAe.012", "TAi.002"),
                taliban.ties().stream().map(ListStanding.TieView::reference).toList());
        assertTrue(of("libyan-national-army", "OFAC_SDN", "2026-12-01").why().contains("nobody has decided"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
