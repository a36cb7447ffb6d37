package org.tocsin.events.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.control.Said.nearCopyOf;
import static org.tocsin.events.control.Said.published;
import static org.tocsin.events.control.Said.said;
import static org.tocsin.events.control.Said.timelineOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    @Test
    void nothingRecordedLeavesTheBaseline() {
        holds("always: held government-of-iq BASELINE baseline\n");
    }

    @Test
    void anUndisputedTakingChangesHands() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                """, said("a", "is seizes", "2014-06-10", "wire"));
    }

    @Test
    void aDeniedTakingIsContested() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-16: contested government-of-iq islamic-state CLAIMED claim-and-denial
                """,
                said("a.1", "is seizes", "2014-06-16", "wire:residents"),
                said("a.2", "not seized", "2014-06-16", "wire:general"));
    }

    @Test
    void theFoundingReportLeavesTalAfarContestedWithMostOfItInTheGovernmentsHands() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-16: contested government-of-iq(MOST) islamic-state CLAIMED claim-and-denial fighting
                2014-07-16: contested government-of-iq(MOST) islamic-state CLAIMED claim-and-denial
                """,
                said("t.0", "is seizes", "2014-06-16/UNKNOWN", "wire:residents"),
                said("t.1", "iraq holds MOST", "2014-06-16/UNKNOWN", "wire:iraq"),
                said("t.2", "is seizes", "2014-06-16", "wire:residents and local officials"),
                said("t.3", "not seized", "2014-06-16/UNKNOWN", "wire:Lieutenant General"),
                said("t.4", "iraq holds MOST", "2014-06-16/UNKNOWN", "wire:Lieutenant General"),
                said("t.5", "clash PART", "2014-06-16/UNKNOWN", "wire:Lieutenant General"),
                said("t.6", "iraq repels FACILITY", "2014-06-16/UNKNOWN", "wire:State television"));
    }

    @Test
    void theDenialMayComeLaterAndFromAnotherPublisher() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-16: contested government-of-iq(MOST) islamic-state CLAIMED claim-and-denial
                """, said("a", "is seizes", "2014-06-16", "wire"), said("b", "iraq holds", "2014-06-18", "post:iraq"));
    }

    @Test
    void twoIndependentSourcesOutweighTheLosersDenial() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-16: held islamic-state CLAIMED denial-outweighed
                """,
                said("a", "is seizes", "2014-06-16", "wire"),
                said("b", "is seizes", "2014-06-16", "post"),
                said("c", "not is seized", "2014-06-17", "herald:iraq"));
    }

    @Test
    void theTakersOwnWordDoesNotOutweighADenial() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-16: contested government-of-iq islamic-state CORROBORATED claim-and-denial
                """,
                said("a", "is seizes", "2014-06-16", "wire"),
                said("b", "is seizes", "2014-06-16", "post:is"),
                said("c", "not is seized", "2014-06-17", "herald:iraq"));
    }

    @Test
    void theLosersAdmissionConfirms() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-16: contested government-of-iq islamic-state CLAIMED claim-and-denial
                2014-06-18: held islamic-state CONFIRMED admitted
                """,
                said("a", "is seizes", "2014-06-16", "wire"),
                said("b", "not is seized", "2014-06-16", "wire:iraq"),
                said("c", "is seizes", "2014-06-18/UNKNOWN", "post:iraq"));
    }

    @Test
    void twoPublishersCorroborateButNotTwoThatQuoteOneClaimantOrCopies() {
        assertEquals(
                Assurance.CORROBORATED,
                assurance(said("a", "is seizes", "2014-06-10", "wire"), said("b", "is seizes", "2014-06-10", "post")));
        assertEquals(
                Assurance.CLAIMED,
                assurance(
                        said("a", "is seizes", "2014-06-10", "wire:is"),
                        said("b", "is seizes", "2014-06-10", "post:is")));
        assertEquals(
                Assurance.CLAIMED,
                assurance(
                        said("a", "is seizes", "2014-06-10", "wire"),
                        nearCopyOf("a", said("b", "is seizes", "2014-06-10", "post"))));
        assertEquals(Assurance.CORROBORATED, assurance(said("a", "is seizes", "2014-06-10", "wire@A")));
        assertEquals(Assurance.CLAIMED, assurance(said("a", "is seizes", "2014-06-10", "wire@A:police")));
        assertEquals(
                Assurance.CLAIMED,
                assurance(
                        said("a", "is seizes", "2014-06-10", "wire"), said("b", "is seizes", "2014-06-10", "blog@E")));
    }

    @Test
    void anUnreliableCopyThatIsDatedBackDoesNotSpeakForTheStory() {
        assertEquals(
                Assurance.CORROBORATED,
                assurance(
                        said("a", "is seizes", "2014-06-10", "wire"),
                        nearCopyOf(
                                "a", published("2014-06-10T01:00:00Z", said("b", "is seizes", "2014-06-10", "blog@E"))),
                        said("c", "is seizes", "2014-06-10", "post")));
    }

    @Test
    void retakingByTheBaselineHolderIsNoChangeOfHands() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-14: held government-of-iq CLAIMED taken
                """, said("a", "iraq regains", "2014-06-14", "wire:military statement"));
    }

    @Test
    void withdrawalLeavesNobodyAndTheNextTakingIsConfirmedByIt() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-09: unknown CONFIRMED left
                2014-06-10: held islamic-state CONFIRMED taken
                """, said("a", "iraq leaves", "2014-06-09", "wire"), said("b", "is seizes", "2014-06-10", "post"));
    }

    @Test
    void aDeniedWithdrawalDoesNotHappen() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held government-of-iq CLAIMED held
                """,
                said("a", "iraq leaves", "2014-06-09", "wire"),
                said("b", "not iraq leaves", "2014-06-10", "post:iraq"));
    }

    @Test
    void anExactDayDatesATakingOfTheWeek() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CORROBORATED taken
                """,
                published("2014-06-16T15:30:00Z", said("a", "is seizes", "2014-06-09/WEEK", "wire")),
                said("b", "is seizes", "2014-06-10", "post"));
    }

    @Test
    void describedHoldersAreNamedLater() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: held islamic-state CLAIMED taken
                2014-06-12: held islamic-state CORROBORATED taken
                """, said("a", "militants seizes", "2014-06-10", "wire"), said("b", "is seizes", "2014-06-12", "post"));
    }

    @Test
    void fightingInsideContestsAndCalmsAfterThirtyDays() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: contested government-of-iq CLAIMED fought-over fighting
                2014-07-10: contested government-of-iq CLAIMED fought-over
                2014-08-01: held government-of-iq CLAIMED held-after-contest
                """,
                said("a", "clash", "2014-06-10", "wire"),
                said("b", "clash SURROUNDINGS", "2014-07-01", "wire"),
                said("c", "iraq holds", "2014-08-01", "post"));
    }

    @Test
    void aTakenPartDividesThePlaceAndLeavingItEndsThat() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2014-06-10: contested government-of-iq(MOST) islamic-state(PART) CLAIMED taken-in-part
                2014-06-20: held government-of-iq CONFIRMED admitted
                """, said("a", "is seizes PART", "2014-06-10", "wire"), said("b", "is leaves", "2014-06-20", "post"));
    }

    @Test
    void strikesChangeNothing() {
        holds("always: held government-of-iq BASELINE baseline\n", said("a", "iraq strikes", "2014-06-10", "wire"));
    }

    @Test
    void withinADayTheLaterPublicationWins() {
        holds(
                """
                always: held government-of-iq BASELINE baseline
                2014-06-10: held government-of-iq CLAIMED taken
                """,
                published("2014-06-10T09:00:00Z", said("a", "is seizes", "2014-06-10", "wire")),
                published("2014-06-10T18:00:00Z", said("b", "iraq regains", "2014-06-10", "post")));
    }

    @Test
    void twoIndependentStatementsThatAnotherHoldsItCountButOneDoesNot() {
        holds("""
                always: held government-of-iq BASELINE baseline
                2015-01-05: held islamic-state CORROBORATED said-to-hold
                """, said("a", "is holds", "2015-01-01", "wire"), said("b", "is holds", "2015-01-05", "post"));
        holds("always: held government-of-iq BASELINE baseline\n", said("a", "is holds", "2015-01-01", "wire"));
    }

    private static Assurance assurance(Evidence... evidence) {
        return timelineOf(List.of(evidence)).last().assurance();
    }

    private static void holds(String expected, Evidence... evidence) {
        assertEquals(expected, Said.inWords(timelineOf(List.of(evidence))));
    }
}
