package org.tocsin.events.sanctions.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;

/**
 * The state of a list.
 *
 * @param state EMPTY: no version was ever taken; CURRENT: as fresh as it should be; STALE: too old to be relied on
 * @param version the one in force now
 * @param asOf its day
 * @param seenOn the last day on which the publisher was seen to give it
 * @param ageDays from {@code seenOn} to today
 * @param stale whether {@code ageDays} is more than {@code staleAfterDays}
 * @param lastAttempt the last version that came, whatever became of it
 * @param problem what a person should look at, in words
 */
@Schema(name = "SanctionsList")
@RegisterForReflection(targets = {ListView.class, ListView.State.class})
public record ListView(
        ListId id,
        String title,
        String publisher,
        State state,
        @Schema(nullable = true) @Nullable String version,
        @Schema(nullable = true) @Nullable LocalDate asOf,
        @Schema(nullable = true) @Nullable LocalDate seenOn,
        @Schema(nullable = true) @Nullable Integer entries,
        @Schema(nullable = true) @Nullable Long ageDays,
        boolean stale,
        int staleAfterDays,
        @Schema(nullable = true) @Nullable VersionView lastAttempt,
        @Schema(nullable = true) @Nullable String problem) {
    /** How far a list can be relied on. */
    public enum State {
        EMPTY,
        CURRENT,
        STALE
    }

    static ListView of(ListId id, Optional<InForce> inForce, Optional<Version> last, int staleAfterDays) {
        InForce now = inForce.orElse(null);
        return new ListView(
                id,
                id.title(),
                id.publisher(),
                now == null ? State.EMPTY : now.stale() ? State.STALE : State.CURRENT,
                now == null ? null : Integer.toString(now.version()),
                now == null ? null : now.asOf(),
                now == null ? null : now.seenOn(),
                now == null ? null : (Integer) now.entries(),
                now == null ? null : (Long) now.ageDays(),
                now != null && now.stale(),
                staleAfterDays,
                last.map(VersionView::of).orElse(null),
                problem(now, last));
    }

    private static @Nullable String problem(@Nullable InForce now, Optional<Version> last) {
        Optional<Version> quarantined = last.filter(version -> version.status() == Status.QUARANTINED);
        if (quarantined.isPresent()) {
            Version version = quarantined.get();
            String faults =
                    version.faults().stream().map(fault -> fault.detail()).collect(Collectors.joining("; "));
            return "Version " + version.number() + " is in quarantine: " + faults + ". "
                    + (now == null
                            ? "No version is in force."
                            : "Version " + now.version() + " of " + now.asOf() + " stays in force.")
                    + (Intake.releasable(version) ? " An admin can release it." : "");
        } else if (now == null) {
            return "No version was taken yet: nobody is known to be on this list, and nobody is known not to be.";
        }
        return now.stale()
                ? "The list was last seen " + now.ageDays()
                        + " days ago: whoever was added or removed since is not known."
                : null;
    }
}
