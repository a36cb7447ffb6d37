package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** What a verb of taking, falling, driving out, leaving or losing speaks of: who has a place after it. */
final class HandoverFrames {
    /** Whoever they are, they bear arms where a town fell to them. */
    private static final Set<String> GROUPS = Set.of("sect", "group", "movement", "fighters", "enemy");

    private final FindingMaker maker;
    private final LosingFrame losing;
    private final LeavingFrame leaving;
    private final Hands hands;
    private final Set<String> settlement;

    HandoverFrames(FindingMaker maker, WordLists cues) {
        this.maker = maker;
        this.losing = new LosingFrame(maker);
        this.leaving = new LeavingFrame(maker);
        this.hands = new Hands(cues);
        this.settlement = cues.words("settlement");
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        return switch (match.trigger().frame()) {
            case TAKES -> takes(roles, match);
            case FALLS -> falls(roles, match);
            case SLIPS -> slips(roles, match);
            case EXPELS -> expels(roles, match);
            case CLEARS -> clears(roles, match);
            case LEAVES -> leaving.of(roles, match);
            case LOSES -> losing.of(roles, match);
            default -> List.of();
        };
    }

    private List<Finding> takes(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        boolean flag = match.placeFrom() >= 0 && !match.trigger().has("between");
        List<PlaceRole> places =
                flag ? roles.placesIn(roles.syntax.nounAfter(match.placeFrom())) : VerbFrames.placesOf(roles, sides);
        if (places.isEmpty() && sides.passive() && !match.trigger().with().isEmpty()) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where);
        OptionalInt from = roles.syntax.prepositional(match.objectFrom(), Set.of("from"));
        Optional<PartyRole> target = roles.partyIn(from, where)
                // "wrested from the grip of the rebels"
                .or(() -> from.isPresent() ? hands.holder(roles, from.getAsInt(), where) : Optional.empty())
                .filter(PartyRole::armed);
        if (match.trigger().has("own-word") && match.placeFrom() < 0 && !claimsByName(roles, sides)) {
            return List.of();
        }
        boolean agentless = sides.passive() && sides.doer().isEmpty() && names(places);
        boolean armed = !match.trigger().has("armed")
                || actor.filter(PartyRole::armed).isPresent()
                || target.isPresent()
                || agentless
                || theyTookATown(roles, sides)
                || isForcesOf(roles, sides);
        if (places.isEmpty() || !armed) {
            return List.of();
        }
        if (actor.isEmpty() && sides.passive() && !sides.doer().isEmpty() && isOtherSubject(roles, sides.doer())) {
            // "was captured by the followers of"
            actor = describedSubject(roles, sides.doer());
        }
        if (actor.isEmpty()
                && !sides.passive()
                && isOtherSubject(roles, sides.doer())
                && roles.placesIn(OptionalInt.of(sides.doer().get(0))).isEmpty()) {
            actor = describedSubject(roles, sides.doer());
        }
        Phrase group = roles.syntax.phrase(match.phrase());
        boolean still =
                roles.syntax.words.anyOf(group.start(), match.token(), Set.of("still", "remains", "remained", "remain"))
                        || isOccupied(roles.syntax.words, group, match);
        return maker.all(
                roles,
                still ? match.at().as(ClaimType.TERRITORY_HELD) : match.at(),
                places,
                actor,
                target,
                sides.passive() ? "passive" : "active");
    }

    /** "is occupied by militias" tells of a state, "was occupied" and "is being occupied" do not. */
    private static boolean isOccupied(Words words, Phrase group, VerbMatch match) {
        return match.trigger().forms().contains("occupy")
                && words.anyOf(group.start(), match.token(), Set.of("is", "are"))
                && !words.anyOf(group.start(), match.token(), Set.of("being", "now"));
    }

    /** "they have taken the town": nobody is named, but that it is a town. */
    private boolean theyTookATown(Roles roles, VerbMatch.Sides sides) {
        return !sides.passive()
                && !sides.doer().isEmpty()
                && Set.of("they", "we").contains(roles.syntax.lower(sides.doer().get(0)))
                && sides.done().isPresent()
                && (PlaceNames.endsAt(roles.scene, sides.done().getAsInt())
                        || settlement.contains(roles.syntax.words.lower(
                                roles.syntax.phrase(sides.done().getAsInt()).head())));
    }

    /** "forces of the president-elect". */
    private static boolean isForcesOf(Roles roles, VerbMatch.Sides sides) {
        return !sides.doer().isEmpty()
                && Set.of("forces", "troops", "fighters")
                        .contains(roles.syntax.words.lower(
                                roles.syntax.phrase(sides.doer().get(0)).head()));
    }

    /** "rebels claim Goma", but not "rebels claim it fell", "rebels claim Goma fell". */
    private static boolean claimsByName(Roles roles, VerbMatch.Sides sides) {
        return !sides.passive()
                && sides.done().isPresent()
                && PlaceNames.endsAt(roles.scene, sides.done().getAsInt())
                && roles.syntax.verbAfter(sides.done().getAsInt()) < 0;
    }

    static boolean names(List<PlaceRole> places) {
        return places.stream().allMatch(role -> role.place() != null);
    }

    /** A subject that is no known party: kept in its own words. */
    private static Optional<PartyRole> describedSubject(Roles roles, List<Integer> subjects) {
        Phrase phrase = roles.syntax.phrase(subjects.get(0));
        return Optional.of(PartyRole.described(roles.syntax.words, phrase.start(), phrase.end(), false));
    }

    private static boolean isOtherSubject(Roles roles, List<Integer> subjects) {
        return !subjects.isEmpty() && !roles.isPronoun(subjects.get(0));
    }

    private List<Finding> falls(Roles roles, VerbMatch match) {
        Syntax syntax = roles.syntax;
        int behind = match.trigger().with().isEmpty() ? match.phrase() + 1 : match.objectFrom();
        while (syntax.is(behind, Kind.ADVERB) || syntax.is(behind, Kind.DATE)) {
            behind++;
        }
        List<PlaceRole> places = roles.firstPlaces(syntax.subjectsOf(match.phrase()));
        boolean often =
                syntax.words.anyOf(match.end(), match.end() + 4, Set.of("times", "twice", "repeatedly", "often"));
        boolean object = match.trigger().has("alone")
                && (syntax.is(behind, Kind.NOUN) || syntax.isPreposition(behind, Set.of("to")));
        if (places.isEmpty() || often || object || fallsOtherwise(syntax, match, behind)) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt to = match.trigger().with().isEmpty()
                ? syntax.receiverOf(match.phrase())
                : syntax.nounAfter(match.objectFrom());
        Optional<PartyRole> actor = roles.partyIn(to, where);
        boolean named = actor.filter(party -> party.written().id() != null).isPresent();
        boolean light = match.trigger().forms().contains("come")
                || match.trigger().forms().contains("go");
        boolean went = match.trigger().forms().contains("go")
                && actor.filter(PartyRole::armed).isPresent()
                && syntax.firstOfPossessives(to.getAsInt()) == to.getAsInt();
        if (light && !(match.trigger().forms().contains("go") ? went : named)) {
            // "came under drone attack", "went to the polls"
            return List.of();
        }
        if (to.isPresent() && actor.isEmpty()) {
            Phrase phrase = syntax.phrase(to.getAsInt());
            boolean name = syntax.words.tag(phrase.head()).equals("PROPN");
            boolean group = GROUPS.contains(syntax.words.lower(phrase.head()));
            if (!name && !group) {
                return List.of();
            }
            actor = Optional.of(PartyRole.described(syntax.words, phrase.start(), phrase.end(), group));
        }
        return maker.all(roles, match.at(), places, actor, Optional.empty(), "fell");
    }

    /** "fell silent", "fell 3 percent", "fell into the hands" (which another trigger reads), "fell on Friday" is none of these. */
    private static boolean fallsOtherwise(Syntax syntax, VerbMatch match, int behind) {
        if (!match.trigger().forms().contains("fall")) {
            return false;
        }
        String next = syntax.lower(behind);
        boolean other = Set.of(
                        "into", "under", "behind", "short", "silent", "victim", "within", "apart", "out", "quiet",
                        "from", "back", "by", "outside", "below", "ill")
                .contains(next);
        // "fell a moment ago" tells when, "fell 3 percent" how much
        boolean ago = syntax.lower(behind + 1).equals("ago");
        return other || (syntax.is(behind, Kind.NOUN) && behind == match.phrase() + 1 && !syntax.words.title() && !ago);
    }

    /** "slipped out of the army's hands", "slipped from government control into those of the rebels". */
    private List<Finding> slips(Roles roles, VerbMatch match) {
        Syntax syntax = roles.syntax;
        OptionalInt from = syntax.nounAfter(match.objectFrom());
        List<PlaceRole> places = roles.firstPlaces(syntax.subjectsOf(match.phrase()));
        if (from.isEmpty()
                || places.isEmpty()
                || !hands.isHold(
                        syntax.words.lower(syntax.phrase(from.getAsInt()).head()))) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> target = hands.holder(roles, from.getAsInt(), where);
        OptionalInt to = syntax.prepositional(from.getAsInt(), Set.of("to", "into"));
        Optional<PartyRole> actor = to.isPresent()
                ? hands.holder(roles, to.getAsInt(), where).or(() -> roles.partyIn(to, where))
                : Optional.empty();
        return maker.all(roles, match.at(), places, actor.filter(PartyRole::armed), target, "slipped");
    }

    /** "cleared the town of militants": the place is the object, who lost it stands behind. */
    private List<Finding> clears(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        List<PlaceRole> places = VerbFrames.placesOf(roles, sides);
        if (places.isEmpty()) {
            // "the town is free of militants"
            places = roles.firstPlaces(roles.syntax.subjectsOf(match.phrase()));
        }
        Optional<Place> where = VerbFrames.first(places);
        OptionalInt from = roles.syntax.nounAfter(match.placeFrom());
        Optional<PartyRole> target = roles.partyIn(from, where).or(() -> occupier(roles, from));
        if (places.isEmpty() || target.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where).filter(PartyRole::armed);
        return maker.all(roles, match.at(), places, actor, target, "cleared");
    }

    /** "freed from Armenian occupation". */
    private static Optional<PartyRole> occupier(Roles roles, OptionalInt noun) {
        if (noun.isEmpty()) {
            return Optional.empty();
        }
        int head = roles.syntax.phrase(noun.getAsInt()).head();
        return roles.syntax.words.lower(head).equals("occupation") ? roles.stateBefore(head) : Optional.empty();
    }

    private List<Finding> expels(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        List<PlaceRole> places = roles.placesIn(roles.syntax.nounAfter(match.placeFrom()));
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> target =
                sides.passive() ? roles.firstParty(sides.doneSubjects(), where) : roles.partyIn(sides.done(), where);
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where);
        if (target.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(roles, match.at(), places, actor, target, "driven out");
    }
}
