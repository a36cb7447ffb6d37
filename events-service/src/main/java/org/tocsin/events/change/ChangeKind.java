package org.tocsin.events.change;

/** What kind of difference a change is. */
public enum ChangeKind {
    /** Another holder, or none that is known. */
    CHANGED_HANDS,
    /** Held or unknown before, contested now. */
    CONTESTED,
    /** Contested, and then held by who held it before. */
    HELD_AFTER_ALL,
    /** A holder that was only described turned out to be a named one; it did not change hands. */
    HOLDER_NAMED,
    /** The same state, surer or less sure. */
    ASSURANCE_CHANGED,
    /** An earlier change was otherwise. */
    CORRECTED,
    /** An earlier change did not happen. */
    RETRACTED,
    /** A version of a sanctions list lists, delists or amends an actor. */
    SANCTIONS_CHANGED
}
