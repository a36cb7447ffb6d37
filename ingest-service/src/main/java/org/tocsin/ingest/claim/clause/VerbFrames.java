package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** What a verb that is a trigger speaks of. */
final class VerbFrames {
    private final HandoverFrames handovers;
    private final ActionFrames actions;
    private final DiplomacyFrames diplomacy;
    private final FlagFrame flags;

    VerbFrames(WordLists cues, WordLists parties, Actors actors) {
        FindingMaker maker = new FindingMaker(actors);
        this.flags = new FlagFrame(maker);
        this.handovers = new HandoverFrames(maker, cues);
        this.actions = new ActionFrames(maker, cues, parties, actors);
        this.diplomacy = new DiplomacyFrames(maker, cues);
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        return switch (match.trigger().frame()) {
            case TAKES, FALLS, SLIPS, EXPELS, CLEARS, LEAVES, LOSES -> handovers.of(roles, match);
            case FLAG -> flags.of(roles, match);
            case SAYS, SANCTIONS -> diplomacy.of(roles, match);
            default -> actions.of(roles, match);
        };
    }

    /** The places that are acted on: object, or subject of a passive. */
    static List<PlaceRole> placesOf(Roles roles, VerbMatch.Sides sides) {
        if (!sides.passive()) {
            return roles.placesIn(sides.done());
        }
        List<PlaceRole> places = roles.firstPlaces(sides.doneSubjects());
        return places.isEmpty() ? controlled(roles, sides.doneSubjects()) : places;
    }

    /** "control of X was seized". */
    static List<PlaceRole> controlled(Roles roles, List<Integer> subjects) {
        Syntax syntax = roles.syntax;
        for (int subject : subjects) {
            boolean control = syntax.words.lower(syntax.phrase(subject).head()).equals("control");
            if (control && syntax.isPreposition(subject + 1, Set.of("of", "over"))) {
                return roles.placesIn(syntax.nounAfter(subject + 1));
            }
        }
        return List.of();
    }

    static Optional<Place> first(List<PlaceRole> places) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(places.get(0).place());
    }
}
