package org.tocsin.events.sanctions.entry;

/** What is listed. OFAC tells no groups from firms: both are an ENTITY. */
public enum EntryKind {
    PERSON,
    ENTITY,
    VESSEL,
    AIRCRAFT
}
