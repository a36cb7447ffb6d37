package org.tocsin.ingest.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether reports that have just come in are at the reader, so that who reads for another reason lets them go first. */
@ApplicationScoped
public class FreshReports {
    private final ReadingQueue queue;
    private final AtomicInteger reading = new AtomicInteger();

    FreshReports(ReadingQueue queue) {
        this.queue = queue;
    }

    void begin() {
        reading.incrementAndGet();
    }

    void end() {
        reading.decrementAndGet();
    }

    /** Whether this replica reads some right now. */
    public boolean areBeingRead() {
        return reading.get() > 0;
    }

    /** Whether some are being read here or wait for any replica. */
    public boolean areThere() {
        return areBeingRead() || queue.isWaiting();
    }
}
