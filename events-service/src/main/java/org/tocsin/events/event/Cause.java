package org.tocsin.events.event;

/**
 * Why beliefs changed.
 *
 * @param type {@code event} for one that was stored, {@code withdrawal} for one that is no longer said, {@code grade} for a publisher's
 * @param id of the event, or of the grade as {@code <publisher>@<time>}
 */
public record Cause(String type, String id) {
    public static Cause event(String id) {
        return new Cause("event", id);
    }

    public static Cause withdrawal(String id) {
        return new Cause("withdrawal", id);
    }
}
