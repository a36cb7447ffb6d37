package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.reference.Place;

/** "The army lost X to Y", "the fight for X is lost", "X is lost to us". */
final class LosingFrame {
    private final FindingMaker maker;

    LosingFrame(FindingMaker maker) {
        this.maker = maker;
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        List<PlaceRole> placesLost = VerbFrames.placesOf(roles, sides);
        List<PlaceRole> places = placesLost.isEmpty() && sides.passive() ? foughtFor(roles, sides) : placesLost;
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> loser = roles.firstParty(sides.doer(), where);
        OptionalInt receiver = match.placeFrom() >= 0
                ? roles.syntax.nounAfter(match.placeFrom())
                : roles.syntax.receiverBehind(match.objectFrom());
        // "the town is lost to us": to those who speak
        boolean us = receiver.isPresent()
                && Set.of("us", "them").contains(roles.syntax.lower(receiver.getAsInt()))
                && sides.passive();
        Optional<PartyRole> target = us ? roles.partyIn(receiver, where) : loser;
        OptionalInt to = us ? OptionalInt.empty() : receiver;
        Optional<PartyRole> actor = roles.partyIn(to, where);
        boolean oneArmed = target.filter(PartyRole::armed).isPresent()
                || actor.filter(PartyRole::armed).isPresent();
        if (places.isEmpty() || (!sides.passive() && !oneArmed)) {
            return List.of();
        }
        if (match.trigger().has("between") && actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        boolean told = to.isEmpty()
                && HandoverFrames.names(places)
                && roles.syntax.verb(match.phrase()).auxiliary();
        if (sides.passive() && actor.filter(PartyRole::armed).isEmpty() && !told) {
            return List.of();
        }
        return maker.all(roles, match.at(), places, actor, target, "lost");
    }

    /** "The fight for X is lost". */
    private static List<PlaceRole> foughtFor(Roles roles, VerbMatch.Sides sides) {
        Syntax syntax = roles.syntax;
        for (int subject : sides.doneSubjects()) {
            boolean fight = Set.of("battle", "fight")
                    .contains(syntax.words.lower(syntax.phrase(subject).head()));
            if (fight && syntax.isPreposition(subject + 1, Set.of("for", "of"))) {
                return roles.placesIn(syntax.nounAfter(subject + 1));
            }
        }
        return List.of();
    }
}
