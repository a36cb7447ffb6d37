package org.tocsin.events.publisher;

import java.time.Instant;

/** Who must think again when a publisher's grade changes. */
public interface Regrading {
    /** Called in the transaction in which the grade changes. */
    void changed(String publisher, Instant at);
}
