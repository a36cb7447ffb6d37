package org.tocsin.events.change;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.InWords;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.EventView;

/** Changes in sentences that a person can read. */
final class ChangeWords {
    private ChangeWords() {}

    /** What changed, by which rule, how many say so and how sure that is. */
    static String of(ChangeView change, String rule, List<EventView> supporting, List<EventView> against) {
        if (change.kind() == ChangeKind.SANCTIONS_CHANGED) {
            return sentence(change);
        }
        return sentence(change) + (rule.isEmpty() ? "" : " " + InWords.rule(rule))
                + " For it: " + counted(supporting) + "; against it: " + counted(against) + "."
                + (change.after() == null
                        ? ""
                        : " Assurance: " + change.after().assurance().name().toLowerCase(Locale.ROOT) + ".");
    }

    /** {@code Mosul: changed hands from Government of Iraq to Islamic State from 2014-06-10 on.} */
    static String sentence(ChangeView change) {
        return subject(change) + what(change) + " from " + change.validFrom() + " on.";
    }

    /** What the change is about, with a colon; empty where it is about nothing known. */
    static String subject(ChangeView change) {
        if (change.place() != null) {
            return change.place().name() + ": ";
        }
        return change.actor() == null ? "" : change.actor().name() + ": ";
    }

    /** {@code changed hands from Government of Iraq to Islamic State}. */
    static String what(ChangeView change) {
        String from = name(change.from());
        String to = name(change.to());
        return switch (change.kind()) {
            case CHANGED_HANDS -> "changed hands from " + from + " to " + to;
            case CONTESTED -> "held by " + from + " before, contested by " + to;
            case HELD_AFTER_ALL -> "contested before, held by " + to + " after all";
            case HOLDER_NAMED -> "the holder known as " + from + " is " + to + "; so";
            case ASSURANCE_CHANGED -> "the same state, surer or less sure than before,";
            case CORRECTED -> "an earlier change was otherwise: from " + from + " to " + to;
            case RETRACTED -> "an earlier change to " + from + " did not happen; held by " + to;
            case SANCTIONS_CHANGED ->
                change.sanctions() == null ? "a sanctions list changed" : SanctionsWords.what(change.sanctions());
        };
    }

    /** What a change of this kind means. */
    static String kind(ChangeKind kind) {
        return switch (kind) {
            case CHANGED_HANDS -> "another holder, or none that is known";
            case CONTESTED -> "held or unknown before, contested now";
            case HELD_AFTER_ALL -> "contested, and then held by who held it before";
            case HOLDER_NAMED ->
                "a holder that was only described turned out to be a named one; it did not change hands";
            case ASSURANCE_CHANGED -> "the same state, surer or less sure";
            case CORRECTED -> "an earlier change was otherwise";
            case RETRACTED -> "an earlier change did not happen";
            case SANCTIONS_CHANGED -> "a sanctions list lists, delists or amends the actor; not a change of hands";
        };
    }

    /** Why beliefs changed. */
    static String cause(Cause cause) {
        return switch (cause.type()) {
            case "event" -> "An event was stored.";
            case "withdrawal" -> "A report no longer says an event.";
            case "grade" -> "The grade of a publisher changed.";
            case "copy" -> "A report became a near copy of another one than before, or of none.";
            case "list-version" -> "A version of a sanctions list came into force.";
            default -> "A " + cause.type().replace('-', ' ') + ".";
        };
    }

    private static String counted(List<EventView> events) {
        long publishers = events.stream()
                .map(event -> event.report().publisher())
                .distinct()
                .count();
        return events.size()
                + (events.size() == 1 ? " event of " : " events of ")
                + publishers
                + (publishers == 1 ? " publisher" : " publishers");
    }

    static String name(@Nullable Party party) {
        return party == null ? "nobody known" : party.name();
    }
}
