package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.reference.Place;

/** What earlier sentences of the report have left in mind: what "the city", "he" and "the group" can mean. One per report, used by one thread. */
public final class Memory {
    private @Nullable Place place;
    private @Nullable ActorName speaker;
    private @Nullable ActorName party;

    public void remember(Place mentioned) {
        place = mentioned;
    }

    public void rememberSpeaker(ActorName said) {
        speaker = said;
    }

    public void rememberParty(ActorName acted) {
        party = acted;
    }

    /** The party that acted last. */
    public Optional<ActorName> party() {
        return Optional.ofNullable(party);
    }

    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    public Optional<ActorName> speaker() {
        return Optional.ofNullable(speaker);
    }
}
