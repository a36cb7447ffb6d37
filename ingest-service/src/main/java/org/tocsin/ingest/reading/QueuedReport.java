package org.tocsin.ingest.reading;

import java.time.Instant;
import java.util.UUID;
import org.tocsin.ingest.claim.Text;

/**
 * A report that a worker has taken to read.
 *
 * @param lease proof that this worker took it
 * @param attempts how often it was taken, this time included
 */
public record QueuedReport(
        UUID id, int revision, UUID lease, int attempts, String title, String text, Instant publishedAt) {
    Text asText() {
        return new Text(title, text, publishedAt);
    }
}
