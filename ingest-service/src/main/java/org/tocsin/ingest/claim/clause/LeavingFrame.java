package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.reference.Place;

/** "The army left X", "pulled out of X", "gave X up to the rebels". */
final class LeavingFrame {
    private final FindingMaker maker;

    LeavingFrame(FindingMaker maker) {
        this.maker = maker;
    }

    private static boolean isOther(PartyRole party, Optional<PartyRole> leaver) {
        String id = party.name().id();
        return leaver.isEmpty() || id == null || !id.equals(leaver.get().name().id());
    }

    private static final Set<String> CIVILIAN = Set.of("flee", "leave", "abandon");

    /** "The Kurds left the town": most of them were no fighters. */
    private static boolean isPeople(Roles roles, PartyRole party) {
        return Peoples.isOne(roles.syntax.words.lower(party.end() - 1));
    }

    private static String lastAsked(VerbMatch match) {
        List<String> with = match.trigger().with();
        return with.isEmpty() || with.contains("control") ? "" : with.get(with.size() - 1);
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        OptionalInt noun = match.placeFrom() >= 0
                ? roles.syntax.nounAfter(match.placeFrom())
                : match.trigger().with().isEmpty()
                                || match.trigger().with().get(0).equals("up")
                        ? sides.done()
                        : roles.syntax.nounAfter(match.objectFrom());
        // "were moved out of the town"
        boolean moved =
                sides.passive() && match.placeFrom() < 0 && Set.of("of", "from").contains(lastAsked(match));
        List<PlaceRole> places = sides.passive() && match.placeFrom() < 0 && !moved
                ? roles.firstPlaces(sides.doneSubjects())
                : roles.placesIn(moved ? roles.syntax.nounAfter(match.objectFrom()) : noun);
        Optional<Place> where = VerbFrames.first(places);
        boolean leaves = sides.passive() && (match.placeFrom() >= 0 || moved);
        List<Integer> leaver = leaves ? sides.doneSubjects() : sides.doer();
        boolean moves =
                !sides.passive() && match.placeFrom() >= 0 && sides.done().isPresent();
        Optional<PartyRole> actor = roles.firstParty(leaver, where)
                .filter(party -> party.armed() || !moves)
                .filter(party -> !isPeople(roles, party)
                        || match.trigger().forms().stream().noneMatch(CIVILIAN::contains))
                // "the general said he had withdrawn his troops from"
                .or(() -> moves ? roles.partyIn(sides.done(), where) : Optional.empty());
        boolean agentless = sides.passive()
                && sides.doer().isEmpty()
                && match.placeFrom() < 0
                && HandoverFrames.names(places)
                && roles.syntax.verb(match.phrase()).auxiliary()
                && !match.trigger().forms().contains("leave");
        if (places.isEmpty() || (actor.filter(PartyRole::armed).isEmpty() && !agentless)) {
            return List.of();
        }
        Optional<PartyRole> receiver = sides.passive() || sides.done().isPresent()
                ? roles.partyIn(roles.syntax.prepositional(match.objectFrom(), Set.of("to")), where)
                        .filter(PartyRole::armed)
                        .filter(party -> match.placeFrom() < 0 && isOther(party, actor))
                : Optional.empty();
        if (receiver.isPresent()) {
            // "gave the town up to the rebels", "left the town to the rebels"
            return maker.all(
                    roles, match.at().as(ClaimType.TERRITORY_SEIZED, Frame.LOSES), places, receiver, actor, "left to");
        }
        return maker.all(roles, match.at(), places, actor, Optional.empty(), "left");
    }
}
