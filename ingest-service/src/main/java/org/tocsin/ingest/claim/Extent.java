package org.tocsin.ingest.claim;

/** How much of the place a claim speaks of. */
public enum Extent {
    WHOLE,
    MOST,
    PART,
    FACILITY,
    SURROUNDINGS;

    /** True when the holder of this much is the holder of the place. */
    public boolean decidesPlace() {
        return this == WHOLE || this == MOST;
    }
}
