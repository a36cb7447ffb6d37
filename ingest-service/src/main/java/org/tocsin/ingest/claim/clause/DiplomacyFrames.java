package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;

/**
 * What is said, agreed or decreed rather than done on the ground. At least one side must be known by name: cities and firms talk, sign and are sanctioned too. The
 * place, if any, is where it is done.
 */
final class DiplomacyFrames {
    private static final Set<String> AT = Set.of("in", "at");
    private static final Set<String> AGAINST = Set.of("on", "against", "upon");

    private final FindingMaker maker;
    private final Set<String> signs;
    private final Set<String> comesAbout;
    private final Set<String> imposes;
    private final Set<String> lifts;
    private final Set<String> listed;

    DiplomacyFrames(FindingMaker maker, WordLists cues) {
        this.maker = maker;
        this.signs = cues.words("signs");
        this.comesAbout = cues.words("comes-about");
        this.imposes = cues.words("imposes");
        this.lifts = cues.words("lifts");
        this.listed = cues.words("sanctioned");
    }

    List<Finding> of(Roles roles, VerbMatch match) {
        return switch (match.trigger().frame()) {
            case SAYS -> says(roles, match);
            case SANCTIONS -> sanctions(roles, match);
            default -> List.of();
        };
    }

    private List<Finding> says(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        Optional<PartyRole> actor =
                sides.passive() ? Optional.empty() : roles.firstParty(sides.doer(), Optional.empty());
        if (actor.filter(DiplomacyFrames::known).isEmpty() || sides.done().isEmpty()) {
            return List.of();
        }
        Optional<PartyRole> target =
                roles.partyIn(sides.done(), Optional.empty()).filter(DiplomacyFrames::known);
        return maker.maybePlaceless(roles, match.at(), List.of(), actor, target, "said");
    }

    /** "The EU blacklisted X", "X was designated as a terrorist group by Y". */
    private List<Finding> sanctions(Roles roles, VerbMatch match) {
        VerbMatch.Sides sides = match.sides(roles.syntax);
        Optional<PartyRole> actor =
                roles.firstParty(sides.doer(), Optional.empty()).filter(DiplomacyFrames::known);
        Optional<PartyRole> target = sanctioned(roles, sides.affected());
        boolean byWhom = sides.passive() ? target.filter(DiplomacyFrames::known).isPresent() : actor.isPresent();
        return target.isPresent() && (byWhom || actor.isPresent())
                ? maker.maybePlaceless(roles, match.at(), List.of(), actor, target, "listed")
                : List.of();
    }

    /** A party, or somebody or something with a name. */
    private Optional<PartyRole> sanctioned(Roles roles, OptionalInt noun) {
        if (noun.isEmpty()) {
            return Optional.empty();
        }
        return roles.partyIn(noun, Optional.empty()).or(() -> {
            Words words = roles.syntax.words;
            Phrase phrase = roles.syntax.phrase(noun.getAsInt());
            boolean named = words.token(phrase.head()).capitalised() || words.isOneOf(phrase.head(), listed);
            return named
                    ? Optional.of(PartyRole.described(words, phrase.start(), phrase.end(), false))
                    : Optional.empty();
        });
    }

    /** "talks between X and Y", "X held talks with Y". */
    List<Finding> talks(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int phrase = at.phrase();
        Optional<Pair> between = between(roles, phrase);
        int verb = between.isPresent() ? syntax.verbAfter(phrase) : syntax.verbBefore(phrase);
        Pair pair = between.orElseGet(() -> new Pair(
                verb < 0
                        ? roles.ownerParty(syntax.ownerOf(phrase), Optional.empty())
                        : roles.firstParty(syntax.subjectsOf(verb), Optional.empty()),
                roles.partyIn(syntax.prepositional(phrase, Set.of("with")), Optional.empty())));
        return pair.bothKnown() ? found(roles, at.governedBy(verb < 0 ? phrase : verb), pair, "noun") : List.of();
    }

    /** "The army and the rebels signed a truce", "agreed to a ceasefire with Kyiv", "the truce between X and Y took effect". */
    List<Finding> agreement(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        Governor governor = Governor.of(syntax, at.phrase());
        Optional<Pair> between = between(roles, at.phrase());
        if (!governor.isOneOf(syntax, governor.object() ? signs : comesAbout)) {
            return List.of();
        }
        Pair pair = between.orElseGet(() -> signers(roles, governor));
        return pair.oneKnown() ? found(roles, at.governedBy(governor.verb()), pair, "agreed") : List.of();
    }

    private static Pair signers(Roles roles, Governor governor) {
        Syntax syntax = roles.syntax;
        List<Integer> who = governor.doers(syntax);
        OptionalInt with = syntax.prepositional(governor.verb(), Set.of("with"));
        return with.isPresent() || who.isEmpty()
                ? new Pair(roles.firstParty(who, Optional.empty()), roles.partyIn(with, Optional.empty()))
                : joined(roles, who.get(0));
    }

    /** "imposed sanctions on X", "sanctions on X were lifted by Y". */
    List<Finding> measure(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        Governor governor = Governor.of(syntax, at.phrase());
        Optional<ClaimType> type = decree(syntax, governor);
        Optional<PartyRole> actor = roles.firstParty(governor.doers(syntax), Optional.empty());
        Optional<PartyRole> target = sanctioned(roles, syntax.prepositional(at.phrase(), AGAINST))
                .or(() -> governor.verb() < 0
                        ? Optional.empty()
                        : sanctioned(roles, syntax.prepositional(governor.verb(), AGAINST)));
        boolean byWhom =
                !governor.object() || actor.filter(DiplomacyFrames::known).isPresent();
        return type.isPresent() && byWhom && new Pair(actor, target).oneKnown()
                ? decreed(roles, at.as(type.get()).withWordsBefore().governedBy(governor.verb()), actor, target)
                : List.of();
    }

    /** "added X to its sanctions list", "X was taken off the terror list". */
    List<Finding> listing(Roles roles, TriggerAt at) {
        Syntax syntax = roles.syntax;
        int verb = syntax.verbBefore(at.phrase());
        Optional<ClaimType> type = decree(syntax, new Governor(verb, true));
        if (type.isEmpty()) {
            return List.of();
        }
        boolean passive = syntax.verb(verb).passive();
        Optional<PartyRole> actor = passive
                ? roles.partyIn(syntax.agentOf(verb), Optional.empty())
                : roles.firstParty(syntax.subjectsOf(verb), Optional.empty());
        List<Integer> subjects = syntax.subjectsOf(verb);
        OptionalInt put = !passive
                ? syntax.nounAfter(verb)
                : subjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(subjects.get(0));
        Optional<PartyRole> target = sanctioned(roles, put);
        return target.isPresent() && new Pair(actor, target).oneKnown()
                ? decreed(roles, at.as(type.get()).withWordsBefore().governedBy(verb), actor, target)
                : List.of();
    }

    private Optional<ClaimType> decree(Syntax syntax, Governor governor) {
        return governor.isOneOf(syntax, imposes)
                ? Optional.of(ClaimType.SANCTION_IMPOSED)
                : governor.isOneOf(syntax, lifts) ? Optional.of(ClaimType.SANCTION_LIFTED) : Optional.empty();
    }

    private List<Finding> decreed(Roles roles, TriggerAt at, Optional<PartyRole> actor, Optional<PartyRole> target) {
        return maker.maybePlaceless(roles, at, List.of(), actor, target, "noun");
    }

    private List<Finding> found(Roles roles, TriggerAt at, Pair pair, String form) {
        List<PlaceRole> where = roles.placesIn(roles.syntax.prepositional(at.phrase(), AT)).stream()
                .filter(role -> role.place() != null && isNamed(roles.syntax.words, role))
                .limit(1)
                .toList();
        return maker.maybePlaceless(roles, at, where, pair.one(), pair.other(), form);
    }

    /** "officials in both capitals" is no place to meet. */
    private static boolean isNamed(Words words, PlaceRole role) {
        return IntStream.range(role.start(), role.end()).anyMatch(i -> words.mention(i) instanceof Mention.OfPlace);
    }

    private static Optional<Pair> between(Roles roles, int noun) {
        Syntax syntax = roles.syntax;
        OptionalInt first =
                syntax.isPreposition(noun + 1, Set.of("between")) ? syntax.nounAfter(noun + 1) : OptionalInt.empty();
        if (first.isEmpty() || !syntax.is(first.getAsInt() + 1, Kind.AND)) {
            return Optional.empty();
        }
        return Optional.of(new Pair(
                roles.partyIn(first, Optional.empty()),
                roles.partyIn(syntax.nounAfter(first.getAsInt() + 1), Optional.empty())));
    }

    /** The two of "X and Y signed", or the one who signed. */
    private static Pair joined(Roles roles, int noun) {
        Syntax syntax = roles.syntax;
        int first = syntax.firstOfPossessives(noun);
        Optional<PartyRole> last = roles.partyAt(noun, Optional.empty());
        Optional<PartyRole> fellow = syntax.is(first - 1, Kind.AND) && syntax.is(first - 2, Kind.NOUN)
                ? roles.partyAt(first - 2, Optional.empty())
                : Optional.empty();
        return fellow.isPresent() ? new Pair(fellow, last) : new Pair(last, Optional.empty());
    }

    private static boolean known(PartyRole party) {
        return party.name().id() != null;
    }

    private record Pair(Optional<PartyRole> one, Optional<PartyRole> other) {
        boolean oneKnown() {
            return one.filter(DiplomacyFrames::known).isPresent()
                    || other.filter(DiplomacyFrames::known).isPresent();
        }

        boolean bothKnown() {
            return one.filter(DiplomacyFrames::known).isPresent()
                    && other.filter(DiplomacyFrames::known).isPresent();
        }
    }
}
