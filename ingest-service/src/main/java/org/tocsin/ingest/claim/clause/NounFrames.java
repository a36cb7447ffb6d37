package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** What a noun that is a trigger speaks of: "the fall of X", "ISIS's seizure of X", "X's capture by". */
final class NounFrames {
    private static final Set<String> ON = Set.of("on", "of", "in", "against", "at", "near", "around");

    private final Actors actors;
    private final FindingMaker maker;
    private final HandsFrame hands;
    private final DiplomacyFrames diplomacy;
    private final Set<String> materiel;
    private final Set<String> reporting;
    private final Set<String> unarmed;
    private final Set<String> goingOn;
    private final Set<String> shaking;
    private final Set<String> admitting;
    private final Set<String> finishing;

    NounFrames(WordLists cues, WordLists parties, Actors actors) {
        this.actors = actors;
        this.maker = new FindingMaker(actors);
        this.hands = new HandsFrame(maker, cues);
        this.diplomacy = new DiplomacyFrames(maker, cues);
        this.materiel = parties.words("materiel");
        this.reporting = cues.words("report");
        this.unarmed = cues.words("unarmed");
        this.shaking = cues.words("shaking");
        this.goingOn = cues.words("going-on", "shaking");
        this.admitting = cues.words("admits");
        this.finishing = cues.words("finishes");
    }

    List<Finding> of(Roles roles, Trigger trigger, int token, int phrase) {
        Syntax syntax = roles.syntax;
        boolean gerund = syntax.is(phrase, Kind.VERB)
                && syntax.verb(phrase).gerund()
                && syntax.phrase(phrase).head() == token;
        boolean noun = syntax.is(phrase, Kind.NOUN) && syntax.phrase(phrase).head() == token;
        if ((!noun && !gerund) || !precededBy(syntax.words, trigger, token)) {
            return List.of();
        }
        TriggerAt at = new TriggerAt(trigger, token, token + 1, phrase);
        return switch (trigger.frame()) {
            case TAKING -> taking(roles, at, Set.of("by"));
            case FALL -> taking(roles, at, Set.of("to"));
            case LOSS -> loss(roles, at);
            case LEAVING -> leaving(roles, at);
            case FIGHTING -> fighting(roles, at);
            case STRIKE -> strike(roles, at);
            case TALKS -> diplomacy.talks(roles, at);
            case AGREEMENT -> diplomacy.agreement(roles, at);
            case MEASURE -> diplomacy.measure(roles, at);
            case LISTING -> diplomacy.listing(roles, at);
            case SENDING -> sending(roles, at);
            case HANDS -> hands.of(roles, at);
            default -> List.of();
        };
    }

    private static boolean precededBy(Words words, Trigger trigger, int token) {
        List<String> with = trigger.with();
        for (int i = 0; i < with.size(); i++) {
            if (!words.lower(token - with.size() + i).equals(with.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<Finding> taking(Roles roles, TriggerAt at, Set<String> agentWords) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        OptionalInt owner = syntax.ownerOf(phrase);
        List<PlaceRole> places = roles.placesIn(OfNoun.of(syntax, phrase));
        Optional<PartyRole> actor = Optional.empty();
        if (!places.isEmpty()) {
            Optional<Place> where = VerbFrames.first(places);
            OptionalInt by = syntax.prepositional(phrase, agentWords);
            actor = roles.ownerParty(owner, where)
                    .or(() -> roles.compoundParty(at.start(), phrase, where))
                    .or(() -> roles.partyIn(by, where))
                    .filter(PartyRole::armed);
        } else if (owner.isPresent()) {
            places = roles.ownerPlaces(owner.getAsInt());
            OptionalInt by = syntax.prepositional(phrase, agentWords);
            actor = roles.partyIn(by, VerbFrames.first(places)).filter(PartyRole::armed);
            if (places.isEmpty()) {
                return List.of();
            }
        } else if (Set.of("its", "their").contains(syntax.lower(phrase))) {
            places = Whereabouts.ofOwner(roles, phrase);
            OptionalInt by = syntax.prepositional(phrase, agentWords);
            actor = roles.partyIn(by, VerbFrames.first(places)).filter(PartyRole::armed);
        } else {
            places = roles.nameBefore(at.start(), phrase);
        }
        // "the capture of X ... by": in "the capture by Azerbaijan of Shusha" the place comes last
        int by = OfNoun.pastDate(syntax, phrase + 1);
        if (places.isEmpty() && syntax.isPreposition(by, Set.of("by")) && syntax.isPreposition(by + 2, Set.of("of"))) {
            places = roles.placesIn(syntax.nounAfter(by + 2));
            actor = roles.partyAt(by + 1, VerbFrames.first(places));
        }
        if (actor.isEmpty()) {
            actor = claimantOfOwnDeed(roles, phrase, VerbFrames.first(places));
        }
        if (at.trigger().has("armed") && actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(roles, at, places, actor, Optional.empty(), "noun");
    }

    /** "The rebels announced the capture of X": whoever says so took it, when it is a party. */
    private Optional<PartyRole> claimantOfOwnDeed(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        int verb = syntax.verbBefore(phrase);
        boolean finishes = verb >= 0
                && syntax.words.isOneOf(syntax.phrase(verb).head(), finishing)
                && syntax.nounAfter(verb).orElse(-1) == phrase;
        if (verb >= 0
                && (finishes || syntax.words.isOneOf(syntax.phrase(verb).head(), reporting))
                && !syntax.between(verb, phrase, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT))) {
            return roles.firstParty(syntax.subjectsOf(verb), where)
                    .or(() -> roles.spokenFor(syntax.subjectsOf(verb)))
                    .filter(PartyRole::armed);
        }
        int after = syntax.verbAfter(phrase);
        if (after >= 0
                && syntax.verb(after).passive()
                && syntax.words.isOneOf(syntax.phrase(after).head(), reporting)) {
            return roles.partyIn(syntax.agentOf(after), where).filter(PartyRole::armed);
        }
        return Optional.empty();
    }

    private List<Finding> loss(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        OptionalInt of = syntax.genitive(phrase);
        List<PlaceRole> places = roles.placesIn(of);
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> target = roles.ownerParty(syntax.ownerOf(phrase), where)
                .or(() -> roles.compoundParty(at.start(), phrase, where))
                .or(() -> whoAdmits(roles, phrase, where));
        Optional<PartyRole> actor =
                roles.partyIn(syntax.prepositional(phrase, Set.of("to")), where).filter(PartyRole::armed);
        return maker.all(roles, at, places, actor, target, "noun");
    }

    /** "The RSF leader conceded the loss of X": his own. */
    private Optional<PartyRole> whoAdmits(Roles roles, int phrase, Optional<Place> where) {
        Syntax syntax = roles.syntax;
        int verb = syntax.verbBefore(phrase);
        boolean admits = verb >= 0
                && syntax.words.isOneOf(syntax.phrase(verb).head(), admitting)
                && syntax.nounAfter(verb).orElse(-1) == phrase;
        return admits
                ? roles.spokenFor(syntax.subjectsOf(verb))
                        .or(() -> roles.firstParty(syntax.subjectsOf(verb), where))
                        .filter(PartyRole::armed)
                : Optional.empty();
    }

    private List<Finding> leaving(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        OptionalInt from = syntax.prepositional(phrase, Set.of("from"));
        List<PlaceRole> places = roles.placesIn(from);
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt of = syntax.prepositional(phrase, Set.of("of", "by"));
        Optional<PartyRole> actor = roles.ownerParty(syntax.ownerOf(phrase), where)
                .or(() -> roles.partyIn(of, where))
                .or(() -> roles.compoundParty(at.start(), phrase, where))
                .filter(PartyRole::armed)
                .or(() -> claimantOfOwnDeed(roles, phrase, where));
        if (actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(roles, at, places, actor, Optional.empty(), "noun");
    }

    private List<Finding> fighting(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        if ((syntax.is(phrase - 1, Kind.PREPOSITION) && !Set.of("amid", "by").contains(syntax.lower(phrase - 1)))
                || (syntax.is(phrase - 1, Kind.SUBORDINATOR)
                        && !Set.of("that", "as", "while").contains(syntax.lower(phrase - 1)))) {
            return List.of();
        }
        if (isUnrest(syntax, phrase)) {
            return List.of();
        }
        List<PlaceRole> places = Whereabouts.of(roles, phrase);
        int verb = syntax.verbAfter(phrase);
        boolean goesOn = verb >= 0
                && syntax.words.isOneOf(syntax.phrase(verb).head(), goingOn)
                && !syntax.between(phrase, verb, Set.of(Kind.SUBORDINATOR, Kind.BUT));
        if (places.isEmpty() && goesOn) {
            places = Whereabouts.of(roles, verb);
            if (places.isEmpty() && syntax.words.isOneOf(syntax.phrase(verb).head(), shaking)) {
                places = roles.placesIn(syntax.nounAfter(verb));
            }
            if (places.isEmpty()) {
                places = inside(roles.placesIn(syntax.prepositional(verb, Set.of("through", "across", "into"))));
            }
        }
        Optional<Place> where = VerbFrames.first(places);
        Opponents named = Opponents.between(roles, actors, phrase, where);
        Opponents sides = named.one().isEmpty() && goesOn ? Opponents.between(roles, actors, verb, where) : named;
        return maker.all(roles, at.governedBy(goesOn ? verb : phrase), places, sides.one(), sides.other(), "noun");
    }

    /** "clashes between police and protesters" are no war. */
    private boolean isUnrest(Syntax syntax, int phrase) {
        for (int i = phrase + 1; i < Math.min(syntax.size(), phrase + 7) && !syntax.is(i, Kind.VERB); i++) {
            boolean among = syntax.is(i, Kind.NOUN)
                    && syntax.words.isOneOf(syntax.phrase(i).head(), unarmed);
            if (among && syntax.between(phrase, i, Set.of(Kind.PREPOSITION)) && isBetween(syntax, phrase, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(Syntax syntax, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (syntax.isPreposition(i, Set.of("between", "with"))) {
                return true;
            }
        }
        return false;
    }

    private static List<PlaceRole> inside(List<PlaceRole> places) {
        return places.stream().map(role -> role.with(Extent.PART)).toList();
    }

    private List<Finding> strike(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        List<PlaceRole> places = roles.placesIn(syntax.prepositional(phrase, ON));
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt by = syntax.prepositional(phrase, Set.of("by"));
        int verb = syntax.verbBefore(phrase);
        Optional<PartyRole> actor = roles.ownerParty(syntax.ownerOf(phrase), where)
                .or(() -> roles.compoundParty(at.start(), phrase, where))
                .or(() -> roles.partyIn(by, where))
                .or(() -> verb >= 0 && syntax.nounAfter(verb).orElse(-1) == phrase
                        ? roles.firstParty(syntax.subjectsOf(verb), where)
                        : Optional.empty())
                .filter(PartyRole::armed);
        Optional<PartyRole> target = roles.partyIn(syntax.prepositional(phrase, Set.of("on", "against")), where)
                .filter(party -> party.armed() && (party.name().id() != null || places.isEmpty()));
        if (places.isEmpty()) {
            boolean enough = !at.trigger().type().needsPlace()
                    && actor.isPresent()
                    && target.isPresent()
                    && actor.get().name().id() != null;
            return enough
                    ? maker.maybePlaceless(roles, at.withWordsBefore(), places, actor, target, "noun")
                    : List.of();
        }
        boolean unnamed = places.stream().allMatch(role -> role.place() == null);
        return unnamed ? List.of() : maker.all(roles, at.withWordsBefore(), places, actor, target, "noun");
    }

    /** "the deployment of 300 troops to X by Y". */
    private List<Finding> sending(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        OptionalInt sent = syntax.genitive(at.phrase());
        if (sent.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(sent.getAsInt()).head(), materiel)) {
            return List.of();
        }
        List<PlaceRole> places = roles.placesIn(syntax.prepositional(sent.getAsInt(), Set.of("to", "in", "into")));
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> actor = roles.ownerParty(syntax.ownerOf(at.phrase()), where)
                .or(() -> roles.partyIn(syntax.prepositional(at.phrase(), Set.of("by")), where))
                .or(() -> roles.partyIn(sent, where))
                .filter(PartyRole::armed);
        return actor.isEmpty() ? List.of() : maker.maybePlaceless(roles, at, places, actor, Optional.empty(), "noun");
    }
}
