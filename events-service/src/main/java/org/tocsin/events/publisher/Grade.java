package org.tocsin.events.publisher;

/** Reliability of a source on the Admiralty scale (NATO STANAG 2511). */
public enum Grade {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Cannot be judged. */
    F;

    /** Whether a source of this grade can make another's word more certain. */
    public boolean corroborates() {
        return this != E && this != F;
    }
}
