package org.tocsin.events.event;

import java.time.Instant;

/**
 * Why beliefs changed.
 *
 * @param type {@code event} for one that was stored, {@code withdrawal} for one that is no longer said, {@code grade} for a publisher's,
 *     {@code copy} for a report that is a near copy of another one than before, or of none, {@code rules} for a rebuild
 * @param id of the event, of the grade as {@code <publisher>@<time>}, of the copy as {@code <report>@<time>}, of the rules as
 *     {@code <version>@<time>}
 */
public record Cause(String type, String id) {
    public static Cause event(String id) {
        return new Cause("event", id);
    }

    static Cause copy(String report, Instant at) {
        return new Cause("copy", report + "@" + at);
    }

    /** @param at when the version was put in force, or a rebuild with it was applied */
    public static Cause rules(String version, Instant at) {
        return new Cause("rules", version + "@" + at);
    }

    public static Cause withdrawal(String id) {
        return new Cause("withdrawal", id);
    }
}
