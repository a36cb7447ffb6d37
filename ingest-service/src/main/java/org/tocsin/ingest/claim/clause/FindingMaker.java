package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final long LARGE = 1_000_000;

    private final Actors actors;

    FindingMaker(Actors actors) {
        this.actors = actors;
    }

    /**
     * One finding for each of the places.
     *
     * @param form how the sentence puts it, for the reasons that a claim gives
     */
    List<Finding> all(
            Roles roles,
            TriggerAt at,
            List<PlaceRole> places,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        List<Finding> found = new ArrayList<>();
        for (PlaceRole place : places) {
            found.add(one(roles, at, place, actor, target, form));
        }
        return found;
    }

    /** As {@link #all}, and one finding without a place where none is named. */
    List<Finding> maybePlaceless(
            Roles roles,
            TriggerAt at,
            List<PlaceRole> places,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        return places.isEmpty()
                ? List.of(one(roles, at, null, actor, target, form))
                : all(roles, at, places, actor, target, form);
    }

    private Finding one(
            Roles roles,
            TriggerAt at,
            @Nullable PlaceRole role,
            Optional<PartyRole> actor,
            Optional<PartyRole> target,
            String form) {
        Place place = role == null || isImplausible(roles, at, role) ? null : role.place();
        Optional<PartyRole> doer = actor.map(party -> isSame(party, target) ? party.asWritten() : party);
        ClaimType type = typeOf(
                actors,
                at.trigger(),
                Optional.ofNullable(place),
                roles.scene.country(Optional.ofNullable(place)),
                doer.map(PartyRole::name).orElse(null),
                target.map(PartyRole::name).orElse(null));
        List<String> notes = new ArrayList<>();
        notes.add("trigger \"" + roles.syntax.words.text(at.start(), at.end()) + "\", "
                + at.trigger().frame() + ", " + form);
        if (role != null && role.extent() != Extent.WHOLE) {
            notes.add("extent " + role.extent());
        }
        return new Finding(
                at.trigger(),
                type,
                at.start(),
                at.end(),
                at.phrase(),
                place,
                role == null ? Extent.WHOLE : role.extent(),
                role == null ? null : new TokenSpan(role.start(), role.end()),
                doer.map(PartyRole::name).orElse(null),
                doer.map(party -> new TokenSpan(party.start(), party.end())).orElse(null),
                doer.filter(PartyRole::armed).isPresent(),
                target.map(PartyRole::name).orElse(null),
                doer.map(PartyRole::written).orElse(null),
                target.map(PartyRole::written).orElse(null),
                notes);
    }

    /** A town in a country that the report has nothing to do with is rather another one of that name, which no list has. */
    private static boolean isImplausible(Roles roles, TriggerAt at, PlaceRole role) {
        Place place = role.place();
        return place != null
                && at.trigger().type().movesControl()
                && place.population() < LARGE
                && roles.scene.report().isElsewhere(place);
    }

    /** "Hunters drove the sect out", where both could be the group of the report: nobody drives out himself. */
    private static boolean isSame(PartyRole actor, Optional<PartyRole> target) {
        String id = actor.name().id();
        return id != null
                && target.filter(party -> id.equals(party.name().id())).isPresent();
    }

    /** Seized or regained: the state whose place it is regains, everybody else seizes. */
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
                "government-of-" + place.map(Place::country).orElse(country).toLowerCase(Locale.ROOT);
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
