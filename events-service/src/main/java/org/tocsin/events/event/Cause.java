package org.tocsin.events.event;

import java.time.Instant;

/**
 * Why beliefs changed.
 *
 * @param type {@code event} for one that was stored, {@code withdrawal} for one that is no longer said, {@code grade} for a publisher's,
 *     {@code copy} for a report that is a near copy of another one than before, or of none,
 *     {@code decision} for one that was made, withdrawn or expired, {@code merge} for two actors that were merged, or no longer are,
 *     {@code baseline} for other baseline holders, {@code rules} for a rebuild, {@code list-version} for one of a sanctions list that came in force
 * @param id of the event, of the grade as {@code <publisher>@<time>}, of the copy as {@code <report>@<time>}, of the decision that was
 *     made, and as {@code <decision>@<time>} of the one that was withdrawn or expired then, of the merge as {@code <id>@<time>}, of
 *     the rules as {@code <version>@<time>}; of baselines the time; of a version as {@code <list>/<number>}
 */
public record Cause(String type, String id) {
    public static Cause event(String id) {
        return new Cause("event", id);
    }

    static Cause copy(String report, Instant at) {
        return new Cause("copy", report + "@" + at);
    }

    /** @param time when the actors were merged, or the merge withdrawn */
    public static Cause merge(String id, Instant time) {
        return new Cause("merge", id + "@" + time);
    }

    public static Cause baseline(Instant time) {
        return new Cause("baseline", time.toString());
    }

    /** @param at when the version was put in force, or a rebuild with it was applied */
    public static Cause rules(String version, Instant at) {
        return new Cause("rules", version + "@" + at);
    }

    public static Cause listVersion(String list, int number) {
        return new Cause("list-version", list + "/" + number);
    }

    public static Cause withdrawal(String id) {
        return new Cause("withdrawal", id);
    }

    public static Cause decision(String id) {
        return new Cause("decision", id);
    }

    /** Of a decision that was withdrawn or expired. */
    public static Cause decisionEnded(String id, Instant at) {
        return new Cause("decision", id + "@" + at);
    }
}
