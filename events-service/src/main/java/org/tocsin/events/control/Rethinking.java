package org.tocsin.events.control;

import java.util.Collection;
import org.tocsin.events.event.Cause;

/** Who thinks again about places for another cause than an event. */
public interface Rethinking {
    /** Notes the places in the caller's transaction; they are thought about soon after it. */
    void later(Collection<String> places, Cause cause);
}
