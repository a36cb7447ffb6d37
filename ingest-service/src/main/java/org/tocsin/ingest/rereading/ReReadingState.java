package org.tocsin.ingest.rereading;

/** How far a re-reading has come. */
enum ReReadingState {
    /** Its reports are being found and read; nothing changes. */
    RUNNING,
    /** All are read; what would change can be looked at and applied. */
    PREVIEWED,
    /** One report after the other is switched to its new reading. */
    APPLYING,
    APPLIED,
    /** By a person, or because it was not applied for a long time. What was applied before stays so. */
    CANCELLED
}
