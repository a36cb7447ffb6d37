package org.tocsin.events.control;

/** How sure a state of control is, from least to most. */
public enum Assurance {
    /** Nothing but the baseline says so. */
    BASELINE,
    /** One source, or only a party to the fight, says so. */
    CLAIMED,
    /** Two or more independent sources say so. */
    CORROBORATED,
    /** Who had an interest in denying it says so. */
    CONFIRMED
}
