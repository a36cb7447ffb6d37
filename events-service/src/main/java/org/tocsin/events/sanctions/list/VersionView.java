package org.tocsin.events.sanctions.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/**
 * A version of a list.
 *
 * @param id its number within the list
 * @param status RECEIVED: kept, about to be read; IN_FORCE: taken, the list from {@code asOf} until the next version; QUARANTINED: kept, not
 *     taken
 * @param sha256 of the bytes as they came
 * @param size in bytes, as they came
 * @param receivedBy who sent it
 * @param asOf the day from which it is the list: given by the caller, else by the file, else the day of receipt
 * @param seenOn the last day on which the publisher was seen to give this file
 * @param entries how many it has
 * @param parts of which of the publisher's files it is made
 * @param previous the version that it was compared with: the one before it in the order of {@code asOf}
 * @param added entries that the one before has not
 * @param removed entries that only the one before has
 * @param amended entries that are otherwise than in the one before
 * @param reasons what is wrong with it
 * @param release who took it out of quarantine and why
 */
@Schema(name = "SanctionsListVersion")
@RegisterForReflection(targets = {VersionView.class, VersionView.Reason.class, VersionView.ReleaseView.class})
public record VersionView(
        @Schema(examples = "3") String id,
        ListId list,
        Status status,
        String sha256,
        @Schema(examples = "3909739") long size,
        Instant receivedAt,
        String receivedBy,
        @Schema(nullable = true) @Nullable LocalDate asOf,
        @Schema(nullable = true) @Nullable LocalDate seenOn,
        @Schema(nullable = true) @Nullable Integer entries,
        List<Part> parts,
        @Schema(nullable = true) @Nullable String previous,
        @Schema(nullable = true) @Nullable Integer added,
        @Schema(nullable = true) @Nullable Integer removed,
        @Schema(nullable = true) @Nullable Integer amended,
        List<Reason> reasons,
        @Schema(nullable = true) @Nullable ReleaseView release) {
    /**
     * One thing that is wrong with a version.
     *
     * @param releasable whether an admin's word can overrule it
     */
    @Schema(name = "SanctionsListFault")
    public record Reason(Fault.Kind kind, String detail, boolean releasable) {}

    /** Who took a version out of quarantine, and why. */
    @Schema(name = "SanctionsListRelease")
    public record ReleaseView(Instant at, String by, String reason) {}

    static VersionView of(Version version) {
        Version.Release release = version.release();
        return new VersionView(
                Integer.toString(version.number()),
                version.list(),
                version.status(),
                version.sha256(),
                version.size(),
                version.receivedAt(),
                version.receivedBy(),
                version.asOf() == null ? version.givenAsOf() : version.asOf(),
                version.seenOn(),
                version.entries(),
                version.parts().stream().sorted().toList(),
                version.previous() == null ? null : version.previous().toString(),
                version.added(),
                version.removed(),
                version.amended(),
                version.faults().stream()
                        .map(fault -> new Reason(
                                fault.kind(), fault.detail(), fault.kind().releasable()))
                        .toList(),
                release == null ? null : new ReleaseView(release.at(), release.by(), release.reason()));
    }
}
