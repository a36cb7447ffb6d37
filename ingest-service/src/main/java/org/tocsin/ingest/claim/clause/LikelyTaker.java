package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.reference.Place;

/**
 * Who took a place of which no frame tells: whoever has it in hand, gets it or did it by the words ("in the hands of rebels", "back from the rebels to the
 * army", "by the forces"); else the one armed party of the sentence that does not lose.
 */
final class LikelyTaker {
    private static final Set<String> HOLD =
            Set.of("hands", "hand", "control", "possession", "grip", "authority", "rule", "power");
    private static final Set<String> OF = Set.of("of", "by");
    private static final Set<String> GETS = Set.of("to");
    private static final Set<String> DOES = Set.of("by");
    private static final Set<String> LOSES = Set.of("from", "against", "without");
    /** "free of the occupiers" */
    private static final Set<String> RID = Set.of(
            "free",
            "freed",
            "clear",
            "cleared",
            "clean",
            "cleansed",
            "cleaned",
            "rid",
            "liberated",
            "purged",
            "emptied");
    /** What is done to those who lose. */
    private static final Set<String> ROUTS = Set.of(
            "drove",
            "drive",
            "driven",
            "expelled",
            "ousted",
            "routed",
            "routing",
            "dislodged",
            "disarmed",
            "defeated",
            "pushed",
            "beat",
            "evicted",
            "chased",
            "forced",
            "swept",
            "kicked",
            "cleared",
            "overcame",
            "crushed",
            "ejected");

    /** What those did who lose. */
    private static final Set<String> HELD =
            Set.of("held", "occupied", "controlled", "ruled", "hold", "control", "occupy", "run");

    /** What those do who lose. */
    private static final Set<String> GOES = Set.of(
            "left",
            "leave",
            "leaves",
            "leaving",
            "withdrew",
            "withdraw",
            "withdrawn",
            "retreat",
            "retreated",
            "fled",
            "flee",
            "pulled",
            "pull",
            "pulls",
            "quit",
            "abandoned",
            "abandon",
            "surrendered",
            "lost",
            "lose",
            "gone",
            "collapsed");

    /** Whoever the words name as the one who has the place in hand, gets it, or did it. */
    Optional<PartyRole> named(Roles roles, Candidate candidate, Optional<PartyRole> loser) {
        Optional<Place> where = Optional.ofNullable(candidate.place());
        return holder(roles, where)
                .or(() -> behind(roles, candidate, GETS, where))
                .or(() -> behind(roles, candidate, DOES, where))
                .filter(taker -> !isSame(loser, taker));
    }

    private static boolean isSame(Optional<PartyRole> loser, PartyRole party) {
        return loser.filter(lost -> lost.name().equals(party.name())).isPresent();
    }

    /** "in the hands of rebels", "under the rebels' control", "in Russian hands". */
    private static Optional<PartyRole> holder(Roles roles, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        for (int i = 0; i < syntax.size(); i++) {
            int head = syntax.is(i, Kind.NOUN) ? syntax.phrase(i).head() : -1;
            if (head < 0 || !HOLD.contains(syntax.words.lower(head)) || !syntax.is(i - 1, Kind.PREPOSITION)) {
                continue;
            }
            int noun = i;
            Optional<PartyRole> found = syntax.isPreposition(i + 1, OF)
                    ? roles.partyIn(syntax.nounAfter(i + 1), where)
                    : roles.ownerParty(OptionalInt.of(syntax.firstOfPossessives(i)), where)
                            .or(() -> roles.stateBefore(head))
                            .or(() -> roles.compoundParty(head, noun, where));
            if (found.filter(PartyRole::armed).isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The armed party behind the place with that preposition. */
    private static Optional<PartyRole> behind(
            Roles roles, Candidate candidate, Set<String> prepositions, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        for (int i = candidate.phrase() + 1; i < syntax.size(); i++) {
            if (syntax.isPreposition(i, prepositions) && syntax.is(i + 1, Kind.NOUN)) {
                // "by Kurds"
                Optional<PartyRole> found = roles.partyAt(syntax.lastOfPossessives(i + 1), where)
                        .filter(party -> party.armed()
                                || (prepositions.equals(DOES)
                                        && Character.isUpperCase(
                                                party.name().name().codePointAt(0))));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The one armed party of the sentence that does not lose. */
    Optional<PartyRole> only(Roles roles, Candidate candidate, Optional<PartyRole> loser) {
        Optional<Place> where = Optional.ofNullable(candidate.place());
        Syntax syntax = roles.syntax;
        List<PartyRole> found = new ArrayList<>();
        for (int i = 0; i < syntax.size(); i++) {
            if (i != candidate.phrase() && syntax.is(i, Kind.NOUN) && !roles.isPronoun(i) && !isLosing(syntax, i)) {
                int head = syntax.phrase(i).head();
                roles.partyAt(i, where)
                        .filter(PartyRole::armed)
                        .filter(party -> party.start() <= head && head < party.end())
                        .filter(party -> !isSame(loser, party))
                        .filter(party ->
                                found.stream().noneMatch(other -> other.name().equals(party.name())))
                        .ifPresent(found::add);
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isLosing(Syntax syntax, int noun) {
        int before = syntax.firstOfPossessives(noun) - 1;
        // "of the influence of terrorists"
        while (syntax.isPreposition(before, Set.of("of")) && syntax.is(before - 1, Kind.NOUN)) {
            if (RID.contains(syntax.words.lower(syntax.phrase(before - 1).end() - 1))) {
                return true;
            }
            before = syntax.firstOfPossessives(before - 1) - 1;
        }
        if (syntax.isPreposition(before, LOSES)) {
            return true;
        }
        if (before > 0
                && syntax.is(before, Kind.PREPOSITION)
                && RID.contains(syntax.words.lower(syntax.phrase(before).start() - 1))) {
            return true;
        }
        // "X, held by rebels", "X, which rebels had held", "rebels who had held X"
        boolean heldBy = syntax.isPreposition(before, DOES)
                && syntax.is(before - 1, Kind.VERB)
                && HELD.contains(syntax.words.lower(syntax.phrase(before - 1).head()));
        int had = syntax.verbAfter(noun);
        boolean whose = had == noun + 1 && syntax.is(before, Kind.RELATIVE);
        boolean who = had == noun + 2
                && syntax.is(noun + 1, Kind.RELATIVE)
                && syntax.verb(had).perfect();
        boolean hadHeld = (whose || who)
                && HELD.contains(syntax.words.lower(syntax.phrase(had).head()));
        if (heldBy || hadHeld) {
            return true;
        }
        boolean routed = syntax.is(before, Kind.VERB)
                && ROUTS.contains(syntax.words.lower(syntax.phrase(before).head()));
        return routed || goes(syntax, noun);
    }

    private static boolean goes(Syntax syntax, int noun) {
        int verb = syntax.verbAfter(noun);
        return verb >= 0
                && syntax.subjectsOf(verb).contains(noun)
                && (GOES.contains(syntax.words.lower(syntax.phrase(verb).head()))
                        || ((syntax.verb(verb).passive() || !syntax.is(verb + 1, Kind.NOUN))
                                && ROUTS.contains(
                                        syntax.words.lower(syntax.phrase(verb).head()))));
    }
}
