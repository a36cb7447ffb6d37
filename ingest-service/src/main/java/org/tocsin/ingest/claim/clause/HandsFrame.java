package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** "X is in the hands of Y", "X came under Y's control", "control of X passed to Y", "Y claimed control of X". */
final class HandsFrame {
    private static final Set<String> INTO = Set.of("in", "into", "under", "to");
    private static final Set<String> NEWLY = Set.of("newly", "now", "back", "again");

    private final FindingMaker maker;
    private final HoldNews news;
    private final OursFrame ours;
    private final ControlFrame control;
    private final Set<String> reporting;
    private final Set<String> leaving;
    private final Set<String> giving;

    HandsFrame(FindingMaker maker, WordLists cues) {
        this.maker = maker;
        this.ours = new OursFrame(maker);
        this.news = new HoldNews(cues);
        this.control = new ControlFrame(maker, news);
        this.reporting = cues.words("report");
        this.leaving = cues.words("leaving-in");
        this.giving = cues.words("giving");
    }

    List<Finding> of(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int first = syntax.firstOfPossessives(at.phrase());
        if (OursFrame.OURS.contains(syntax.words.lower(at.start()))) {
            return ours.of(roles, at);
        }
        if (isLeftWith(syntax, first)) {
            return controlOf(roles, at);
        }
        if (syntax.isPreposition(first - 1, INTO)) {
            return placed(roles, at, first);
        }
        return syntax.words.lower(at.start()).equals("control") ? controlOf(roles, at) : List.of();
    }

    /** "fighting left the rebels in control of X", "with control of X": a party between the verb and the preposition. */
    private boolean isLeftWith(Syntax syntax, int first) {
        return syntax.words.lower(syntax.phrase(first).head()).equals("control")
                && syntax.isPreposition(first - 1, Set.of("in", "with"))
                && syntax.is(first - 2, Kind.NOUN)
                && syntax.is(first - 3, Kind.VERB)
                && Set.of("leave", "leaves", "left", "leaving")
                        .contains(syntax.words.lower(syntax.phrase(first - 3).head()));
    }

    static TriggerAt told(TriggerAt at, boolean change) {
        return change ? at.as(ClaimType.TERRITORY_SEIZED, Frame.HANDS) : at.as(ClaimType.TERRITORY_HELD, Frame.HOLDS);
    }

    private List<Finding> placed(Roles roles, TriggerAt at, int first) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        int verb = verbPlacing(syntax, first);
        boolean linked = verb >= 0
                && !syntax.between(verb, first, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE))
                && news.isLink(syntax, verb);
        boolean left = !linked
                && verb >= 0
                && leaving.contains(syntax.words.lower(syntax.phrase(verb).head()));
        OptionalInt behind = linked || left ? OptionalInt.empty() : behindPlacing(syntax, first - 1, phrase);
        List<PlaceRole> places = linked
                ? roles.firstPlaces(syntax.subjectsOf(verb))
                : left
                        ? roles.placesIn(syntax.nounAfter(verb))
                        : behind.isPresent() ? roles.placesIn(behind) : justBefore(roles, first);
        if (places.isEmpty() && !linked) {
            List<Finding> setOff = control.nowIn(roles, at, first);
            if (!setOff.isEmpty()) {
                return setOff;
            }
        }
        if (places.isEmpty()) {
            return verb >= 0 && linked ? control.in(roles, at, verb) : List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt of = syntax.genitive(phrase);
        if (of.isEmpty()) {
            // "came under the control on Tuesday of militants"
            of = syntax.prepositional(phrase, Set.of("of"));
        }
        OptionalInt holder = of;
        Optional<PartyRole> actor =
                first < phrase ? roles.ownerParty(OptionalInt.of(phrase - 1), where) : roles.partyIn(holder, where);
        if (actor.isEmpty()) {
            actor = roles.compoundParty(at.start(), phrase, where)
                    .or(() -> roles.stateBefore(at.start()))
                    .or(() -> possessivePronoun(roles, phrase, where));
        }
        if (actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        boolean own = ClosedWords.POSSESSIVES.contains(
                syntax.words.lower(syntax.phrase(phrase).start()));
        boolean still = syntax.words.anyOf(
                syntax.phrase(Math.max(0, first - 3)).start(),
                syntax.phrase(first).start(),
                Set.of("still", "remains", "remain", "remained"));
        boolean ownWord = own
                && !still
                && (behind.isPresent() || (linked && syntax.verb(verb).copula()))
                && !actor.get().government();
        OptionalInt whose = syntax.genitive(phrase);
        boolean came = behind.isPresent()
                && new SentenceOrder(syntax).comingBehind((whose.isPresent() ? whose.getAsInt() : phrase) + 1) >= 0;
        boolean newly = behind.isPresent()
                && syntax.words.anyOf(
                        syntax.words.from(), syntax.phrase(behind.getAsInt()).start(), NEWLY);
        boolean now = came || newly;
        boolean change =
                left || ownWord || now || news.isChange(syntax, linked ? verb : -1, first, phrase, actor.get(), where);
        boolean partly = linked
                && syntax.words.anyOf(
                        syntax.phrase(verb).start(),
                        syntax.phrase(first).start(),
                        Set.of("partly", "partially", "half"));
        List<PlaceRole> held =
                partly ? places.stream().map(role -> role.with(Extent.PART)).toList() : places;
        return maker.all(
                roles,
                told(at, change).governedBy(linked || left ? verb : phrase),
                held,
                actor,
                Optional.empty(),
                "in hands");
    }

    /** The verb before "under their control", also before the aside of "is now, they say, under their control". */
    private static int verbPlacing(Syntax syntax, int first) {
        int before = new SentenceOrder(syntax).beforeSayingAside(first - 2);
        while (before > 0 && syntax.is(before, Kind.ADVERB)) {
            before--;
        }
        return before >= 0 && syntax.is(before, Kind.VERB) ? before : syntax.verbBefore(first);
    }

    /** "Newly under rebel control is X", "Under the control of rebels now is X". */
    private static OptionalInt behindPlacing(Syntax syntax, int preposition, int phrase) {
        OptionalInt of = syntax.genitive(phrase);
        return new SentenceOrder(syntax).subjectBehindPlacing(preposition, of.isPresent() ? of.getAsInt() : phrase);
    }

    /** "Mosul, in IS hands since last summer". */
    private static List<PlaceRole> justBefore(Roles roles, int first) {
        Syntax syntax = roles.syntax;
        int i = first - 2;
        while (syntax.is(i, Kind.ADVERB) || syntax.is(i, Kind.COMMA)) {
            i--;
        }
        boolean within = syntax.isPreposition(i - 1, Set.of("in", "at")) && syntax.is(i - 2, Kind.NOUN);
        // "city hall in X back in their hands" is not about X
        int noun = within ? i - 2 : i;
        return syntax.is(noun, Kind.NOUN) ? roles.places.of(roles.scene, noun) : List.of();
    }

    /** "in its hands", "in their hands": whoever speaks. */
    private static Optional<PartyRole> possessivePronoun(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        String first = syntax.words.lower(syntax.phrase(phrase).start());
        return ClosedWords.POSSESSIVES.contains(first) ? roles.speakerNear(phrase, where) : Optional.empty();
    }

    /** "control, since Sunday, of X". */
    private static int pastDatedAside(Syntax syntax, int from) {
        boolean aside = syntax.is(from, Kind.COMMA)
                && (syntax.is(from + 1, Kind.SUBORDINATOR) || syntax.is(from + 1, Kind.PREPOSITION))
                && syntax.is(from + 2, Kind.DATE)
                && syntax.is(from + 3, Kind.COMMA);
        return aside ? from + 4 : from;
    }

    /** "control of X passed to Y", "Y claimed control of X", "gave Y control of X". */
    private List<Finding> controlOf(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        // "control on Friday of X"
        int behind = syntax.isPreposition(phrase + 1, Set.of("on")) && syntax.is(phrase + 2, Kind.DATE)
                ? phrase + 3
                : pastDatedAside(syntax, phrase + 1);
        OptionalInt of =
                syntax.isPreposition(behind, Set.of("of", "over")) ? syntax.nounAfter(behind) : OptionalInt.empty();
        List<PlaceRole> places = roles.placesIn(of);
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        int before = syntax.verbBefore(phrase);
        int after = syntax.verbAfter(phrase);
        boolean given = before >= 0
                && before == phrase - 2
                && syntax.is(phrase - 1, Kind.NOUN)
                && giving.contains(syntax.words.lower(syntax.phrase(before).head()));
        Optional<PartyRole> actor = Optional.empty();
        int governor = phrase;
        boolean have = before >= 0
                && syntax.nounAfter(before).orElse(-1) == phrase
                && ClosedWords.HAVE.contains(
                        syntax.words.lower(syntax.phrase(before).head()));
        if (have) {
            return control.have(roles, at.governedBy(before), places);
        }
        if (isLeftWith(syntax, phrase)) {
            actor = roles.partyAt(phrase - 2, where);
            governor = phrase - 3;
        } else if (given) {
            actor = roles.partyAt(phrase - 1, where);
            governor = before;
        } else if (before >= 0
                && syntax.nounAfter(before).orElse(-1) == phrase
                && syntax.words.isOneOf(syntax.phrase(before).head(), reporting)) {
            actor = roles.firstParty(syntax.subjectsOf(before), where);
            governor = before;
        } else if (after >= 0
                && (before < 0 || syntax.between(before, phrase, Set.of(Kind.COMMA, Kind.SUBORDINATOR)))) {
            boolean claimed = syntax.verb(after).passive()
                    && syntax.words.isOneOf(syntax.phrase(after).head(), reporting);
            boolean passed =
                    news.isComing(syntax.words.lower(syntax.phrase(after).head()));
            actor = claimed
                    ? roles.partyIn(syntax.agentOf(after), where)
                    : passed ? roles.partyIn(syntax.prepositional(after, Set.of("to")), where) : Optional.empty();
            governor = after;
        }
        if (actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(roles, told(at, true).governedBy(governor), places, actor, Optional.empty(), "control of");
    }
}
