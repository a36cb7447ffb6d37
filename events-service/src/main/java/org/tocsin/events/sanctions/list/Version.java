package org.tocsin.events.sanctions.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/**
 * A version of a list as it is stored.
 *
 * @param givenAsOf the day that the caller said it is of
 * @param asOf the day from which it is in force, once it was read
 * @param seenOn the last day on which the publisher was seen to give this file
 * @param current whether the caller said that the publisher gives it now
 * @param reader which program read it
 * @param previous the version it was compared with
 */
record Version(
        ListId list,
        int number,
        String sha256,
        long size,
        Status status,
        Instant receivedAt,
        String receivedBy,
        @Nullable LocalDate givenAsOf,
        @Nullable LocalDate asOf,
        @Nullable LocalDate seenOn,
        boolean current,
        @Nullable Instant decidedAt,
        @Nullable Integer entries,
        Set<Part> parts,
        @Nullable Integer reader,
        @Nullable Integer previous,
        @Nullable Integer added,
        @Nullable Integer removed,
        @Nullable Integer amended,
        List<Fault> faults,
        @Nullable Release release,
        int attempts) {
    /** Who took a version out of quarantine, and why. */
    record Release(Instant at, String by, String reason) {}
}
