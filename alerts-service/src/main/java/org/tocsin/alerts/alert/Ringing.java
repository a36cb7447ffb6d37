package org.tocsin.alerts.alert;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.Change;
import org.tocsin.alerts.change.ChangeKind;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.change.Message;

/**
 * Who is told of a change, and how. Pure: what was told before is in the memory that it is given, and added to.
 *
 * <ul>
 *   <li>Whoever was told of a change is told of all that takes it further or back, whatever the filter says by then.
 *   <li>Else a change is told that fits the filter, is recorded after the subscription was made, is current and live (unless the past is
 *       included), and whose state is as sure as asked for; as an alert also when it only makes an untold state that sure.
 * </ul>
 */
final class Ringing {
    private Ringing() {}

    static List<NewAlert> alertsOf(ChangePage.Item item, List<Watch> watches, Memory memory) {
        Change change = item.change();
        Optional<Known> before = memory.before(change);
        String root = memory.add(change).root();
        List<NewAlert> alerts = watches.stream()
                .filter(watch -> !memory.isDone(watch.subscription(), change.id()))
                .flatMap(watch -> alertFor(watch, item, root, before, memory).stream())
                .toList();
        alerts.forEach(alert -> memory.told(alert.watch().subscription(), change.id(), root, alert.id()));
        return alerts;
    }

    private static Optional<NewAlert> alertFor(
            Watch watch, ChangePage.Item item, String root, Optional<Known> before, Memory memory) {
        Change change = item.change();
        Message message = ChangeKind.messageOf(change.kind());
        List<UUID> told = memory.alertsAbout(watch.subscription(), root);
        if (message != Message.ALERT && !told.isEmpty()) {
            return Optional.of(new NewAlert(watch, item, root, message, told));
        }
        Optional<NewAlert> fresh = freshAlertFor(watch, item, root, before, told);
        // A taking that turns into a contest, or back: news for who wants such, an update for who was told of what it
        // was.
        return fresh.isEmpty() && !told.isEmpty()
                ? Optional.of(new NewAlert(watch, item, root, Message.UPDATE, told))
                : fresh;
    }

    private static Optional<NewAlert> freshAlertFor(
            Watch watch, ChangePage.Item item, String root, Optional<Known> before, List<UUID> told) {
        Change change = item.change();
        Message message = ChangeKind.messageOf(change.kind());
        boolean firstReached = message == Message.UPDATE && rises(change, watch.minimumAssurance());
        if (!change.recordedAt().isAfter(watch.createdAt())
                || !(watch.includePast() || (change.current() && change.live()))
                || !isReached(change, watch.minimumAssurance())
                || !Matching.fits(watch.filter(), change, firstReached ? stateOf(change, before) : Optional.empty())) {
            return Optional.empty();
        }
        return Optional.of(new NewAlert(watch, item, root, firstReached ? Message.ALERT : message, told));
    }

    /** A change without a state, of an actor, is as sure as its list. */
    private static boolean isReached(Change change, Assurance threshold) {
        return change.after() == null || change.after().assurance().reaches(threshold);
    }

    private static boolean rises(Change change, Assurance threshold) {
        return change.before() != null && !change.before().assurance().reaches(threshold);
    }

    /** What made the state; when nobody remembers, a taking or a contest, as the state itself says. */
    private static Optional<Known> stateOf(Change change, Optional<Known> before) {
        if (before.isPresent() && !before.get().kind().isEmpty()) {
            return before;
        }
        String state = change.after() == null ? "" : change.after().state();
        return Optional.of(new Known(
                change.id(), change.id(), state.equals("CONTESTED") ? "CONTESTED" : "CHANGED_HANDS", null, null));
    }
}
