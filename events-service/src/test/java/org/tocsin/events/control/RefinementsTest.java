package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.control.Said.IRAQ;
import static org.tocsin.events.control.Said.IS;
import static org.tocsin.events.control.Said.KRG;
import static org.tocsin.events.control.Said.curated;
import static org.tocsin.events.control.Said.published;
import static org.tocsin.events.control.Said.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions, curated data sets, and what the second version of the rules does otherwise than the first. */
class RefinementsTest {
    @Test
    void aClaimAndTheLosersCounterclaimAreOneContest() {
        Evidence claim = published("2014-06-10T09:00:00Z", said("a", "is seizes", "2014-06-10", "wire:is"));
        Evidence counter = published("2014-06-10T12:00:00Z", said("b", "iraq regains", "2014-06-10", "post:iraq"));
        Evidence again = published("2014-06-10T15:00:00Z", said("c", "is seizes", "2014-06-10", "herald:is"));
        Evidence nextDay = published("2014-06-11T06:00:00Z", said("d", "iraq regains", "2014-06-11", "post:iraq"));
        String contest = """
                always: held government-of-iq BASELINE baseline
                2014-06-10: contested government-of-iq islamic-state CLAIMED claim-and-counterclaim
                """;
        holds(contest, claim, counter);
        holds(contest, claim, counter, again);
        holds(contest, claim, counter, again, nextDay);
        firstVersionHolds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held government-of-iq CLAIMED taken
                """, claim, counter);
    }

    @Test
    void ofTwoWhoClaimAPlaceAtOnceBothArePartiesOfTheContest() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: contested government-of-iq islamic-state kurdistan-regional-government CLAIMED claim-and-denial
                """,
                said("a", "krg seizes", "2014-06-10", "wire"),
                said("b", "not seized", "2014-06-10", "post:iraq"),
                said("c", "is seizes", "2014-06-10", "herald:is"),
                said("d", "not is seized", "2014-06-10", "post:iraq"));
    }

    @Test
    void aTakingByMoreSourcesStandsAgainstACounterclaim() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED denial-outweighed
                """,
                said("a", "is seizes", "2014-06-10", "wire"),
                said("b", "is seizes", "2014-06-10", "herald"),
                said("c", "iraq regains", "2014-06-10", "post:iraq"));
    }

    @Test
    void twoTakingsOnTwoDaysAreBothBelievedWhenEachHasTwoSources() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CORROBORATED taken
                2014-06-11: held government-of-iq CORROBORATED taken
                """,
                said("a", "is seizes", "2014-06-10", "wire"),
                said("b", "is seizes", "2014-06-10", "herald"),
                said("c", "iraq regains", "2014-06-11", "wire"),
                said("d", "iraq regains", "2014-06-11", "post"));
    }

    @Test
    void oneReportThatTellsOfBothTellsOneAfterTheOther() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-11: held government-of-iq CLAIMED taken
                """,
                published("2014-06-11T18:00:00Z", said("a.1", "is seizes", "2014-06-10", "wire")),
                published("2014-06-11T18:00:00Z", said("a.2", "iraq regains", "2014-06-11", "wire")));
    }

    @Test
    void anUndatedReportOfATakingThatWasUndoneIsNoNewTaking() {
        Evidence taken = said("a", "is seizes", "2014-06-10", "wire");
        Evidence retaken = said("b", "iraq regains", "2014-06-13", "post");
        Evidence late = said("c", "is seizes", "2014-06-15/UNKNOWN", "herald");
        Evidence another = said("d", "is seizes", "2014-06-15/UNKNOWN", "post");
        String retakenForGood = """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CORROBORATED taken
                2014-06-13: held government-of-iq CLAIMED taken
                """;
        holds(retakenForGood, taken, retaken, late);
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-13: held government-of-iq CLAIMED taken
                2014-06-15: held islamic-state CORROBORATED taken
                """, taken, retaken, late, another);
        firstVersionHolds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-13: held government-of-iq CLAIMED taken
                2014-06-15: held islamic-state CLAIMED taken
                """, taken, retaken, late);
    }

    @Test
    void alliesThatTakeAPlaceHoldItTogether() {
        List<Evidence> said =
                List.of(said("a", "is seizes", "2014-06-10", "wire"), said("b", "krg seizes", "2014-06-12", "post"));
        Recorded allied = new Recorded(said, List.of(), IRAQ, (one, other) -> one.equals(IS) && other.equals(KRG));
        assertEquals("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-12: held islamic-state CORROBORATED taken
                """, Said.inWords(Timelines.timelineOf(allied, RulesVersion.NEWEST)));
        assertEquals(
                2,
                Timelines.timelineOf(allied, RulesVersion.NEWEST)
                        .last()
                        .parties()
                        .size());
    }

    @Test
    void anAllyOfTheGovernmentTakesForIt() {
        List<Evidence> said =
                List.of(said("a", "is seizes", "2014-06-10", "wire"), said("b", "krg seizes", "2014-07-12", "post"));
        Recorded allied = new Recorded(said, List.of(), IRAQ, (one, other) -> one.equals(IRAQ) && other.equals(KRG));
        assertEquals("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-07-12: held government-of-iq CLAIMED taken
                """, Said.inWords(Timelines.timelineOf(allied, RulesVersion.NEWEST)));
    }

    @Test
    void whoSaysThatTheTakerHoldsThePlaceSpeaksForADeniedTaking() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED denial-outweighed
                """,
                said("a", "is seizes", "2014-06-10", "wire:mayor"),
                said("b", "not is seized", "2014-06-10", "post:iraq"),
                said("c", "is holds", "2014-06-11", "herald"));
    }

    @Test
    void aWithdrawalToldWithTheTakingOfTheNextDayIsPartOfIt() {
        Evidence leaves = published("2014-06-11T09:00:00Z", said("a.1", "iraq leaves", "2014-06-10", "wire"));
        Evidence taken = published("2014-06-11T09:00:00Z", said("a.2", "is seizes", "2014-06-11", "wire"));
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-11: held islamic-state CONFIRMED taken
                """, leaves, taken);
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: unknown CONFIRMED left
                2014-06-11: held islamic-state CONFIRMED taken
                """, published("2014-06-10T20:00:00Z", leaves), taken);
    }

    @Test
    void aCityThatFellInAWeekFellOnTheDayInItThatIsKnown() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CORROBORATED taken
                """, said("a", "is seizes", "2014-06-10", "wire"), said("b", "seizes", "2014-06-09/WEEK", "post"));
    }

    @Test
    void aCuratedDataSetConfirmsAndStandsAgainstADenial() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CONFIRMED taken
                """, curated(said("a", "is seizes", "2014-06-10", "set")));
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CONFIRMED curated
                """,
                curated(said("a", "is seizes", "2014-06-10", "set")),
                said("b", "not is seized", "2014-06-11", "post:iraq"));
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-07-01: held islamic-state CONFIRMED curated
                """, curated(said("a", "is holds", "2014-07-01", "set")));
    }

    @Test
    void aDecisionStandsUntilItEndsAndThenWhatSourcesSayShowsAgain() {
        Evidence taken = said("a", "is seizes", "2014-06-10", "wire");
        decided("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-20: held government-of-iq CONFIRMED decided
                """, decision("2014-06-20", null), taken);
        decided("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-20: held government-of-iq CONFIRMED decided
                2014-06-25: held islamic-state CLAIMED taken
                """, decision("2014-06-20", "2014-06-25"), taken);
        decided("""
                always: held government-of-iq BASELINE baseline
                2014-06-01: held government-of-iq CONFIRMED decided
                """, decision("2014-06-01", null), taken);
    }

    @Test
    void ofTwoDecisionsTheLaterStands() {
        Decision first = decision("2014-06-01", null);
        Decision second = new Decision(
                "d2",
                State.HELD,
                IS,
                null,
                List.of(),
                LocalDate.parse("2014-06-05"),
                LocalDate.parse("2014-06-08"),
                Instant.parse("2014-07-01T00:00:00Z"));
        assertEquals(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-01: held government-of-iq CONFIRMED decided
                2014-06-05: held islamic-state CONFIRMED decided
                2014-06-08: held government-of-iq CONFIRMED decided
                """,
                Said.inWords(Timelines.timelineOf(
                        new Recorded(List.of(), List.of(second, first), IRAQ, Recorded.Allies.NONE),
                        RulesVersion.NEWEST)));
    }

    private static Decision decision(String from, @Nullable String until) {
        return new Decision(
                "d1",
                State.HELD,
                IRAQ,
                null,
                List.of(),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                Instant.parse("2014-06-20T00:00:00Z"));
    }

    private static void decided(String expected, Decision decision, Evidence... evidence) {
        assertEquals(
                expected,
                Said.inWords(Timelines.timelineOf(
                        new Recorded(List.of(evidence), List.of(decision), IRAQ, Recorded.Allies.NONE),
                        RulesVersion.NEWEST)));
    }

    private static void holds(String expected, Evidence... evidence) {
        assertEquals(expected, Said.inWords(Said.timelineOf(List.of(evidence))));
    }

    private static void firstVersionHolds(String expected, Evidence... evidence) {
        assertEquals(
                expected,
                Said.inWords(Timelines.timelineOf(Recorded.reports(List.of(evidence), IRAQ), RulesVersion.FIRST)));
    }
}
