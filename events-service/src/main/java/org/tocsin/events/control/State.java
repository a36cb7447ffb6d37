package org.tocsin.events.control;

/** What is known of who holds a place. */
public enum State {
    HELD,
    CONTESTED,
    UNKNOWN
}
