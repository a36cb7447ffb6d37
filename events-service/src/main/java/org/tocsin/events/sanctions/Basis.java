package org.tocsin.events.sanctions;

/** What a standing is known by. */
public enum Basis {
    /** The version of the list that was in force on the day. */
    VERSION,
    /** The day of listing by the entry's own word; the versions kept are later than the day. */
    LISTING_DATE,
    /** A day of listing or delisting that was decided by hand, because the list's file does not say. */
    DECISION,
    /** The oldest version kept, which is later than the day. */
    OLDEST_VERSION,
    /** Nothing: the list was never loaded. */
    NONE
}
