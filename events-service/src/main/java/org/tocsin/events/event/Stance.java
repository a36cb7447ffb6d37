package org.tocsin.events.event;

/** How a report stands to what it tells. */
public enum Stance {
    /** The publisher says so in its own voice. */
    ASSERTED,
    /** Somebody else says so. */
    CLAIMED,
    /** Somebody says that it is not so. */
    DENIED,
    /** Intended, tried, expected or conditional. */
    PLANNED,
    /** Told as background, more than about 30 days before publication. */
    HISTORICAL,
    /** The text itself says that it did not happen. */
    NEGATED;

    /** True when the thing is told as having happened just now. */
    public boolean tellsFact() {
        return this == ASSERTED || this == CLAIMED;
    }
}
