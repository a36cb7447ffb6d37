package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** What a verb of holding, fighting, striking, killing or sending speaks of. */
final class ActionFrames {

    private final Set<String> attackNouns;

    private final Actors actors;
    private final FindingMaker maker;
    private final Set<String> people;
    private final Set<String> materiel;

    ActionFrames(FindingMaker maker, WordLists cues, WordLists parties, Actors actors) {
        this.actors = actors;
        this.maker = maker;
        this.attackNouns = cues.words("attack-nouns");
        this.people = parties.words("civilians");
        this.materiel = parties.words("materiel");
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        return switch (match.trigger().frame()) {
            case HOLDS, ENTERS, BESIEGES -> actsOn(roles, match);
            case FIGHTS -> fights(roles, match);
            case REPELS -> repels(roles, match);
            case STRIKES -> strikes(roles, match);
            case KILLS -> kills(roles, match);
            case SENDS -> sends(roles, match);
            default -> List.of();
        };
    }

    /** Holding, entering, besieging: a party and the place itself. */
    private List<Finding> actsOn(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        boolean after = !match.trigger().with().isEmpty();
        List<PlaceRole> places = after && !sides.passive()
                ? roles.placesIn(roles.syntax.nounAfter(match.objectFrom()))
                : VerbFrames.placesOf(roles, sides);
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where);
        boolean needsActor = match.trigger().has("armed") || match.trigger().frame() == Frame.HOLDS;
        if (places.isEmpty() && match.trigger().frame() == Frame.HOLDS) {
            return holdsOut(roles, match, sides);
        }
        if (places.isEmpty() || (needsActor && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        boolean news = match.trigger().frame() == Frame.HOLDS
                && after
                && actor.filter(party -> !HoldNews.isHome(party, where)).isPresent()
                && (roles.syntax.words.anyOf(match.token(), match.end(), Set.of("full", "complete", "total", "entire"))
                        || roles.syntax.words.anyOf(match.token() - 2, match.token(), Set.of("now")));
        boolean nowHeld = match.trigger().frame() == Frame.HOLDS
                && sides.passive()
                && roles.syntax.words.anyOf(roles.syntax.phrase(match.phrase()).start(), match.token(), Set.of("now"));
        boolean sayNow = match.trigger().frame() == Frame.HOLDS
                && roles.syntax.words.anyOf(match.token() - 2, match.token(), Set.of("now"))
                && !sides.doer().isEmpty()
                && roles.isPronoun(sides.doer().get(0));
        boolean announced = match.trigger().frame() == Frame.HOLDS
                && actor.filter(party -> !HoldNews.isHome(party, where)).isPresent()
                && isAnnounced(roles.syntax, match.phrase());
        boolean vacated = match.trigger().frame() == Frame.HOLDS && isVacated(roles, match.phrase(), actor);
        if (news || announced || sayNow || nowHeld || vacated) {
            // "say they have full control of the town", "now have control of the town"
            return maker.all(
                    roles, match.at().as(ClaimType.TERRITORY_SEIZED), places, actor, Optional.empty(), "have control");
        }
        List<PlaceRole> inside = match.trigger().frame() == Frame.ENTERS
                ? places.stream().map(role -> role.with(Extent.PART)).toList()
                : places;
        return maker.all(
                roles,
                match.at(),
                inside,
                actor,
                Optional.empty(),
                match.trigger().frame().name().toLowerCase(Locale.ROOT));
    }

    /** "The rebels had gone, and the town was controlled by the army", "with the soldiers gone, rebels rule the town". */
    private static boolean isVacated(Roles roles, int verb, Optional<PartyRole> actor) {
        Syntax syntax = roles.syntax;
        for (int i = syntax.verbBefore(verb); i > 0; i = syntax.verbBefore(i)) {
            String head = syntax.words.lower(syntax.phrase(i).head());
            boolean gone =
                    Set.of("gone", "left", "fled", "withdrawn", "departed").contains(head)
                            && (syntax.verb(i).perfect() || head.equals("gone"))
                            && !syntax.verb(i).negated();
            Optional<PartyRole> leaver = gone && syntax.is(i - 1, Kind.NOUN)
                    ? roles.partyAt(i - 1, Optional.empty()).filter(PartyRole::armed)
                    : Optional.empty();
            if (leaver.filter(party -> !party.written()
                            .equals(actor.map(PartyRole::written).orElse(null)))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "Ukraine says Bakhmut holds": whoever says so holds it. */
    private List<Finding> holdsOut(Roles roles, VerbMatch match, VerbMatch.Sides sides) {
        Syntax syntax = roles.syntax;
        int says = syntax.verbBefore(match.phrase());
        boolean bare = !sides.passive()
                && sides.done().isEmpty()
                && match.trigger().with().isEmpty()
                && Set.of("holds", "hold", "holding", "held").contains(syntax.words.lower(match.token()));
        if (!bare || says < 0 || !syntax.isSaying(says) || sides.doer().isEmpty()) {
            return List.of();
        }
        int subject = sides.doer().get(0);
        List<PlaceRole> places = subject > says ? roles.placesIn(OptionalInt.of(subject)) : List.of();
        Optional<PartyRole> actor = roles.firstParty(syntax.subjectsOf(says), VerbFrames.first(places))
                .filter(PartyRole::armed);
        return places.isEmpty() || actor.isEmpty()
                ? List.of()
                : maker.all(roles, match.at(), places, actor, Optional.empty(), "holds out");
    }

    /** "announced that it controlled the town". */
    private static boolean isAnnounced(Syntax syntax, int verb) {
        int before = syntax.verbBefore(verb);
        return before >= 0
                && syntax.is(before, Kind.VERB)
                && Set.of("announced", "declared", "announces", "declares")
                        .contains(syntax.words.lower(syntax.phrase(before).head()))
                && syntax.between(before, verb, Set.of(Kind.SUBORDINATOR))
                && !syntax.between(before, verb, Set.of(Kind.RELATIVE, Kind.BUT));
    }

    private List<Finding> fights(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        boolean bare = sides.passive()
                && sides.doer().isEmpty()
                && !roles.syntax.verb(match.phrase()).auxiliary()
                && !match.trigger().forms().contains("attack");
        if (bare) {
            // "the army and rebels fought in X": nobody was fought
            sides = new VerbMatch.Sides(false, roles.syntax.subjectsOf(match.phrase()), sides.done(), List.of());
        }
        List<PlaceRole> places = Whereabouts.of(roles, match.phrase());
        if (places.isEmpty() && !sides.passive()) {
            places = roles.placesIn(sides.done());
        }
        if (places.isEmpty() && sides.passive()) {
            places = roles.firstPlaces(sides.doneSubjects());
        }
        Opponents opponents = Opponents.fighting(roles, actors, sides.doer(), VerbFrames.first(places));
        Optional<PartyRole> actor = opponents.one();
        if (places.isEmpty()
                || (!sides.passive() && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        OptionalInt with = roles.syntax.prepositional(match.phrase(), Set.of("with", "against"));
        // "from the border crossing with Turkey"
        OptionalInt other =
                with.isPresent() && isBorderWith(roles.syntax, with.getAsInt()) ? OptionalInt.empty() : with;
        Optional<PartyRole> target = roles.partyIn(other.isPresent() ? other : sides.done(), VerbFrames.first(places))
                .filter(PartyRole::armed)
                .or(opponents::other);
        return maker.all(roles, match.at(), places, actor, target, "fought");
    }

    private static boolean isBorderWith(Syntax syntax, int noun) {
        int before = syntax.firstOfPossessives(noun) - 2;
        return syntax.is(before, Kind.NOUN)
                && Set.of("border", "borders", "crossing", "frontier", "boundary")
                        .contains(syntax.words.lower(syntax.phrase(before).head()));
    }

    private List<Finding> repels(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        Syntax syntax = roles.syntax;
        OptionalInt attack = sides.affected();
        if (attack.isEmpty()) {
            return List.of();
        }
        boolean attackNoun =
                syntax.words.isOneOf(syntax.phrase(attack.getAsInt()).head(), attackNouns);
        List<PlaceRole> places = Whereabouts.of(roles, attack.getAsInt());
        if (places.isEmpty()) {
            places = roles.placesIn(syntax.prepositional(match.objectFrom(), Set.of("from", "in", "at", "to", "on")));
        }
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> target = roles.partyAt(
                        attackNoun && attack.getAsInt() > 0 && syntax.is(attack.getAsInt() - 1, Kind.NOUN)
                                ? attack.getAsInt() - 1
                                : attack.getAsInt(),
                        where)
                .filter(PartyRole::armed);
        if (places.isEmpty() || (!attackNoun && target.isEmpty())) {
            return List.of();
        }
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where);
        return maker.all(roles, match.at(), places, actor, target, "repelled");
    }

    private List<Finding> strikes(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        List<PlaceRole> places = VerbFrames.placesOf(roles, sides);
        if (places.isEmpty()) {
            places = Whereabouts.of(roles, match.objectFrom());
        }
        Optional<Place> where = VerbFrames.first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), where);
        if (places.isEmpty() || (actor.filter(PartyRole::armed).isEmpty() && !sides.passive())) {
            return List.of();
        }
        OptionalInt done = sides.passive() ? OptionalInt.empty() : sides.done();
        Optional<PartyRole> target = ownerOrParty(roles, done, where);
        List<PlaceRole> placed = done.isPresent()
                ? places.stream()
                        .map(role -> roles.facilityOf(done.getAsInt()) ? role.with(Extent.FACILITY) : role)
                        .toList()
                : places;
        return maker.all(roles, match.at(), placed, actor, target, "struck");
    }

    /** "bases of the group": the group; "militants": the militants. */
    private static Optional<PartyRole> ownerOrParty(Roles roles, OptionalInt noun, Optional<Place> where) {
        if (noun.isEmpty()) {
            return Optional.empty();
        }
        int at = noun.getAsInt();
        if (roles.syntax.is(at - 1, Kind.NOUN) && roles.syntax.phrase(at - 1).possessive()) {
            return roles.ownerParty(OptionalInt.of(at - 1), where).filter(PartyRole::armed);
        }
        OptionalInt owner =
                roles.syntax.isPreposition(at + 1, Set.of("of")) ? roles.syntax.nounAfter(at + 1) : OptionalInt.empty();
        return (owner.isPresent() ? roles.partyIn(owner, where) : roles.partyAt(at, where))
                .filter(party -> party.armed() || party.name().id() != null);
    }

    private List<Finding> kills(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        Syntax syntax = roles.syntax;
        OptionalInt victims = sides.affected();
        if (victims.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(victims.getAsInt()).head(), people)) {
            return List.of();
        }
        List<PlaceRole> places = Whereabouts.of(roles, match.objectFrom());
        Optional<PartyRole> actor = roles.firstParty(sides.doer(), VerbFrames.first(places));
        if (places.isEmpty()
                || (!sides.passive() && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        Phrase who = syntax.phrase(victims.getAsInt());
        Optional<PartyRole> target =
                Optional.of(PartyRole.described(syntax.words, firstNotNumber(syntax.words, who), who.end(), false));
        return maker.all(roles, match.at(), places, actor, target, "killed");
    }

    private static int firstNotNumber(Words words, Phrase phrase) {
        int i = phrase.start();
        while (i < phrase.head()
                && (words.tag(i).equals("NUM")
                        || words.token(i).isNumber()
                        || ClosedWords.DETERMINERS.contains(words.lower(i)))) {
            i++;
        }
        return i;
    }

    private List<Finding> sends(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        Syntax syntax = roles.syntax;
        OptionalInt sent = sides.affected();
        if (sent.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(sent.getAsInt()).head(), materiel)) {
            return List.of();
        }
        List<PlaceRole> places = roles.placesIn(syntax.prepositional(match.phrase(), Set.of("to", "in", "into")));
        Optional<PartyRole> actor =
                roles.firstParty(sides.doer(), VerbFrames.first(places)).filter(PartyRole::armed);
        if (actor.isEmpty()) {
            return List.of();
        }
        return maker.maybePlaceless(roles, match.at(), places, actor, Optional.empty(), "sent");
    }
}
