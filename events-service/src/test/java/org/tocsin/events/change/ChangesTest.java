package org.tocsin.events.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.control.Said.said;
import static org.tocsin.events.control.Said.timelineOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Decision;
import org.tocsin.events.control.Evidence;
import org.tocsin.events.control.Recorded;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.control.Said;
import org.tocsin.events.control.State;
import org.tocsin.events.control.Timeline;
import org.tocsin.events.control.Timelines;

class ChangesTest {
    private static final Evidence TAKEN = said("a", "is seizes", "2014-06-10", "wire");
    private static final Evidence TAKEN_TOO = said("b", "is seizes", "2014-06-10", "post");
    private static final Evidence DENIED = said("c", "not is seized", "2014-06-11", "herald:iraq");
    private static final Evidence REGAINED = said("d", "iraq regains", "2017-07-10", "wire");

    @Test
    void aTakingChangesHands() {
        changes(
                List.of(),
                List.of(TAKEN),
                "2014-06-10 CHANGED_HANDS government-of-iq -> islamic-state CLAIMED current");
    }

    @Test
    void theSameAgainChangesNothing() {
        changes(List.of(TAKEN), List.of(TAKEN));
    }

    @Test
    void aClaimWithItsDenialIsContestedOnly() {
        changes(
                List.of(),
                List.of(TAKEN, DENIED),
                "2014-06-10 CONTESTED government-of-iq -> islamic-state CLAIMED current");
    }

    @Test
    void aDenialThatComesLaterRevisesTheChangeOfHands() {
        changes(
                List.of(TAKEN),
                List.of(TAKEN, DENIED),
                "2014-06-10 CONTESTED government-of-iq -> islamic-state CLAIMED current revises CHANGED_HANDS 2014-06-10");
    }

    @Test
    void aSecondSourceMakesItSurer() {
        changes(
                List.of(TAKEN),
                List.of(TAKEN, TAKEN_TOO),
                "2014-06-10 ASSURANCE_CHANGED islamic-state -> islamic-state CORROBORATED current");
    }

    @Test
    void aWithdrawnReportTakesItsChangeBack() {
        changes(
                List.of(TAKEN),
                List.of(),
                "2014-06-10 RETRACTED islamic-state -> government-of-iq BASELINE current revises CHANGED_HANDS 2014-06-10");
    }

    @Test
    void anEarlierDayCorrectsTheChange() {
        changes(
                List.of(TAKEN),
                List.of(TAKEN, said("e", "is seizes", "2014-06-09", "post")),
                "2014-06-09 CORRECTED government-of-iq -> islamic-state CLAIMED current revises CHANGED_HANDS 2014-06-10",
                "2014-06-10 ASSURANCE_CHANGED islamic-state -> islamic-state CORROBORATED current");
    }

    @Test
    void anotherHolderCorrectsTheChange() {
        changes(
                List.of(said("f", "krg seizes", "2014-06-10", "post")),
                List.of(TAKEN),
                "2014-06-10 CORRECTED government-of-iq -> islamic-state CLAIMED current revises CHANGED_HANDS 2014-06-10");
    }

    @Test
    void militantsAreNamed() {
        changes(
                List.of(said("g", "militants seizes", "2014-06-10", "post")),
                List.of(said("g", "militants seizes", "2014-06-10", "post"), TAKEN),
                "2014-06-10 HOLDER_NAMED ~militants -> islamic-state CORROBORATED current revises CHANGED_HANDS 2014-06-10");
    }

    @Test
    void historyThatLeavesTheHolderOfTodayIsNotCurrent() {
        changes(
                List.of(REGAINED),
                List.of(TAKEN, REGAINED),
                "2014-06-10 CHANGED_HANDS government-of-iq -> islamic-state CLAIMED",
                "2017-07-10 CHANGED_HANDS islamic-state -> government-of-iq CLAIMED");
    }

    @Test
    void aContestIsDecided() {
        List<Evidence> contested = List.of(TAKEN, DENIED);
        changes(
                contested,
                List.of(TAKEN, DENIED, said("h", "is seizes", "2014-06-20", "post")),
                "2014-06-20 CHANGED_HANDS government-of-iq -> islamic-state CLAIMED current");
        changes(
                contested,
                List.of(TAKEN, DENIED, said("i", "iraq regains", "2014-06-20", "post")),
                "2014-06-20 HELD_AFTER_ALL government-of-iq -> government-of-iq CLAIMED current");
    }

    @Test
    void whenADecisionForOneSideOfAContestEndsTheOtherSideContestsIt() {
        Decision decision = new Decision(
                "d",
                State.HELD,
                Said.IS,
                null,
                List.of(),
                LocalDate.parse("2014-06-10"),
                LocalDate.parse("2014-06-20"),
                Instant.parse("2014-06-16T12:00:00Z"));
        Recorded decided = new Recorded(List.of(TAKEN, DENIED), List.of(decision), Said.IRAQ, Recorded.Allies.NONE);
        assertEquals(
                """
                2014-06-10 CHANGED_HANDS government-of-iq -> islamic-state CONFIRMED revises CONTESTED 2014-06-10
                2014-06-20 CONTESTED islamic-state -> government-of-iq CLAIMED""", inWords(timelineOf(List.of(TAKEN, DENIED)), Timelines.timelineOf(decided, RulesVersion.NEWEST)));
    }

    @Test
    void aLeavingLeavesNobody() {
        changes(
                List.of(),
                List.of(said("j", "iraq leaves", "2014-06-10", "wire:iraq")),
                "2014-06-10 CHANGED_HANDS government-of-iq -> nobody CONFIRMED current");
    }

    @Test
    void retakingByTheBaselineHolderOnlyMakesItSurer() {
        changes(
                List.of(),
                List.of(REGAINED),
                "2017-07-10 ASSURANCE_CHANGED government-of-iq -> government-of-iq CLAIMED current");
    }

    @Test
    void whatIsKnownAtOnceIsToldAsItGrew() {
        changes(
                List.of(),
                List.of(TAKEN, said("k", "is seizes", "2014-06-12", "post")),
                "2014-06-10 CHANGED_HANDS government-of-iq -> islamic-state CLAIMED current",
                "2014-06-12 ASSURANCE_CHANGED islamic-state -> islamic-state CORROBORATED current");
    }

    @Test
    void anotherBaselineHolderCorrectsFromWhomThePlaceWasTaken() {
        rebased(
                List.of(TAKEN, REGAINED),
                Said.IRAQ,
                Said.KRG,
                "2014-06-10 CORRECTED kurdistan-regional-government -> islamic-state CLAIMED revises CHANGED_HANDS 2014-06-10");
        rebased(
                List.of(TAKEN),
                Said.IRAQ,
                null,
                "2014-06-10 CORRECTED nobody -> islamic-state CLAIMED current revises CHANGED_HANDS 2014-06-10");
    }

    @Test
    void whoHeldThePlaceFromTheBeginningDidNotTakeIt() {
        rebased(
                List.of(TAKEN),
                Said.IRAQ,
                Said.IS,
                "2014-06-10 RETRACTED islamic-state -> islamic-state CLAIMED revises CHANGED_HANDS 2014-06-10");
        rebased(
                List.of(TAKEN),
                Said.IS,
                Said.IRAQ,
                "2014-06-10 CHANGED_HANDS government-of-iq -> islamic-state CLAIMED");
    }

    @Test
    void anotherBaselineHolderIsToldWhereSomethingWasRecordedOfOne() {
        Evidence held = said("g", "iraq holds", "2014-06-10", "wire");
        rebased(
                List.of(held),
                Said.IRAQ,
                Said.KRG,
                "2014-06-10 CORRECTED government-of-iq -> kurdistan-regional-government BASELINE current");
        rebased(
                List.of(held),
                Said.KRG,
                Said.IRAQ,
                "2014-06-10 CORRECTED kurdistan-regional-government -> government-of-iq CLAIMED current");
        rebased(
                List.of(held, said("h", "is seizes", "2014-06-20", "wire")),
                Said.IRAQ,
                Said.KRG,
                "2014-06-10 CORRECTED government-of-iq -> kurdistan-regional-government BASELINE",
                "2014-06-20 CORRECTED kurdistan-regional-government -> islamic-state CLAIMED current revises CHANGED_HANDS 2014-06-20");
        rebased(List.of(held), Said.IRAQ, null, "2014-06-10 CHANGED_HANDS nobody -> government-of-iq CLAIMED");
    }

    @Test
    void whereNothingIsRecordedAnotherBaselineHolderIsNoChange() {
        rebased(List.of(), Said.IRAQ, Said.KRG);
        rebased(List.of(), Said.IRAQ, null);
    }

    private static void rebased(
            List<Evidence> evidence, @Nullable Party before, @Nullable Party after, String... expected) {
        assertEquals(
                String.join("\n", expected),
                inWords(
                        Timelines.timelineOf(Recorded.reports(evidence, before), RulesVersion.NEWEST),
                        Timelines.timelineOf(Recorded.reports(evidence, after), RulesVersion.NEWEST)));
    }

    private static void changes(List<Evidence> before, List<Evidence> after, String... expected) {
        assertEquals(String.join("\n", expected), inWords(timelineOf(before), timelineOf(after)));
    }

    private static String inWords(Timeline before, Timeline after) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : Changes.changesBetween(before, after)) {
            lines.add(difference.validFrom() + " " + difference.kind() + " " + Said.name(difference.from()) + " -> "
                    + Said.name(difference.to()) + " " + difference.after().assurance()
                    + (difference.current() ? " current" : "")
                    + (difference.revised() == null
                            ? ""
                            : " revises " + difference.revised().kind() + " "
                                    + difference.revised().day()));
        }
        return String.join("\n", lines);
    }
}
