package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.reference.ActorLink.Relation;

/**
 * How an actor stands on one list as of a day, and why.
 *
 * @param reference what the list cites the deciding entry by; null for none
 * @param name the entry's primary name
 * @param nameMatched which of the entry's names is one of the actor's; null when none is and the link is by decision alone
 * @param programmes of the entry, in the list's own codes
 * @param since first day on the list, or of the relation if that is later; null when it is not known
 * @param until first day off the list again; null unless WAS_LISTED
 * @param relation of the actor to the entry; null without one
 * @param through the parent or member of the actor whose entry it is; null for its own
 * @param basis what it is known by
 * @param why who or what makes it so, in words
 * @param decidedBy who linked the actor to the entry
 * @param ties all entries on the list that day to which the actor is tied, the deciding one first
 * @param version the version of the list that was used; null when the list was never loaded
 */
@Schema(name = "ListStanding")
public record ListStanding(
        @Schema(examples = "OFAC_SDN") ListId list,
        StandingKind standing,

        @Schema(nullable = true, examples = "8759") @Nullable String reference,

        @Schema(nullable = true) @Nullable String name,
        @Schema(nullable = true) @Nullable String nameMatched,
        List<String> programmes,
        @Schema(nullable = true) @Nullable LocalDate since,
        @Schema(nullable = true) @Nullable LocalDate until,
        @Schema(nullable = true) @Nullable Relation relation,
        @Schema(nullable = true) @Nullable Party through,
        Basis basis,
        String why,
        @Schema(nullable = true) @Nullable String decidedBy,
        @Schema(nullable = true) @Nullable LocalDate decidedOn,
        List<TieView> ties,
        @Schema(nullable = true) @Nullable VersionView version) {
    public ListStanding {
        programmes = List.copyOf(programmes);
        ties = List.copyOf(ties);
    }

    /** An entry on the list that day to which the actor is tied. */
    @Schema(name = "ListTie")
    public record TieView(
            @Schema(examples = "8759") String reference,
            String name,
            Relation relation,
            @Schema(nullable = true) @Nullable Party through,
            @Schema(nullable = true) @Nullable LocalDate since,
            String why) {}

    /**
     * A version of a list.
     *
     * @param asOf its own day
     * @param seenOn the last day on which the publisher was seen to give it
     * @param ageDays from {@code seenOn} to today
     * @param stale whether it is the newest one kept and older than it should be
     */
    @Schema(name = "ListVersionUsed")
    public record VersionView(int number, LocalDate asOf, LocalDate seenOn, long ageDays, boolean stale) {}
}
