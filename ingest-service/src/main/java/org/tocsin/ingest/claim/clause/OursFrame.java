package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;

/** "The town is ours": it is whose word it is. */
final class OursFrame {
    static final Set<String> OURS = Set.of("ours", "theirs");

    private final FindingMaker maker;

    OursFrame(FindingMaker maker) {
        this.maker = maker;
    }

    /** Somebody says so: that the town "is theirs" is only a state. */
    private static boolean isNews(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        if (syntax.words.lower(at.start()).equals("ours")) {
            return true;
        }
        for (int i = 0; i < syntax.size(); i++) {
            if (syntax.is(i, Kind.VERB) && syntax.isSaying(i)) {
                return true;
            }
        }
        return false;
    }

    /** "the town is ours", "X is theirs, say fighters": whoever speaks. */
    List<Finding> of(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int verb = at.phrase() - 1;
        boolean is = syntax.is(verb, Kind.VERB)
                && syntax.verb(verb).copula()
                && !syntax.words.anyOf(syntax.phrase(verb).start(), at.start(), Set.of("still"));
        List<Integer> subjects = is ? syntax.subjectsOf(verb) : List.of();
        List<PlaceRole> found = roles.firstPlaces(subjects);
        // "full control of X is ours"
        List<PlaceRole> places = found.isEmpty() ? VerbFrames.controlled(roles, subjects) : found;
        Optional<PartyRole> actor = places.isEmpty()
                ? Optional.empty()
                : roles.speakerNear(at.phrase(), VerbFrames.first(places)).filter(PartyRole::armed);
        return actor.isEmpty()
                ? List.of()
                : maker.all(
                        roles,
                        HandsFrame.told(at, isNews(roles, at)).governedBy(verb),
                        places,
                        actor,
                        Optional.empty(),
                        "is ours");
    }
}
