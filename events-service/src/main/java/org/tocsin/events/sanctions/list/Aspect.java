package org.tocsin.events.sanctions.list;

/** What of an entry was amended. */
public enum Aspect {
    /** The primary name. */
    NAME,
    ALIAS,
    PROGRAMME,
    /** What the entry is cited by, here or at the United Nations. */
    REFERENCE,
    REMARK,
    OTHER
}
