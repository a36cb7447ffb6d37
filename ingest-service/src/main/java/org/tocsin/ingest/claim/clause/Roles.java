package org.tocsin.ingest.claim.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.reference.Place;

/** Places and parties of one sentence, with pronouns followed to what they stand for. */
public final class Roles {
    private static final Set<String> SOME = Set.of("one", "some", "most", "many", "several", "part", "all");

    final Scene scene;
    final Syntax syntax;
    final PlaceRoles places;
    final PartyRoles parties;
    private final Speakers speakers;
    private final Antecedents antecedents;

    Roles(Scene scene, PlaceRoles places, PartyRoles parties, Speakers speakers, Set<String> reporting) {
        this.scene = scene;
        this.syntax = scene.syntax();
        this.places = places;
        this.parties = parties;
        this.speakers = speakers;
        this.antecedents = new Antecedents(scene, parties, speakers, reporting);
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

    /** Whoever owns the next noun, as a claimant: "the Kremlin" of "in the Kremlin's words". */
    public ActorName owner(int noun) {
        Phrase phrase = syntax.phrase(noun);
        return parties.owning(scene, noun, Optional.empty())
                .map(PartyRole::name)
                .orElseGet(() -> ActorName.described(syntax.words.plain(phrase.start(), phrase.head() + 1)));
    }

    /** Does the noun phrase name somebody who can be a source: "officials", "monitor", "army"? */
    public boolean isSource(int noun) {
        return speakers.isSource(scene, noun);
    }

    /** The party for which the first of these speaks: "Turkey's defence minister". */
    Optional<PartyRole> spokenFor(List<Integer> nouns) {
        return nouns.isEmpty() ? Optional.empty() : speakers.behindSpokesman(scene, nouns.get(0), Optional.empty());
    }

    /** Is it somebody who speaks for others, and no party itself: "a spokesman", "a statement"? */
    public boolean isSpeaker(int noun) {
        int head = syntax.phrase(noun).head();
        return !(syntax.words.mention(head) instanceof Mention.OfParty) && speakers.isSource(syntax.words.lower(head));
    }

    List<PlaceRole> placesIn(OptionalInt noun) {
        if (noun.isEmpty()) {
            return List.of();
        }
        int first = noun.getAsInt();
        List<PlaceRole> found = places.of(scene, first);
        // "an oilfield and three towns"
        boolean next = found.isEmpty() && syntax.is(first + 1, Kind.AND) && syntax.is(first + 2, Kind.NOUN);
        return next && !syntax.is(first + 3, Kind.VERB) ? places.of(scene, syntax.lastOfPossessives(first + 2)) : found;
    }

    /** The places that the first of these noun phrases names that names any. */
    List<PlaceRole> firstPlaces(List<Integer> nouns) {
        for (int noun : nouns) {
            List<PlaceRole> found = places.of(scene, noun);
            int fellow = syntax.is(noun - 1, Kind.AND) ? noun - (syntax.is(noun - 2, Kind.COMMA) ? 3 : 2) : -1;
            if (found.isEmpty() && syntax.is(fellow, Kind.NOUN)) {
                // "Zangilan and 24 villages", "Al Shihr in Hadramawt and the oil terminal", "X, a border town, and
                // other parts"
                while (syntax.is(fellow - 1, Kind.PREPOSITION) && syntax.is(fellow - 2, Kind.NOUN)) {
                    fellow -= 2;
                }
                found = places.of(scene, fellow);
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
            Optional<PartyRole> first = firstOfFellows(noun, place)
                    .filter(fellow -> !(isInferred(fellow)
                            && found.filter(PartyRole::government).isPresent()));
            if (found.isPresent() || first.isPresent()) {
                return first.or(() -> found);
            }
        }
        return Optional.empty();
    }

    /** "Government troops and their Russian allies": the one named first speaks for both, where it is known or plainly armed. */
    private Optional<PartyRole> firstOfFellows(int noun, Optional<Place> place) {
        int fellow = fellowBefore(noun);
        if (fellow < 0) {
            return Optional.empty();
        }
        Optional<PartyRole> earlier = firstOfFellows(fellow, place).or(() -> partyAt(fellow, place));
        return earlier.filter(PartyRole::armed);
    }

    /** "the militias" of "the militias and the army", which the report's one group cannot be. */
    private static boolean isInferred(PartyRole party) {
        return party.name().id() != null && party.written().id() == null;
    }

    /** The noun phrase that an "and" joins to this one, past what hangs on it; -1 where none does. */
    int fellowBefore(int noun) {
        int i = syntax.firstOfPossessives(noun);
        int fellow = syntax.is(i - 2, Kind.ASIDE) ? i - 3 : i - 2;
        while (syntax.is(fellow, Kind.NOUN) && syntax.isPreposition(fellow - 1, Set.of("of"))) {
            fellow = syntax.is(fellow - 2, Kind.ASIDE) ? fellow - 3 : fellow - 2;
        }
        boolean joined = syntax.is(i - 1, Kind.AND) && syntax.is(fellow, Kind.NOUN);
        return joined && !syntax.is(fellow - 1, Kind.PREPOSITION) ? fellow : -1;
    }

    Optional<PartyRole> partyAt(int noun, Optional<Place> place) {
        if (isPronoun(noun)) {
            boolean person = Set.of("he", "she").contains(syntax.lower(noun));
            return person ? Optional.empty() : antecedents.of(noun, place);
        }
        if (antecedents.isOwn(noun)) {
            Optional<PartyRole> owner = antecedents.of(noun, place).filter(PartyRole::armed);
            if (owner.isPresent()) {
                return owner;
            }
        }
        if (SOME.contains(syntax.words.lower(syntax.phrase(noun).head()))
                && syntax.isPreposition(noun + 1, Set.of("of"))) {
            OptionalInt of = syntax.nounAfter(noun + 1);
            if (of.isPresent()) {
                return partyAt(of.getAsInt(), place);
            }
        }
        Phrase phrase = syntax.phrase(noun);
        return phrase.possessive() ? parties.owning(scene, noun, place) : parties.withMembers(scene, noun, place);
    }

    /** The party that owns the next noun: "ISIS's", "the army's". */
    Optional<PartyRole> ownerParty(OptionalInt noun, Optional<Place> place) {
        if (noun.isEmpty()) {
            return Optional.empty();
        }
        // "under their forces' control"
        Optional<PartyRole> owner = parties.owning(scene, noun.getAsInt(), place);
        boolean known = owner.filter(party -> party.name().id() != null).isPresent();
        return antecedents.isOwn(noun.getAsInt()) && !known
                ? antecedents.of(noun.getAsInt(), place).filter(PartyRole::armed)
                : owner;
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

    /** Whoever "its" before a noun means: like a pronoun in that phrase's place. */
    Optional<PartyRole> speakerNear(int noun, Optional<Place> place) {
        return antecedents.of(noun, place);
    }

    boolean isPronoun(int noun) {
        return antecedents.isPronoun(noun);
    }

    /** Keeps in mind whose ministries the sentence names. */
    public void introduceInstitutions() {
        speakers.introduceInstitutions(scene);
    }

    /** Who says: the subject, or what stands behind in "said a spokesman". */
    public OptionalInt subjectOrInverted(int verb) {
        return speakers.subjectOrInverted(scene, verb);
    }
}
