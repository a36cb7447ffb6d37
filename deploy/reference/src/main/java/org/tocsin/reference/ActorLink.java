package org.tocsin.reference;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an actor is, or is tied to, an entry of a sanctions list, as a person decided it.
 *
 * @param actor id of the actor
 * @param list id of the list ({@code OFAC_SDN}, {@code OFAC_CONSOLIDATED}, {@code UN}, {@code UK}, {@code EU})
 * @param reference what the list cites the entry by
 * @param entryName the entry's name when it was decided
 * @param listedOn first day on the list, where the list's file does not say and it is certain
 * @param delistedOn first day off the list, likewise
 * @param validFrom first day on which the relation held; empty for always
 * @param validTo last day on which it held; empty for still
 * @param decidedOn the day of the decision; nothing is known here of entries that came later
 */
public record ActorLink(
        String actor,
        String list,
        String reference,
        String entryName,
        Relation relation,
        Optional<LocalDate> listedOn,
        Optional<LocalDate> delistedOn,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String decidedBy,
        LocalDate decidedOn,
        String why) {
    /** What an actor is to an entry. */
    public enum Relation {
        /** The entry is the actor, under whatever name. */
        IS,
        /** The actor is part of what is listed. */
        PART_OF,
        /** What is listed is part of the actor. */
        UMBRELLA,
        /** The person listed leads the actor. */
        LED_BY
    }

    /** Whether the relation held on that day, as far as its dates are known. */
    public boolean heldOn(LocalDate day) {
        return validFrom.map(first -> !day.isBefore(first)).orElse(true)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
