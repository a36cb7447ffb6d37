package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Place;

/** What a verb that is a trigger speaks of. */
final class VerbFrames {
    private static final int WITHIN = 12;
    private static final Set<String> PARTICLES = Set.of("back", "out", "over", "off", "up", "away");
    private static final Set<String> AIR = Set.of(
            "air",
            "aerial",
            "airstrike",
            "airstrikes",
            "air-strike",
            "air-strikes",
            "warplane",
            "warplanes",
            "jet",
            "jets",
            "aircraft",
            "drone",
            "drones",
            "plane",
            "planes",
            "helicopter",
            "helicopters",
            "missile",
            "missiles",
            "bombers");
    private static final Set<String> WHERE =
            Set.of("in", "at", "near", "outside", "inside", "on", "around", "into", "against", "for", "over");
    private static final Set<String> NEAR = Set.of("near", "outside", "around");

    private final FindingMaker maker;
    private final Set<String> people;
    private final Set<String> materiel;
    private final Set<String> attackNouns = Set.of(
            "attack",
            "attacks",
            "assault",
            "assaults",
            "offensive",
            "offensives",
            "advance",
            "advances",
            "attempt",
            "attempts",
            "push",
            "raid",
            "bid",
            "incursion");

    VerbFrames(WordLists cues, WordLists parties, Actors actors) {
        this.maker = new FindingMaker(actors);
        this.people = parties.words("civilians");
        this.materiel = parties.words("materiel");
    }

    /**
     * A verb with the words that it asked for.
     *
     * @param phrase its verb group
     * @param end token after the last of its words; the object is looked for behind {@code objectFrom}
     * @param objectFrom phrase behind which the object stands
     * @param placeFrom phrase behind which the place of "out of" stands, or -1
     */
    record Match(Trigger trigger, int token, int phrase, int end, int objectFrom, int placeFrom) {}

    Optional<Match> match(Roles roles, Trigger trigger, int token, int phrase) {
        Syntax syntax = roles.syntax;
        Words words = syntax.words;
        List<String> with = trigger.with();
        if (trigger.has("back") && !backFollows(syntax, token, phrase)) {
            return Optional.empty();
        }
        if (trigger.has("air") && !words.anyOf(words.from(), words.to(), AIR)) {
            return Optional.empty();
        }
        if (with.isEmpty()) {
            return Optional.of(new Match(trigger, token, phrase, token + 1, phrase, -1));
        }
        boolean apart = with.get(0).equals("...");
        List<String> wanted = apart ? with.subList(1, with.size()) : with;
        int limit = Math.min(words.to() - wanted.size(), token + 1 + (apart ? WITHIN : 3));
        for (int i = token + 1; i <= limit; i++) {
            if (stands(words, wanted, i)) {
                int last = syntax.phraseOf(i + wanted.size() - 1);
                return Optional.of(new Match(
                        trigger,
                        token,
                        phrase,
                        apart ? token + 1 : i + wanted.size(),
                        apart ? phrase : last,
                        apart ? last : -1));
            }
            boolean otherVerb = syntax.is(syntax.phraseOf(i), Kind.VERB) && syntax.phraseOf(i) != phrase;
            boolean stop = otherVerb
                    || (words.lower(i).equals(",") && !apart)
                    || syntax.is(syntax.phraseOf(i), Kind.SUBORDINATOR);
            boolean name = !apart && words.mention(i) != null && !Set.of("over").containsAll(wanted);
            if (stop || name) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean stands(Words words, List<String> wanted, int from) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!words.lower(from + i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean backFollows(Syntax syntax, int token, int phrase) {
        int next = syntax.verbAfter(phrase);
        int limit = next < 0 ? syntax.words.to() : syntax.phrase(next).start();
        return syntax.words.anyOf(token - 1, Math.min(limit, token + WITHIN), Set.of("back"));
    }

    List<Finding> of(Roles roles, Match match) {
        return switch (match.trigger.frame()) {
            case TAKES -> takes(roles, match);
            case FALLS -> falls(roles, match);
            case EXPELS -> expels(roles, match);
            case LEAVES -> leaves(roles, match);
            case LOSES -> loses(roles, match);
            case HOLDS, ENTERS, BESIEGES -> actsOn(roles, match);
            case FIGHTS -> fights(roles, match);
            case REPELS -> repels(roles, match);
            case STRIKES -> strikes(roles, match);
            case KILLS -> kills(roles, match);
            case SENDS -> sends(roles, match);
            case SAYS -> says(roles, match);
            default -> List.of();
        };
    }

    /** Subject and object, whichever way round the sentence has them. */
    private record Sides(boolean passive, List<Integer> doer, OptionalInt done, List<Integer> doneSubjects) {}

    private Sides sidesOf(Roles roles, Match match) {
        Syntax syntax = roles.syntax;
        var group = syntax.verb(match.phrase);
        OptionalInt object = objectAfter(syntax, match.objectFrom);
        String form = syntax.words.lower(match.token);
        boolean participle = match.trigger.participle(form);
        boolean bare = participle && !group.auxiliary() && !group.infinitive();
        boolean passive = (group.passive() && participle)
                || (bare && (object.isEmpty() || match.trigger.onlyParticiple(form)) && match.placeFrom < 0)
                || (bare && match.placeFrom >= 0 && object.isEmpty());
        if (passive) {
            OptionalInt agent = syntax.agentOf(match.phrase);
            List<Integer> doer = agent.isPresent() ? List.of(agent.getAsInt()) : List.of();
            return new Sides(true, doer, OptionalInt.empty(), syntax.subjectsOf(match.phrase));
        }
        return new Sides(false, syntax.subjectsOf(match.phrase), object, List.of());
    }

    private static OptionalInt objectAfter(Syntax syntax, int phrase) {
        int from = phrase;
        while ((syntax.is(from + 1, Kind.PREPOSITION) && PARTICLES.contains(syntax.lower(from + 1)))
                || syntax.is(from + 1, Kind.ADVERB)) {
            from++;
        }
        return syntax.nounAfter(from);
    }

    private List<PlaceRole> placesOf(Roles roles, Sides sides) {
        return sides.passive ? roles.firstPlaces(sides.doneSubjects) : roles.placesIn(sides.done);
    }

    private List<Finding> takes(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        List<PlaceRole> places = placesOf(roles, sides);
        if (places.isEmpty() && sides.passive && !match.trigger.with().isEmpty()) {
            return List.of();
        }
        Optional<Place> where = first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, where);
        if ((match.trigger.has("armed") && actor.filter(PartyRole::armed).isEmpty()) || places.isEmpty()) {
            return List.of();
        }
        if (actor.isEmpty() && !sides.passive && isOtherSubject(roles, sides.doer)) {
            actor = describedSubject(roles, sides.doer);
        }
        Optional<PartyRole> target = roles.partyIn(roles.syntax.prepositional(match.objectFrom, Set.of("from")), where)
                .filter(PartyRole::armed);
        return maker.all(
                roles,
                match.trigger,
                match.token,
                match.end,
                match.phrase,
                places,
                actor,
                target,
                sides.passive ? "passive" : "active");
    }

    /** A subject that is no known party: kept in its own words. */
    private static Optional<PartyRole> describedSubject(Roles roles, List<Integer> subjects) {
        Phrase phrase = roles.syntax.phrase(subjects.get(0));
        return Optional.of(PartyRoles.described(roles.syntax.words, phrase.start(), phrase.end(), false));
    }

    private static boolean isOtherSubject(Roles roles, List<Integer> subjects) {
        return !subjects.isEmpty() && !roles.isPronoun(subjects.get(0));
    }

    private List<Finding> falls(Roles roles, Match match) {
        Syntax syntax = roles.syntax;
        int behind = match.trigger.with().isEmpty() ? match.phrase + 1 : match.objectFrom;
        while (syntax.is(behind, Kind.ADVERB) || syntax.is(behind, Kind.DATE)) {
            behind++;
        }
        List<PlaceRole> places = roles.firstPlaces(syntax.subjectsOf(match.phrase));
        if (places.isEmpty() || fallsOtherwise(syntax, match, behind)) {
            return List.of();
        }
        Optional<Place> where = first(places);
        OptionalInt to = match.trigger.with().isEmpty()
                ? syntax.prepositional(match.phrase, Set.of("to"))
                : syntax.nounAfter(match.objectFrom);
        Optional<PartyRole> actor = roles.partyIn(to, where);
        if (to.isPresent() && actor.isEmpty()) {
            Phrase phrase = syntax.phrase(to.getAsInt());
            boolean name = syntax.words.tag(phrase.head()).equals("PROPN");
            if (!name) {
                return List.of();
            }
            actor = Optional.of(PartyRoles.described(syntax.words, phrase.start(), phrase.end(), false));
        }
        return maker.all(
                roles, match.trigger, match.token, match.end, match.phrase, places, actor, Optional.empty(), "fell");
    }

    /** "fell silent", "fell 3 percent", "fell into the hands" (which another trigger reads), "fell on Friday" is none of these. */
    private static boolean fallsOtherwise(Syntax syntax, Match match, int behind) {
        if (!match.trigger.forms().contains("fall")) {
            return false;
        }
        String next = syntax.lower(behind);
        boolean other = Set.of(
                        "into", "under", "behind", "short", "silent", "victim", "within", "apart", "out", "quiet",
                        "from", "back", "by", "outside", "below", "ill")
                .contains(next);
        return other || (syntax.is(behind, Kind.NOUN) && behind == match.phrase + 1 && !syntax.words.title());
    }

    private List<Finding> expels(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        List<PlaceRole> places = roles.placesIn(roles.syntax.nounAfter(match.placeFrom));
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Place> where = first(places);
        Optional<PartyRole> target =
                sides.passive ? roles.firstParty(sides.doneSubjects, where) : roles.partyIn(sides.done, where);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, where);
        if (target.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(
                roles, match.trigger, match.token, match.end, match.phrase, places, actor, target, "driven out");
    }

    private List<Finding> leaves(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        OptionalInt noun = match.placeFrom >= 0
                ? roles.syntax.nounAfter(match.placeFrom)
                : match.trigger.with().isEmpty() || match.trigger.with().get(0).equals("up")
                        ? sides.done
                        : roles.syntax.nounAfter(match.objectFrom);
        List<PlaceRole> places =
                sides.passive && match.placeFrom < 0 ? roles.firstPlaces(sides.doneSubjects) : roles.placesIn(noun);
        Optional<Place> where = first(places);
        List<Integer> leaver = sides.passive && match.placeFrom >= 0 ? sides.doneSubjects : sides.doer;
        Optional<PartyRole> actor = roles.firstParty(leaver, where);
        if (places.isEmpty() || actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(
                roles, match.trigger, match.token, match.end, match.phrase, places, actor, Optional.empty(), "left");
    }

    private List<Finding> loses(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        List<PlaceRole> places = placesOf(roles, sides);
        Optional<Place> where = first(places);
        Optional<PartyRole> target = roles.firstParty(sides.doer, where);
        if (places.isEmpty()
                || (!sides.passive && target.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        Optional<PartyRole> actor = roles.partyIn(roles.syntax.prepositional(match.objectFrom, Set.of("to")), where);
        if (sides.passive && actor.filter(PartyRole::armed).isEmpty()) {
            return List.of();
        }
        return maker.all(roles, match.trigger, match.token, match.end, match.phrase, places, actor, target, "lost");
    }

    /** Holding, entering, besieging: a party and the place itself. */
    private List<Finding> actsOn(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        boolean after = !match.trigger.with().isEmpty();
        List<PlaceRole> places = after && !sides.passive
                ? roles.placesIn(roles.syntax.nounAfter(match.objectFrom))
                : placesOf(roles, sides);
        Optional<Place> where = first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, where);
        boolean needsActor = match.trigger.has("armed") || match.trigger.frame() == Frame.HOLDS;
        if (places.isEmpty() || (needsActor && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        List<PlaceRole> inside = match.trigger.frame() == Frame.ENTERS
                ? places.stream().map(role -> role.with(Extent.PART)).toList()
                : places;
        return maker.all(
                roles,
                match.trigger,
                match.token,
                match.end,
                match.phrase,
                inside,
                actor,
                Optional.empty(),
                match.trigger.frame().name().toLowerCase(java.util.Locale.ROOT));
    }

    private List<Finding> fights(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, Optional.empty());
        List<PlaceRole> places = whereabouts(roles, match.phrase);
        if (places.isEmpty() && !sides.passive) {
            places = roles.placesIn(sides.done);
        }
        if (places.isEmpty() && sides.passive) {
            places = roles.firstPlaces(sides.doneSubjects);
        }
        if (places.isEmpty()
                || (!sides.passive && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        OptionalInt other = roles.syntax.prepositional(match.phrase, Set.of("with", "against"));
        Optional<PartyRole> target = roles.partyIn(other.isPresent() ? other : sides.done, first(places))
                .filter(PartyRole::armed);
        return maker.all(roles, match.trigger, match.token, match.end, match.phrase, places, actor, target, "fought");
    }

    /** The place of "in X", "near X" behind the phrase. */
    static List<PlaceRole> whereabouts(Roles roles, int phrase) {
        Syntax syntax = roles.syntax;
        for (int i = phrase + 1; i < Math.min(syntax.size(), phrase + 14); i++) {
            if (syntax.is(i, Kind.BUT)
                    || syntax.is(i, Kind.SUBORDINATOR)
                    || syntax.is(i, Kind.RELATIVE)
                    || (syntax.is(i, Kind.VERB) && !syntax.verb(i).gerund())) {
                break;
            }
            if (syntax.isPreposition(i, WHERE)) {
                List<PlaceRole> found = roles.placesIn(syntax.nounAfter(i));
                if (!found.isEmpty()) {
                    boolean near = NEAR.contains(syntax.lower(i));
                    return near
                            ? found.stream()
                                    .map(role -> role.with(Extent.SURROUNDINGS))
                                    .toList()
                            : found;
                }
            }
        }
        return List.of();
    }

    private List<Finding> repels(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        Syntax syntax = roles.syntax;
        OptionalInt attack = sides.passive
                ? (sides.doneSubjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sides.doneSubjects.get(0)))
                : sides.done;
        if (attack.isEmpty()) {
            return List.of();
        }
        boolean attackNoun =
                syntax.words.isOneOf(syntax.phrase(attack.getAsInt()).head(), attackNouns);
        List<PlaceRole> places = whereabouts(roles, attack.getAsInt());
        if (places.isEmpty()) {
            places = roles.placesIn(syntax.prepositional(match.objectFrom, Set.of("from", "in", "at", "to", "on")));
        }
        Optional<Place> where = first(places);
        Optional<PartyRole> target = roles.partyAt(
                        attackNoun && attack.getAsInt() > 0 && syntax.is(attack.getAsInt() - 1, Kind.NOUN)
                                ? attack.getAsInt() - 1
                                : attack.getAsInt(),
                        where)
                .filter(PartyRole::armed);
        if (places.isEmpty() || (!attackNoun && target.isEmpty())) {
            return List.of();
        }
        Optional<PartyRole> actor = roles.firstParty(sides.doer, where);
        return maker.all(roles, match.trigger, match.token, match.end, match.phrase, places, actor, target, "repelled");
    }

    private List<Finding> strikes(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        List<PlaceRole> places = placesOf(roles, sides);
        if (places.isEmpty()) {
            places = whereabouts(roles, match.objectFrom);
        }
        Optional<Place> where = first(places);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, where);
        if (places.isEmpty() || (actor.filter(PartyRole::armed).isEmpty() && !sides.passive)) {
            return List.of();
        }
        OptionalInt done = sides.passive ? OptionalInt.empty() : sides.done;
        Optional<PartyRole> target = ownerOrParty(roles, done, where);
        List<PlaceRole> placed = done.isPresent()
                ? places.stream()
                        .map(role -> roles.facilityOf(done.getAsInt()) ? role.with(Extent.FACILITY) : role)
                        .toList()
                : places;
        return maker.all(roles, match.trigger, match.token, match.end, match.phrase, placed, actor, target, "struck");
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

    private List<Finding> kills(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        Syntax syntax = roles.syntax;
        OptionalInt victims = sides.passive
                ? (sides.doneSubjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sides.doneSubjects.get(0)))
                : sides.done;
        if (victims.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(victims.getAsInt()).head(), people)) {
            return List.of();
        }
        List<PlaceRole> places = whereabouts(roles, match.objectFrom);
        Optional<PartyRole> actor = roles.firstParty(sides.doer, first(places));
        if (places.isEmpty()
                || (!sides.passive && actor.filter(PartyRole::armed).isEmpty())) {
            return List.of();
        }
        Phrase who = syntax.phrase(victims.getAsInt());
        Optional<PartyRole> target =
                Optional.of(PartyRoles.described(syntax.words, firstNotNumber(syntax.words, who), who.end(), false));
        return maker.all(roles, match.trigger, match.token, match.end, match.phrase, places, actor, target, "killed");
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

    private List<Finding> sends(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        Syntax syntax = roles.syntax;
        OptionalInt sent = sides.passive
                ? (sides.doneSubjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sides.doneSubjects.get(0)))
                : sides.done;
        if (sent.isEmpty()
                || !syntax.words.isOneOf(syntax.phrase(sent.getAsInt()).head(), materiel)) {
            return List.of();
        }
        List<PlaceRole> places = roles.placesIn(syntax.prepositional(match.phrase, Set.of("to", "in", "into")));
        Optional<PartyRole> actor = roles.firstParty(sides.doer, first(places)).filter(PartyRole::armed);
        if (actor.isEmpty()) {
            return List.of();
        }
        return maker.maybePlaceless(
                roles, match.trigger, match.token, match.end, match.phrase, places, actor, Optional.empty(), "sent");
    }

    private List<Finding> says(Roles roles, Match match) {
        Sides sides = sidesOf(roles, match);
        Optional<PartyRole> actor = sides.passive ? Optional.empty() : roles.firstParty(sides.doer, Optional.empty());
        if (actor.isEmpty() || actor.get().name().id() == null || sides.done.isEmpty()) {
            return List.of();
        }
        Optional<PartyRole> target = roles.partyIn(sides.done, Optional.empty())
                .filter(party -> party.name().id() != null);
        return maker.maybePlaceless(
                roles, match.trigger, match.token, match.end, match.phrase, new ArrayList<>(), actor, target, "said");
    }

    static Optional<Place> first(List<PlaceRole> places) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(places.get(0).place());
    }
}
