package org.tocsin.alerts.change;

/** How sure a state of control is, from least to most. */
public enum Assurance {
    BASELINE,
    CLAIMED,
    CORROBORATED,
    CONFIRMED;

    public boolean reaches(Assurance threshold) {
        return compareTo(threshold) >= 0;
    }
}
