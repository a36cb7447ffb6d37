package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Place;

/** Places and parties of one sentence, with pronouns followed to what they stand for. */
public final class Roles {
    private static final Set<String> PRONOUNS = Set.of("it", "they", "he", "she", "we", "them", "itself");

    final Scene scene;
    final Syntax syntax;
    final PlaceRoles places;
    final PartyRoles parties;
    private final Speakers speakers;
    private final Set<String> reporting;

    Roles(Scene scene, PlaceRoles places, PartyRoles parties, Speakers speakers, WordLists cues) {
        this.scene = scene;
        this.syntax = scene.syntax();
        this.places = places;
        this.parties = parties;
        this.speakers = speakers;
        this.reporting = cues.words("report");
    }

    public Syntax syntax() {
        return syntax;
    }

    /**
     * The one who speaks, as a claimant: a party or observer that is known, the one whom "he" means, or the words of the text. Residents, officials and
     * other people stay described, also where a country's name stands before them.
     */
    public @Nullable ActorName source(int noun) {
        if (isPronoun(noun)) {
            String pronoun = syntax.lower(noun);
            Optional<ActorName> person = scene.memory().speaker();
            if (Set.of("he", "she").contains(pronoun) || person.isPresent()) {
                return person.orElse(null);
            }
            return scene.memory().party().orElse(null);
        }
        return speakers.source(scene, noun);
    }

    /** Does the noun phrase name somebody who can be a source: "officials", "monitor", "army"? */
    public boolean isSource(int noun) {
        int head = syntax.phrase(noun).head();
        boolean party = syntax.words.mention(head) instanceof Mention.OfParty;
        return party || speakers.isSource(syntax.words.lower(head));
    }

    /** The party for which the first of these speaks: "Turkey's defence minister". */
    Optional<PartyRole> spokenFor(List<Integer> nouns) {
        return nouns.isEmpty() ? Optional.empty() : speakers.behindSpokesman(scene, nouns.get(0));
    }

    /** Is it somebody who speaks for others, and no party itself: "a spokesman", "a statement"? */
    public boolean isSpeaker(int noun) {
        int head = syntax.phrase(noun).head();
        return !(syntax.words.mention(head) instanceof Mention.OfParty) && speakers.isSource(syntax.words.lower(head));
    }

    List<PlaceRole> placesIn(OptionalInt noun) {
        return noun.isPresent() ? places.of(scene, noun.getAsInt()) : List.of();
    }

    /** The places that the first of these noun phrases names that names any. */
    List<PlaceRole> firstPlaces(List<Integer> nouns) {
        for (int noun : nouns) {
            List<PlaceRole> found = places.of(scene, noun);
            if (found.isEmpty() && syntax.is(noun - 1, Kind.AND) && syntax.is(noun - 2, Kind.NOUN)) {
                // "Zangilan and 24 villages"
                found = places.of(scene, noun - 2);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    Optional<PartyRole> partyIn(OptionalInt noun, Optional<Place> place) {
        return noun.isPresent() ? partyAt(noun.getAsInt(), place) : Optional.empty();
    }

    /** The party of the first of these noun phrases that names one. */
    Optional<PartyRole> firstParty(List<Integer> nouns, Optional<Place> place) {
        for (int noun : nouns) {
            Optional<PartyRole> found = partyAt(noun, place);
            if (found.isPresent()) {
                return firstOfFellows(noun, place).or(() -> found);
            }
        }
        return Optional.empty();
    }

    /** "Government troops and their Russian allies": the one named first speaks for both, where it is known or plainly armed. */
    private Optional<PartyRole> firstOfFellows(int noun, Optional<Place> place) {
        int i = syntax.firstOfPossessives(noun);
        if (!syntax.is(i - 1, Kind.AND) || !syntax.is(i - 2, Kind.NOUN) || syntax.is(i - 3, Kind.PREPOSITION)) {
            return Optional.empty();
        }
        int fellow = i - 2;
        Optional<PartyRole> earlier = firstOfFellows(fellow, place).or(() -> partyAt(fellow, place));
        return earlier.filter(PartyRole::armed);
    }

    Optional<PartyRole> partyAt(int noun, Optional<Place> place) {
        if (isPronoun(noun)) {
            boolean person = Set.of("he", "she").contains(syntax.lower(noun));
            return person ? Optional.empty() : antecedent(noun, place);
        }
        if (isOwn(noun)) {
            Optional<PartyRole> owner = antecedent(noun, place).filter(PartyRole::armed);
            if (owner.isPresent()) {
                return owner;
            }
        }
        Phrase phrase = syntax.phrase(noun);
        return phrase.possessive() ? parties.owning(scene, noun, place) : parties.withMembers(scene, noun, place);
    }

    /** "its troops", "their fighters": those of whoever was named before. */
    private boolean isOwn(int noun) {
        Phrase phrase = syntax.phrase(noun);
        boolean owned =
                ClosedWords.POSSESSIVES.contains(syntax.words.lower(phrase.start())) && phrase.head() > phrase.start();
        return owned && parties.isForce(syntax.words.lower(phrase.head()));
    }

    /** The party that owns the next noun: "ISIS's", "the army's". */
    Optional<PartyRole> ownerParty(OptionalInt noun, Optional<Place> place) {
        return noun.isPresent() ? parties.owning(scene, noun.getAsInt(), place) : Optional.empty();
    }

    /** The place that owns the next noun: "Mosul's", "the city's", "its". */
    List<PlaceRole> ownerPlaces(int noun) {
        return places.of(scene, noun, true);
    }

    /** The place that stands before the token in one noun phrase: "the Mosul takeover". */
    List<PlaceRole> nameBefore(int token, int phrase) {
        return places.nameEndingAt(scene, syntax.phrase(phrase), token);
    }

    /** The party that stands before the token in one noun phrase: "the Taliban takeover". */
    Optional<PartyRole> compoundParty(int token, int phrase, Optional<Place> place) {
        return parties.before(scene, syntax.phrase(phrase), token, place).filter(PartyRole::armed);
    }

    /** The government that a bare adjective means: "Ukrainian" of "in Ukrainian hands". */
    Optional<PartyRole> stateBefore(int token) {
        return syntax.words.mention(token - 1) instanceof Mention.OfCountry land
                ? parties.government(land.country().code(), land.start(), land.end())
                : Optional.empty();
    }

    /** Is the noun phrase a base, an airport or another part of a place that is not the place? */
    boolean facilityOf(int noun) {
        return places.isFacility(syntax.words.lower(syntax.phrase(noun).head()));
    }

    boolean isPronoun(int noun) {
        Phrase phrase = syntax.phrase(noun);
        return phrase.end() - phrase.start() == 1 && PRONOUNS.contains(syntax.words.lower(phrase.start()));
    }

    /** "The army said it had ...": the speaker; else the subject of the verb before; else the party of the sentence before. */
    private Optional<PartyRole> antecedent(int noun, Optional<Place> place) {
        int verb = syntax.verbBefore(noun);
        boolean agent =
                verb >= 0 && syntax.verb(verb).passive() && syntax.agentOf(verb).orElse(-1) == noun;
        if (agent) {
            // "rebels were driven out by its forces": not the rebels' own
            verb = syntax.verbBefore(verb);
        }
        for (int steps = 0; verb >= 0 && steps < 4; steps++) {
            List<Integer> doers = new ArrayList<>(syntax.subjectsOf(verb));
            if (syntax.verb(verb).passive()) {
                syntax.agentOf(verb).ifPresent(doers::add);
            }
            for (int subject : doers) {
                if (!isPronoun(subject)) {
                    Optional<PartyRole> found = parties.withMembers(scene, subject, place)
                            .or(() -> speakers.behindSpokesman(scene, subject));
                    if (found.isPresent() && found.get().armed()) {
                        return moved(found.get(), noun);
                    }
                }
            }
            verb = syntax.verbBefore(verb);
        }
        // "..., the group said it had": the speaker may come behind
        int after = syntax.verbAfter(noun);
        for (int steps = 0; after >= 0 && steps < 3; steps++) {
            if (syntax.words.isOneOf(syntax.phrase(after).head(), reporting)) {
                OptionalInt said = subjectOrInverted(after);
                if (said.isPresent() && said.getAsInt() != noun && !isPronoun(said.getAsInt())) {
                    return parties.withMembers(scene, said.getAsInt(), place)
                            .or(() -> speakers.behindSpokesman(scene, said.getAsInt()))
                            .filter(PartyRole::armed)
                            .flatMap(role -> moved(role, noun));
                }
            }
            after = syntax.verbAfter(after);
        }
        return scene.memory()
                .party()
                .map(name -> new PartyRole(
                        name,
                        true,
                        false,
                        syntax.phrase(noun).start(),
                        syntax.phrase(noun).end()));
    }

    /** Whoever "its" before a noun means: like a pronoun in that phrase's place. */
    Optional<PartyRole> speakerNear(int noun, Optional<Place> place) {
        return antecedent(noun, place);
    }

    private Optional<PartyRole> moved(PartyRole role, int noun) {
        Phrase phrase = syntax.phrase(noun);
        return Optional.of(new PartyRole(
                role.name(), role.written(), role.armed(), role.government(), phrase.start(), phrase.end()));
    }

    /** Who says: the subject, or what stands behind in "said a spokesman". */
    public OptionalInt subjectOrInverted(int verb) {
        List<Integer> subjects = syntax.subjectsOf(verb);
        boolean inverted = syntax.is(verb - 1, Kind.COMMA) || syntax.is(verb - 1, Kind.MARK);
        boolean told = syntax.words.lower(syntax.phrase(verb).head()).startsWith("t");
        OptionalInt after = syntax.nounAfter(verb);
        // "Haftar, in a speech, declared Benghazi freed": not Benghazi
        boolean object = !subjects.isEmpty()
                && (told
                        || (after.isPresent()
                                && !isSource(after.getAsInt())
                                && PlaceNames.endsAt(scene, after.getAsInt())));
        if (inverted && after.isPresent() && !object) {
            return after;
        }
        return subjects.isEmpty() ? OptionalInt.empty() : OptionalInt.of(subjects.get(0));
    }
}
