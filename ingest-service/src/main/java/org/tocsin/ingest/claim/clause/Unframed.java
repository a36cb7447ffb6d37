package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.reference.Place;

/** A change of hands that no frame tells of: the place, the verb that it hangs on, and who took it where the clause leaves no doubt. */
final class Unframed {
    private static final List<String> TAKE = List.of("take", "takes", "took", "taken", "taking");
    private static final Trigger TAKEN =
            new Trigger(true, ClaimType.TERRITORY_SEIZED, Frame.TAKES, TAKE, List.of(), Set.of());
    private static final Trigger LOST =
            new Trigger(true, ClaimType.TERRITORY_SEIZED, Frame.LOSES, TAKE, List.of(), Set.of());
    private static final Set<Frame> LEAVING = Set.of(
            Frame.LEAVES, Frame.LEAVING, Frame.LOSES, Frame.LOSS, Frame.SLIPS, Frame.FALLS, Frame.FALL, Frame.EXPELS);
    private static final Set<String> GONE = Set.of(
            "out",
            "gone",
            "retreat",
            "retreated",
            "surrender",
            "surrendered",
            "flight",
            "fled",
            "flee",
            "away",
            "abandon",
            "back");
    /** How many words behind a verb still belong to it. */
    private static final int PARTICLES = 3;

    private static final Set<Kind> APART = Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.MARK);

    private final LikelyTaker taker = new LikelyTaker();
    private final Triggers triggers;
    private final FindingMaker maker;

    Unframed(Triggers triggers, FindingMaker maker) {
        this.triggers = triggers;
        this.maker = maker;
    }

    /** @param here what frames tell of the place, which is something else */
    Finding of(Roles roles, Candidate candidate, List<Finding> here) {
        return of(roles, candidate, here, (leaving, party) -> leaving ? Optional.empty() : party);
    }

    /**
     * The same where the clause does not say who took it, with whom the sentence names as the taker.
     *
     * @param only also the one armed party that does not lose will do
     */
    Finding withTaker(Roles roles, Candidate candidate, List<Finding> here, boolean only) {
        return of(roles, candidate, here, (leaving, party) -> {
            Optional<PartyRole> loser = leaving ? party : Optional.empty();
            return only ? taker.only(roles, candidate, loser) : taker.named(roles, candidate, loser);
        });
    }

    private Finding of(
            Roles roles,
            Candidate candidate,
            List<Finding> here,
            BiFunction<Boolean, Optional<PartyRole>, Optional<PartyRole>> takers) {
        Syntax syntax = roles.syntax;
        int verb = here.isEmpty()
                ? verbOf(syntax, candidate.phrase())
                : here.get(0).phrase();
        Phrase phrase = syntax.phrase(verb);
        PlaceRole role = new PlaceRole(candidate.place(), candidate.extent(), candidate.start(), candidate.end());
        Optional<Place> where = Optional.ofNullable(candidate.place());
        boolean leaving = isLeaving(syntax, phrase);
        Optional<PartyRole> party = partyOf(roles, verb, candidate, where).filter(PartyRole::armed);
        TriggerAt at = new TriggerAt(leaving ? LOST : TAKEN, phrase.head(), phrase.head() + 1, verb);
        return maker.all(
                        roles,
                        at,
                        List.of(role),
                        takers.apply(leaving, party),
                        leaving ? party : Optional.empty(),
                        "by learned weights")
                .get(0);
    }

    private static int verbOf(Syntax syntax, int place) {
        int before = deedBefore(syntax, place);
        if (before >= 0 && !syntax.between(before, place, APART)) {
            return before;
        }
        int after = syntax.verbAfter(place);
        if (after >= 0 && !syntax.between(place, after, APART)) {
            return after;
        }
        return before >= 0 ? before : after >= 0 ? after : place;
    }

    /** The nearest verb before that is none of saying, or -1. */
    private static int deedBefore(Syntax syntax, int place) {
        int verb = syntax.verbBefore(place);
        return verb >= 0 && syntax.isSaying(verb) ? syntax.verbBefore(verb) : verb;
    }

    private boolean isLeaving(Syntax syntax, Phrase verb) {
        Words words = syntax.words;
        boolean frame =
                triggers.of(words.lower(verb.head())).stream().anyMatch(trigger -> LEAVING.contains(trigger.frame()));
        return frame || words.anyOf(verb.head(), verb.head() + PARTICLES, GONE);
    }

    private static Optional<PartyRole> partyOf(Roles roles, int verb, Candidate candidate, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        if (!syntax.is(verb, Kind.VERB)) {
            return Optional.empty();
        }
        OptionalInt agent = syntax.agentOf(verb);
        if (agent.isPresent() || syntax.verb(verb).passive()) {
            return roles.partyIn(agent, where);
        }
        if (syntax.verb(verb).copula()) {
            // "is once more in the hands of rebels"
            return roles.partyIn(syntax.prepositional(verb, Set.of("of", "by")), where);
        }
        List<Integer> subjects = syntax.subjectsOf(verb);
        boolean placeIsSubject = subjects.contains(candidate.phrase());
        return placeIsSubject ? roles.partyIn(syntax.receiverOf(verb), where) : roles.firstParty(subjects, where);
    }
}
