package org.tocsin.events.decision;

import java.time.Instant;
import org.tocsin.events.event.Cause;

/** Who thinks again about a place when a decision on it expires. */
public interface Expiries {
    /** Called in the transaction in which the decision is made. */
    void expect(String place, Instant at, Cause cause);
}
