package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.reference.Place;

/** "The rebel flag was raised over X", "Ukraine's flag flies again over X". */
final class FlagFrame {
    private static final Set<String> FLAGS =
            Set.of("flag", "flags", "banner", "banners", "tricolour", "tricolor", "colours");
    private static final Set<String> NEWLY = Set.of("now", "again", "once");

    private final FindingMaker maker;

    FlagFrame(FindingMaker maker) {
        this.maker = maker;
    }

    /** Raised over a place it is news; flying there only where it is said to fly there now or again. */
    List<Finding> of(Roles roles, VerbMatch match) {
        Syntax syntax = roles.syntax;
        VerbMatch.Sides sides = match.sides(syntax);
        boolean flies = match.trigger().forms().contains("fly");
        List<Integer> subjects = sides.passive() ? sides.doneSubjects() : flies ? sides.doer() : List.of();
        if (subjects.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(subjects.get(0)).head(), FLAGS)) {
            return List.of();
        }
        List<PlaceRole> places = roles.placesIn(syntax.nounAfter(match.objectFrom()));
        Optional<Place> where = VerbFrames.first(places);
        int flag = subjects.get(0);
        Optional<PartyRole> actor = sides.passive() ? roles.firstParty(sides.doer(), where) : Optional.empty();
        if (actor.isEmpty()) {
            actor = whose(roles, flag, where);
        }
        boolean known = actor.filter(PartyRole::armed).isPresent();
        if (places.isEmpty() || !known) {
            return List.of();
        }
        int end = syntax.phrase(syntax.phraseOf(match.end() - 1)).end();
        boolean now = !flies || syntax.words.anyOf(syntax.phrase(match.phrase()).start() - 2, end, NEWLY);
        TriggerAt at = now
                ? match.at().as(ClaimType.TERRITORY_SEIZED, Frame.HANDS)
                : match.at().as(ClaimType.TERRITORY_HELD, Frame.HOLDS);
        return maker.all(roles, at, places, actor, Optional.empty(), "flag");
    }

    /** "Ukraine's flag", "the rebel flag", "the Ukrainian flag". */
    private static Optional<PartyRole> whose(Roles roles, int flag, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        int head = syntax.phrase(flag).head();
        Optional<PartyRole> owner =
                syntax.ownerOf(flag).isPresent() ? roles.ownerParty(syntax.ownerOf(flag), where) : Optional.empty();
        return owner.or(() -> roles.compoundParty(head, flag, where)).or(() -> roles.stateBefore(head));
    }
}
