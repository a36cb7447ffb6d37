package org.tocsin.ingest.report;

/** How far a report has come. */
public enum ReportStatus {
    /** Stored, waiting to be read. */
    PENDING,
    /** Read; it may have no claims. */
    READ,
    /** Kept, but the reading failed on it; {@code statusReason} says how. */
    UNREADABLE,
    /** Taken back by its sender; none of its claims count. */
    RETRACTED
}
