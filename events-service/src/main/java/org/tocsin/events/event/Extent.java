package org.tocsin.events.event;

/** How much of the place an event is about. */
public enum Extent {
    WHOLE,
    MOST,
    PART,
    /** An airport, base or headquarters. */
    FACILITY,
    SURROUNDINGS;

    /** True when the holder of this much is the holder of the place. */
    public boolean decidesPlace() {
        return this == WHOLE || this == MOST;
    }

    /** True when it is a part of the place and not the place. */
    public boolean isPart() {
        return this == PART || this == FACILITY;
    }
}
