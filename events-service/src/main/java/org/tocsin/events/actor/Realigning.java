package org.tocsin.events.actor;

import java.time.Instant;

/** Who must think again when actors stand on other sides than before. */
public interface Realigning {
    /** Called in the transaction in which the merge is made or withdrawn. */
    void realigned(Alignment before, Alignment after, String merge, Instant at);
}
