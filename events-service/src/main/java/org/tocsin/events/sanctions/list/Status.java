package org.tocsin.events.sanctions.list;

/** What became of a version. */
public enum Status {
    /** Kept, and not read yet. */
    RECEIVED,
    /** Taken: the list from its day until the day of the next. */
    IN_FORCE,
    /** Kept, but not taken; the version before it stays in force. */
    QUARANTINED
}
