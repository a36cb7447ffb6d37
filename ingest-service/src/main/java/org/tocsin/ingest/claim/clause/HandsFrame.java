package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** "X is in the hands of Y", "X came under Y's control", "control of X passed to Y", "Y claimed control of X". */
final class HandsFrame {
    private static final Set<String> INTO = Set.of("in", "into", "under", "to");
    private static final Set<String> COMING = Set.of(
            "fall",
            "falls",
            "fell",
            "fallen",
            "slip",
            "slips",
            "slipped",
            "come",
            "comes",
            "came",
            "pass",
            "passes",
            "passed",
            "return",
            "returns",
            "returned",
            "revert",
            "reverted",
            "go",
            "goes",
            "went",
            "gone",
            "brought",
            "move",
            "moved",
            "transfer",
            "transferred");
    private static final Set<String> STAYING = Set.of(
            "still",
            "remain",
            "remains",
            "remained",
            "stay",
            "stays",
            "stayed",
            "since",
            "firmly",
            "long",
            "kept",
            "left");

    private static final Set<String> HOLD = Set.of(
            "hands", "hand", "control", "grip", "grasp", "sway", "rule", "possession", "clutches", "authority", "hold");

    private static final Set<String> OWN = Set.of("its", "their", "our", "his");
    private static final Set<String> LEAVING = Set.of(
            "leave",
            "leaves",
            "left",
            "leaving",
            "put",
            "puts",
            "putting",
            "place",
            "placed",
            "placing",
            "bring",
            "brings",
            "brought",
            "bringing");
    private static final Set<String> RECENT = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "overnight",
            "dawn",
            "morning",
            "night",
            "noon",
            "midnight",
            "today",
            "weekend");
    private static final Set<String> ANNOUNCED = Set.of(
            "announced",
            "announces",
            "announcing",
            "declared",
            "declares",
            "proclaimed",
            "proclaims",
            "confirmed",
            "confirms",
            "claimed",
            "claims",
            "claim",
            "admitted",
            "admits",
            "conceded",
            "concedes",
            "acknowledged",
            "acknowledges");

    private final FindingMaker maker;
    private final Set<String> reporting;

    HandsFrame(FindingMaker maker, WordLists cues) {
        this.maker = maker;
        this.reporting = cues.words("report");
    }

    static boolean isHold(String lower) {
        return HOLD.contains(lower);
    }

    /** Whose hands: "the army's hands", "army hands", "the hands of the army". */
    static Optional<PartyRole> holder(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        if (!isHold(syntax.words.lower(syntax.phrase(phrase).head()))) {
            return Optional.empty();
        }
        OptionalInt of =
                syntax.isPreposition(phrase + 1, Set.of("of")) ? syntax.nounAfter(phrase + 1) : OptionalInt.empty();
        boolean owned =
                syntax.is(phrase - 1, Kind.NOUN) && syntax.phrase(phrase - 1).possessive();
        return (owned ? roles.ownerParty(OptionalInt.of(phrase - 1), where) : roles.partyIn(of, where))
                .or(() -> roles.compoundParty(syntax.phrase(phrase).head(), phrase, where));
    }

    List<Finding> of(Roles roles, Trigger trigger, int token, int phrase) {
        Syntax syntax = roles.syntax;
        int first = phrase;
        while (syntax.is(first - 1, Kind.NOUN) && syntax.phrase(first - 1).possessive()) {
            first--;
        }
        if (syntax.isPreposition(first - 1, INTO)) {
            return placed(roles, trigger, token, phrase, first);
        }
        return syntax.words.lower(token).equals("control") ? controlOf(roles, trigger, token, phrase) : List.of();
    }

    private List<Finding> placed(Roles roles, Trigger trigger, int token, int phrase, int first) {
        Syntax syntax = roles.syntax;
        int verb = syntax.verbBefore(first);
        boolean linked = verb >= 0
                && !syntax.between(verb, first, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE))
                && isLink(syntax, verb);
        boolean left = !linked
                && verb >= 0
                && LEAVING.contains(syntax.words.lower(syntax.phrase(verb).head()));
        List<PlaceRole> places = linked
                ? roles.firstPlaces(syntax.subjectsOf(verb))
                : left ? roles.placesIn(syntax.nounAfter(verb)) : justBefore(roles, first);
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt of =
                syntax.isPreposition(phrase + 1, Set.of("of")) ? syntax.nounAfter(phrase + 1) : OptionalInt.empty();
        if (of.isEmpty()) {
            // "came under the control on Tuesday of militants"
            of = syntax.prepositional(phrase, Set.of("of"));
        }
        OptionalInt holder = of;
        Optional<PartyRole> actor =
                first < phrase ? roles.ownerParty(OptionalInt.of(phrase - 1), where) : roles.partyIn(holder, where);
        if (actor.isEmpty()) {
            actor = roles.compoundParty(token, phrase, where)
                    .or(() -> roles.stateBefore(token))
                    .or(() -> possessivePronoun(roles, phrase, where));
        }
        if (actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        boolean own = OWN.contains(syntax.words.lower(syntax.phrase(phrase).start()));
        ClaimType type = left
                        || (own && linked && syntax.verb(verb).copula())
                        || isChange(syntax, linked ? verb : -1, first, phrase, actor.get())
                ? ClaimType.TERRITORY_SEIZED
                : ClaimType.TERRITORY_HELD;
        Trigger typed = new Trigger(
                false,
                type,
                type == ClaimType.TERRITORY_HELD ? Frame.HOLDS : Frame.HANDS,
                trigger.forms(),
                List.of(),
                trigger.flags());
        return maker.all(
                roles, typed, token, token + 1, linked ? verb : phrase, places, actor, Optional.empty(), "in hands");
    }

    private static boolean isLink(Syntax syntax, int verb) {
        String head = syntax.words.lower(syntax.phrase(verb).head());
        return syntax.verb(verb).copula() || COMING.contains(head) || STAYING.contains(head);
    }

    /** Is it told as news that the place is there now? */
    private static boolean isChange(Syntax syntax, int verb, int first, int phrase, PartyRole actor) {
        int from = verb < 0
                ? syntax.phrase(Math.max(0, first - 3)).start()
                : syntax.phrase(verb).start();
        int to = syntax.phrase(first).start();
        Words words = syntax.words;
        int behind = Math.min(words.to(), syntax.phrase(phrase).end() + 8);
        boolean lately = sinceLately(words, to, behind);
        boolean staying = words.anyOf(from, to, STAYING) || words.anyOf(to, behind, Set.of("since"));
        if (staying && !lately) {
            return false;
        }
        boolean coming =
                verb >= 0 && COMING.contains(words.lower(syntax.phrase(verb).head()));
        boolean now = words.anyOf(from, to, Set.of("now", "back", "again"));
        boolean wholly = words.anyOf(from, to, Set.of("wholly", "fully", "completely", "entirely", "totally"));
        boolean copula = verb >= 0 && syntax.verb(verb).copula();
        boolean told = copula && (isAnnounced(words, phrase, syntax) || isFollowed(syntax, phrase));
        return coming || now || lately || ((wholly || told) && !actor.government());
    }

    /** "since Sunday night": a state that began with the news. */
    private static boolean sinceLately(Words words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.lower(i).equals("since")) {
                return words.anyOf(i + 1, i + 4, RECENT);
            }
        }
        return false;
    }

    /** "is in the hands of rebels after the garrison surrendered": how it came about is told with it. */
    private static boolean isFollowed(Syntax syntax, int phrase) {
        for (int i = phrase + 1; i < Math.min(syntax.size(), phrase + 6); i++) {
            if (syntax.is(i, Kind.SUBORDINATOR)) {
                return Set.of("after", "as").contains(syntax.lower(i));
            }
            if (syntax.is(i, Kind.VERB)) {
                return false;
            }
        }
        return false;
    }

    /** Somebody announces it: no background. */
    private static boolean isAnnounced(Words words, int phrase, Syntax syntax) {
        return words.anyOf(words.from(), syntax.phrase(phrase).start(), ANNOUNCED)
                || words.anyOf(syntax.phrase(phrase).end(), words.to(), ANNOUNCED);
    }

    /** "Mosul, in IS hands since last summer". */
    private static List<PlaceRole> justBefore(Roles roles, int first) {
        Syntax syntax = roles.syntax;
        int i = first - 2;
        while (syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.COMMA)) {
            i--;
        }
        return syntax.is(i, Kind.NOUN) ? roles.places.of(roles.scene, i) : List.of();
    }

    /** "in its hands", "in their hands": whoever speaks. */
    private static Optional<PartyRole> possessivePronoun(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        String first = syntax.words.lower(syntax.phrase(phrase).start());
        return Set.of("its", "their", "his", "our").contains(first)
                ? roles.speakerNear(phrase, where)
                : Optional.empty();
    }

    private List<Finding> controlOf(Roles roles, Trigger trigger, int token, int phrase) {
        Syntax syntax = roles.syntax;
        OptionalInt of = syntax.isPreposition(phrase + 1, Set.of("of", "over"))
                ? syntax.nounAfter(phrase + 1)
                : OptionalInt.empty();
        List<PlaceRole> places = roles.placesIn(of);
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        int before = syntax.verbBefore(phrase);
        int after = syntax.verbAfter(phrase);
        Optional<PartyRole> actor = Optional.empty();
        int governor = phrase;
        if (before >= 0
                && syntax.nounAfter(before).orElse(-1) == phrase
                && syntax.words.isOneOf(syntax.phrase(before).head(), reporting)) {
            actor = roles.firstParty(syntax.subjectsOf(before), where);
            governor = before;
        } else if (after >= 0
                && (before < 0 || syntax.between(before, phrase, Set.of(Kind.COMMA, Kind.SUBORDINATOR)))) {
            boolean claimed = syntax.verb(after).passive()
                    && syntax.words.isOneOf(syntax.phrase(after).head(), reporting);
            boolean passed =
                    COMING.contains(syntax.words.lower(syntax.phrase(after).head()));
            actor = claimed
                    ? roles.partyIn(syntax.agentOf(after), where)
                    : passed ? roles.partyIn(syntax.prepositional(after, Set.of("to")), where) : Optional.empty();
            governor = after;
        }
        if (actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        Trigger typed = new Trigger(
                false, ClaimType.TERRITORY_SEIZED, Frame.HANDS, trigger.forms(), List.of(), trigger.flags());
        return maker.all(roles, typed, token, token + 1, governor, places, actor, Optional.empty(), "control of");
    }
}
