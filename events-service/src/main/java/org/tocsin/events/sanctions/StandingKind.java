package org.tocsin.events.sanctions;

/** How an actor can stand on a list on a day. */
public enum StandingKind {
    /** An entry that is the actor was on the list. */
    LISTED,
    /** An entry that is the actor had been on the list and was no more. */
    WAS_LISTED,
    /** The actor was not on the list, but what it is part of, a part of it, or one who leads it was. */
    LINKED_ONLY,
    NOT_LISTED,
    /** An entry bore the actor's name, and nobody has decided yet whether it is the actor. */
    AMBIGUOUS,
    /** What is kept of the list does not tell: it was never loaded, or is too old, or does not say since when. */
    UNKNOWN
}
