package org.tocsin.alerts.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.subscription.Filter;

class RingingTest {
    private final Memory memory = new Memory();

    @Test
    void aChangeThatFitsIsAnAlert() {
        assertEquals(List.of("ALERT []"), ring(watch(Assurance.CLAIMED), taken("a", "CLAIMED")));
    }

    @Test
    void aChangeFromBeforeTheSubscriptionIsNotTold() {
        assertEquals(
                List.of(),
                ring(watch(Assurance.CLAIMED), change("a", c -> c.put("recordedAt", "2026-10-31T00:00:00Z"))));
        assertEquals(
                List.of(),
                ring(watch(Assurance.CLAIMED), change("b", c -> c.put("recordedAt", Examples.BEFORE.toString()))));
    }

    @Test
    void historyIsToldOnlyToWhomIncludesThePast() {
        Watch past = Examples.watch(Filter.ALL, Assurance.CLAIMED, true);
        for (String flag : new String[] {"current", "live"}) {
            assertEquals(List.of(), ring(watch(Assurance.CLAIMED), change("no-" + flag, c -> c.put(flag, false))));
            assertEquals(List.of("ALERT []"), ring(past, change("yes-" + flag, c -> c.put(flag, false))));
        }
    }

    @Test
    void theSameChangeIsToldOnce() {
        assertEquals(1, ring(watch(Assurance.CLAIMED), taken("a", "CLAIMED")).size());
        assertEquals(List.of(), ring(watch(Assurance.CLAIMED), taken("a", "CLAIMED")));
    }

    @Test
    void aStateThatIsNotSureEnoughIsNotTold() {
        assertEquals(List.of(), ring(watch(Assurance.CORROBORATED), taken("a", "CLAIMED")));
        assertEquals(List.of("ALERT []"), ring(watch(Assurance.CORROBORATED), taken("b", "CONFIRMED")));
    }

    @Test
    void aStateThatBecomesSureEnoughIsAnAlertThoughOnlyItsAssuranceChanged() {
        Watch watch = watch(Assurance.CORROBORATED);
        assertEquals(List.of(), ring(watch, taken("a", "CLAIMED")));
        assertEquals(List.of("ALERT []"), ring(watch, surer("b", "CLAIMED", "CORROBORATED")));
        assertEquals(List.of("UPDATE [b]"), ring(watch, surer("c", "CORROBORATED", "CONFIRMED")));
    }

    @Test
    void aStateThatBecomesSureEnoughFitsAFilterForWhatMadeIt() {
        Filter filter = Examples.filter(
                "{\"kinds\":[\"CHANGED_HANDS\"],\"from\":[\"government-of-iq\"],\"to\":[\"islamic-state\"]}");
        Watch watch = Examples.watch(filter, Assurance.CORROBORATED, false);
        assertEquals(List.of(), ring(watch, taken("a", "CLAIMED")));
        assertEquals(List.of("ALERT []"), ring(watch, surer("b", "CLAIMED", "CORROBORATED")));
    }

    @Test
    void whoWasToldIsToldEveryUpdateAndCancelWhateverItsFilterSays() {
        Watch told = watch(Assurance.CLAIMED);
        ring(told, taken("a", "CLAIMED"));
        Watch now = Examples.watch(Examples.filter("{\"countries\":[\"FR\"]}"), Assurance.CONFIRMED, false);
        assertEquals(List.of("UPDATE [a]"), ring(now, surer("b", "CLAIMED", "BASELINE")));
        assertEquals(List.of("UPDATE [a, b]"), ring(now, revision("c", "CORRECTED", "a")));
        assertEquals(List.of("CANCEL [a, b, c]"), ring(now, change("d", c -> {
            c.put("kind", "RETRACTED").put("revises", "c").put("live", false).put("current", false);
        })));
    }

    @Test
    void whoWasNotToldIsNotToldOfWhatIsNotSureEnough() {
        Watch watch = watch(Assurance.CORROBORATED);
        ring(watch, taken("a", "CLAIMED"));
        assertEquals(List.of(), ring(watch, surer("b", "CLAIMED", "BASELINE")));
        assertEquals(List.of(), ring(watch, revision("c", "RETRACTED", "a")));
    }

    @Test
    void aTakingThatTurnsOutContestedIsAnAlertOrAtLeastAnUpdate() {
        ring(watch(Assurance.CLAIMED), taken("a", "CLAIMED"));
        assertEquals(List.of("ALERT [a]"), ring(watch(Assurance.CLAIMED), revision("b", "CONTESTED", "a")));
        Watch takings = Examples.watch(Examples.filter("{\"kinds\":[\"CHANGED_HANDS\"]}"), Assurance.CLAIMED, false);
        assertEquals(List.of("UPDATE [a, b]"), ring(takings, revision("c", "CONTESTED", "a")));
    }

    @Test
    void anUpdateConcernsWhatMadeThePresentStateAndNotAnOlderAlert() {
        Watch watch = watch(Assurance.CORROBORATED);
        assertEquals(List.of("ALERT []"), ring(watch, taken("a", "CONFIRMED")));
        assertEquals(List.of(), ring(watch, change("b", c -> Examples.assurance(c, "CONFIRMED", "CLAIMED"))));
        assertEquals(List.of("ALERT []"), ring(watch, surer("c", "CLAIMED", "CORROBORATED")));
    }

    @Test
    void afterARetractionAnUpdateDoesNotConcernWhatWasTakenBack() {
        Watch watch = watch(Assurance.CLAIMED);
        ring(watch, taken("a", "CLAIMED"));
        ring(watch, revision("b", "RETRACTED", "a"));
        assertEquals(List.of("ALERT []"), ring(watch, surer("c", "BASELINE", "CLAIMED")));
    }

    @Test
    void aKindThatIsNotKnownYetIsAnUpdate() {
        assertEquals(List.of("UPDATE []"), ring(watch(Assurance.CLAIMED), change("a", c -> {
            c.put("kind", "SOMETHING_NEW");
            Examples.assurance(c, "CLAIMED", "CLAIMED");
        })));
    }

    private static Watch watch(Assurance minimum) {
        return Examples.watch(Filter.ALL, minimum, false);
    }

    private static ChangePage.Item change(String id, Consumer<ObjectNode> differently) {
        return Examples.item(c -> {
            c.put("id", id);
            differently.accept(c);
        });
    }

    private static ChangePage.Item taken(String id, String assurance) {
        return change(id, c -> Examples.assurance(c, "BASELINE", assurance));
    }

    private static ChangePage.Item revision(String id, String kind, String revised) {
        return change(id, c -> {
            c.put("kind", kind).put("revises", revised);
            Examples.assurance(c, "CLAIMED", "CLAIMED");
        });
    }

    private static ChangePage.Item surer(String id, String before, String after) {
        return change(id, c -> {
            c.put("kind", "ASSURANCE_CHANGED");
            c.set("from", c.get("to"));
            Examples.assurance(c, before, after);
        });
    }

    /** The alerts that come of it: the message, and which changes the revised alerts were about. */
    private List<String> ring(Watch watch, ChangePage.Item item) {
        return Ringing.alertsOf(item, List.of(watch), memory).stream()
                .map(alert -> alert.message() + " "
                        + alert.revises().stream()
                                .map(id -> List.of("a", "b", "c", "d").stream()
                                        .filter(change -> NewAlert.idOf(watch.subscription(), change)
                                                .equals(id))
                                        .findFirst()
                                        .orElse("?"))
                                .toList())
                .toList();
    }
}
