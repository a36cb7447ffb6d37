package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Finding.TokenSpan;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** Puts a frame's parts together, one finding for each place, and tells a seizure from a government's regaining. */
final class FindingMaker {
    private final Actors actors;

    FindingMaker(Actors actors) {
        this.actors = actors;
    }

    List<Finding> all(
            Roles roles,
            Trigger trigger,
            int start,
            int end,
            int phrase,
            List<PlaceRole> places,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        List<Finding> found = new ArrayList<>();
        for (PlaceRole place : places) {
            found.add(one(roles, trigger, start, end, phrase, place, actor, target, form));
        }
        return found;
    }

    /** As {@link #all}, and one finding without a place where none is named. */
    List<Finding> maybePlaceless(
            Roles roles,
            Trigger trigger,
            int start,
            int end,
            int phrase,
            List<PlaceRole> places,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        return places.isEmpty()
                ? List.of(one(roles, trigger, start, end, phrase, null, actor, target, form))
                : all(roles, trigger, start, end, phrase, places, actor, target, form);
    }

    private Finding one(
            Roles roles,
            Trigger trigger,
            int start,
            int end,
            int phrase,
            @Nullable PlaceRole role,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        Place place = role == null ? null : role.place();
        ClaimType type = typeOf(
                actors,
                trigger,
                Optional.ofNullable(place),
                roles.scene.country(Optional.ofNullable(place)),
                actor.map(PartyRole::name).orElse(null),
                target.map(PartyRole::name).orElse(null));
        List<String> notes = new ArrayList<>();
        notes.add("trigger \"" + roles.syntax.words.text(start, end) + "\", " + trigger.frame() + ", " + form);
        if (role != null && role.extent() != Extent.WHOLE) {
            notes.add("extent " + role.extent());
        }
        return new Finding(
                trigger,
                type,
                start,
                end,
                phrase,
                place,
                role == null ? Extent.WHOLE : role.extent(),
                role == null ? null : new TokenSpan(role.start(), role.end()),
                actor.map(PartyRole::name).orElse(null),
                actor.map(party -> new TokenSpan(party.start(), party.end())).orElse(null),
                actor.filter(PartyRole::armed).isPresent(),
                target.map(PartyRole::name).orElse(null),
                actor.map(PartyRole::written).orElse(null),
                target.map(PartyRole::written).orElse(null),
                notes);
    }

    static ClaimType typeOf(
            Actors actors,
            Trigger trigger,
            Optional<Place> place,
            String country,
            @Nullable ActorName actor,
            @Nullable ActorName target) {
        boolean taking = trigger.type() == ClaimType.TERRITORY_SEIZED || trigger.type() == ClaimType.TERRITORY_REGAINED;
        boolean moves = taking && trigger.frame() != Frame.LOSES && trigger.frame() != Frame.LOSS;
        if (!moves) {
            return trigger.type();
        }
        String recognised =
                "government-of-" + place.map(Place::country).orElse(country).toLowerCase(java.util.Locale.ROOT);
        if (actor != null) {
            String id = actor.id();
            boolean regains = id != null && actors.side(id).equals(recognised);
            boolean unknown = id == null && trigger.has("again");
            return regains || unknown ? ClaimType.TERRITORY_REGAINED : ClaimType.TERRITORY_SEIZED;
        }
        boolean fromGovernment = target != null
                && target.id() != null
                && actors.side(target.id()).equals(recognised);
        return trigger.has("again") && !fromGovernment ? ClaimType.TERRITORY_REGAINED : ClaimType.TERRITORY_SEIZED;
    }
}
