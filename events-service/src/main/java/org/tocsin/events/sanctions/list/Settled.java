package org.tocsin.events.sanctions.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.ParsedList;

/**
 * A version on its way to a decision.
 *
 * @param parsed what it says; null when it cannot be read
 */
record Settled(
        Version version,
        Instant at,
        LocalDate asOf,
        @Nullable ParsedList parsed,
        @Nullable Integer previous,
        @Nullable List<EntryChange> changes) {
    static Settled of(Version version, Instant at) {
        return new Settled(version, at, LocalDate.ofInstant(version.receivedAt(), ZoneOffset.UTC), null, null, null);
    }

    Settled read(LocalDate day, ParsedList said) {
        return new Settled(version, at, day, said, previous, changes);
    }

    Settled compared(@Nullable Integer with, List<EntryChange> found) {
        return new Settled(version, at, asOf, parsed, with, with == null ? null : found);
    }

    static int count(List<EntryChange> changes, EntryChange.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    Version inForce(Version.@Nullable Release release, List<Fault> faults) {
        LocalDate received = LocalDate.ofInstant(version.receivedAt(), ZoneOffset.UTC);
        LocalDate seen = version.current() && received.isAfter(asOf) ? received : asOf;
        return decided(Status.IN_FORCE, seen, faults, release);
    }

    Version quarantined(List<Fault> faults) {
        return decided(Status.QUARANTINED, null, faults, null);
    }

    private Version decided(
            Status status, @Nullable LocalDate seen, List<Fault> faults, Version.@Nullable Release release) {
        return new Version(
                version.list(),
                version.number(),
                version.sha256(),
                version.size(),
                status,
                version.receivedAt(),
                version.receivedBy(),
                version.givenAsOf(),
                parsed == null ? null : asOf,
                seen,
                version.current(),
                at,
                parsed == null ? null : (Integer) parsed.entries().size(),
                parsed == null ? version.parts() : parsed.parts(),
                parsed == null ? null : (Integer) ListFile.READER,
                previous,
                number(EntryChange.Kind.ADDED),
                number(EntryChange.Kind.REMOVED),
                number(EntryChange.Kind.AMENDED),
                faults,
                release,
                version.attempts());
    }

    private @Nullable Integer number(EntryChange.Kind kind) {
        return changes == null ? null : (Integer) count(changes, kind);
    }
}
