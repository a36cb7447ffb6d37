package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.Message;

/** One city, held back and looked at again: A holds it, B and C take it. */
class StillHoldsTest {
    private final List<StillHolds.Told> lane = new ArrayList<>();

    @Test
    void aTakingThatStillHoldsIsTold() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        assertEquals(Set.of(1), told("B"));
    }

    @Test
    void ofSeveralTakingsOnlyTheLastIsTold() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        held(2, Message.ALERT, "CHANGED_HANDS", "B", "C");
        assertEquals(Set.of(2), told("C"));
    }

    @Test
    void aTakingThatWasUndoneIsNotTold() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        held(2, Message.ALERT, "CHANGED_HANDS", "B", "A");
        assertEquals(Set.of(), told("A"));
    }

    @Test
    void whatGoesWithoutSayingIsNoNewsWhenItHoldsAgain() {
        add(1, Message.ALERT, "CHANGED_HANDS", "A", "B", "BASELINE", "CLAIMED", true, true);
        held(2, Message.ALERT, "CHANGED_HANDS", "B", "A");
        assertEquals(Set.of(), told("A"));
    }

    @Test
    void whatWentWithoutSayingIsNewsWhenItIsSaid() {
        add(1, Message.ALERT, "ASSURANCE_CHANGED", "A", "A", "BASELINE", "CLAIMED", true, true);
        assertEquals(Set.of(1), told("A"));
    }

    @Test
    void aTakingThatWasTakenBackIsNotTold() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        held(2, Message.CANCEL, "RETRACTED", "B", "A");
        assertEquals(Set.of(), told("A"));
    }

    @Test
    void whenTheLastOfTwoTakingsWasTakenBackTheFirstIsTold() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        held(2, Message.ALERT, "CHANGED_HANDS", "B", "C");
        held(3, Message.CANCEL, "RETRACTED", "C", "B");
        assertEquals(Set.of(1), told("B"));
    }

    @Test
    void aTakingThatBecameSurerIsToldAsSureAsItIs() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        add(2, Message.UPDATE, "ASSURANCE_CHANGED", "B", "B", "CLAIMED", "CONFIRMED", true, true);
        assertEquals(Set.of(2), told("B"));
    }

    @Test
    void aTakingThatIsNotSureEnoughAnyMoreIsNotTold() {
        add(1, Message.ALERT, "CHANGED_HANDS", "A", "B", "BASELINE", "CORROBORATED", true, true);
        add(2, Message.UPDATE, "ASSURANCE_CHANGED", "B", "B", "CORROBORATED", "CLAIMED", true, true);
        assertEquals(Set.of(), StillHolds.of(lane, control("B", "CLAIMED"), Assurance.CORROBORATED));
    }

    @Test
    void aStateThatBecameSureEnoughIsTold() {
        add(1, Message.ALERT, "ASSURANCE_CHANGED", "B", "B", "CLAIMED", "CORROBORATED", true, true);
        assertEquals(Set.of(id(1)), StillHolds.of(lane, control("B", "CORROBORATED"), Assurance.CORROBORATED));
    }

    @Test
    void aTakingThatSomethingUntoldUndidIsNotTold() {
        // The subscriber asks only for takings by B.
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        assertEquals(Set.of(), told("A"));
    }

    @Test
    void whatWasSentMeanwhileIsNotToldAgain() {
        held(1, Message.ALERT, "CONTESTED", "A", "B");
        sent(2, Message.ALERT, "CHANGED_HANDS", "A", "C");
        assertEquals(Set.of(), told("C"));
    }

    @Test
    void anUpdateThatWentThroughDoesNotHideWhatWasHeld() {
        held(1, Message.ALERT, "CHANGED_HANDS", "B", "C");
        add(2, Message.UPDATE, "CORRECTED", "A", "B", "CLAIMED", "CLAIMED", false, false);
        assertEquals(Set.of(1), told("C"));
    }

    @Test
    void thePastIsToldStoryByStory() {
        add(1, Message.ALERT, "CHANGED_HANDS", "A", "B", "CLAIMED", "CLAIMED", false, true);
        add(2, Message.ALERT, "CHANGED_HANDS", "B", "C", "CLAIMED", "CLAIMED", false, true);
        lane.add(new StillHolds.Told(
                id(3), Message.CANCEL, "root-1", change("RETRACTED", "B", "A", "CLAIMED", "CLAIMED", false), true));
        assertEquals(Set.of(2), told("A"));
    }

    @Test
    void withoutKnowingWhatHoldsTheLastWordCounts() {
        held(1, Message.ALERT, "CHANGED_HANDS", "A", "B");
        assertEquals(Set.of(id(1)), StillHolds.of(lane, null, Assurance.CLAIMED));
    }

    private Set<Integer> told(String holderNow) {
        Set<Integer> numbers = new TreeSet<>();
        StillHolds.of(lane, control(holderNow, "CLAIMED"), Assurance.CLAIMED)
                .forEach(id -> numbers.add((int) id.getLeastSignificantBits()));
        return numbers;
    }

    private void held(int number, Message message, String kind, String from, String to) {
        add(number, message, kind, from, to, "CLAIMED", "CLAIMED", true, true);
    }

    private void sent(int number, Message message, String kind, String from, String to) {
        add(number, message, kind, from, to, "CLAIMED", "CLAIMED", true, false);
    }

    private void add(
            int number,
            Message message,
            String kind,
            String from,
            String to,
            String before,
            String after,
            boolean current,
            boolean held) {
        lane.add(new StillHolds.Told(
                id(number), message, "root-" + number, change(kind, from, to, before, after, current), held));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Change change(String kind, String from, String to, String before, String after, boolean current) {
        return Examples.item(json -> {
                    json.put("kind", kind).put("current", current);
                    Examples.assurance(json, before, after);
                    holder(json, "before", from);
                    holder(json, "after", to);
                })
                .change();
    }

    private static Change.@Nullable Control control(String holder, String assurance) {
        return change("CHANGED_HANDS", "Z", holder, "CLAIMED", assurance, true).after();
    }

    private static void holder(ObjectNode change, String side, String actor) {
        ((ObjectNode) change.path(side).path("holder")).put("id", actor).put("name", actor);
    }
}
