package org.tocsin.ingest.claim.clause;

import java.util.Optional;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** A people without a state, who are a party where they fight: "the Kurds". */
final class Peoples {
    private final Actors actors;

    Peoples(Actors actors) {
        this.actors = actors;
    }

    static boolean isOne(String lower) {
        return lower.equals("kurds");
    }

    /** The forces that they have in that country; where no country is known they stay described. */
    Optional<PartyRole> of(Scene scene, int start, Phrase phrase, Optional<Place> place) {
        String code = place.map(Place::country).orElse("");
        return actors.longestAt("Kurdish forces", 0).stream()
                .flatMap(match -> match.candidates().stream())
                .filter(actor -> actor.countries().contains(code))
                .findFirst()
                .map(actor -> new PartyRole(new ActorName(actor.id(), actor.name()), true, false, start, phrase.end()))
                .or(() -> Optional.of(PartyRole.described(scene.words(), start, phrase.end(), true)));
    }
}
