package org.tocsin.ingest.claim.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.lexicon.Trigger;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/** Finds what the triggers of a sentence speak of: which place, which parties, how much. */
public final class Frames {
    /** No sentence of prose tells more; what does is no prose, and shall not cost more. */
    private static final int MOST = 16;

    private final Triggers triggers;
    private final Actors actors;
    private final Places places;
    private final Set<String> reporting;
    private final PlaceRoles placeRoles;
    private final PartyRoles partyRoles;
    private final Speakers speakers;
    private final Pointers pointers;
    private final Phrasing phrasing;
    private final Retagging retagging;
    private final VerbMatching matching;
    private final VerbFrames verbs;
    private final NounFrames nouns;
    private final Inference inference;
    private final Unframed unframed;

    public Frames(
            Triggers triggers, WordLists cues, WordLists parties, Places places, Countries countries, Actors actors) {
        this.triggers = triggers;
        this.actors = actors;
        this.places = places;
        this.reporting = cues.words("report");
        this.placeRoles = new PlaceRoles(cues);
        this.partyRoles = new PartyRoles(parties, actors, countries);
        this.speakers = new Speakers(partyRoles, parties);
        this.pointers = new Pointers(cues);
        this.phrasing = new Phrasing(cues);
        this.retagging = new Retagging(triggers, cues, parties);
        this.matching = new VerbMatching(cues);
        this.verbs = new VerbFrames(cues, parties, actors);
        this.nouns = new NounFrames(cues, parties, actors);
        this.inference = new Inference(actors, countries, parties);
        this.unframed = new Unframed(triggers, new FindingMaker(actors));
    }

    /** The roles of a sentence, whose tags are repaired in passing. */
    public Roles rolesOf(Words words, Surroundings report, Memory memory, int body) {
        retagging.repair(words);
        Syntax syntax = new Syntax(words, phrasing.of(words), reporting);
        return new Roles(
                Scene.of(syntax, report, memory, body, places, pointers), placeRoles, partyRoles, speakers, reporting);
    }

    /** All that the triggers of the sentence speak of, in the order of the text. */
    public List<Finding> in(Roles roles) {
        List<Finding> found = new ArrayList<>();
        Words words = roles.syntax.words;
        for (int i = roles.scene.body(); i < words.to() && found.size() < MOST; i++) {
            for (Trigger trigger : triggers.of(words.lower(i))) {
                List<Finding> here = at(roles, trigger, i);
                if (!here.isEmpty()) {
                    found.addAll(here);
                    break;
                }
            }
        }
        return found;
    }

    /**
     * The finding with the party that must be meant where its clause names none.
     *
     * @param hearsay somebody says so, and nobody knows who
     */
    public Finding completed(Roles roles, Finding finding, @Nullable ActorName claimant, boolean hearsay) {
        return inference.completed(roles, finding, claimant, hearsay);
    }

    /**
     * The finding that the place changed hands, where no frame says so.
     *
     * @param here what frames tell of the place, which is something else
     */
    public Finding unframed(Roles roles, Candidate candidate, List<Finding> here) {
        return unframed.of(roles, candidate, here);
    }

    /**
     * The same where the clause does not say who took the place, with whom the sentence names as the taker.
     *
     * @param only also the one armed party of the sentence that does not lose will do
     */
    public Finding unframedWithTaker(Roles roles, Candidate candidate, List<Finding> here, boolean only) {
        return unframed.withTaker(roles, candidate, here, only);
    }

    /** Seized or regained, if {@code actor} is the one who took it. */
    public ClaimType typeIfTakenBy(Finding finding, ActorName actor) {
        return FindingMaker.typeOf(actors, finding.trigger(), finding.where(), "", actor, finding.target());
    }

    /** Do both stand for one side: a government and its army? */
    public boolean isSameSide(ActorName one, ActorName other) {
        return (one.id() != null && other.id() != null)
                ? actors.side(one.id()).equals(actors.side(other.id()))
                : one.equals(other);
    }

    /** False where the words of {@code speaker} are known to be those of another side than {@code actor}. */
    public boolean maySpeakFor(@Nullable ActorName speaker, ActorName actor) {
        return speaker == null || inference.maySpeakFor(speaker, actor);
    }

    private List<Finding> at(Roles roles, Trigger trigger, int token) {
        int phrase = roles.syntax.phraseOf(token);
        boolean verbHere = roles.syntax.is(phrase, Kind.VERB)
                && roles.syntax.phrase(phrase).head() == token;
        if (trigger.verb()) {
            Optional<VerbMatch> match = verbHere ? matching.of(roles.syntax, trigger, token, phrase) : Optional.empty();
            return match.map(found -> verbs.of(roles, found)).orElse(List.of());
        }
        return nouns.of(roles, trigger, token, phrase);
    }

    /** Keeps in mind which place the sentence named last, for "the city" of the next. */
    public void rememberPlaces(Words words, Surroundings report, Memory memory, int body) {
        Scene scene = Scene.of(new Syntax(words, List.of(), reporting), report, memory, body, places, pointers);
        for (int i = words.from(); i < words.to(); i++) {
            if (words.mention(i) instanceof Mention.OfPlace named
                    && named.start() == i
                    && !scene.isOrientation(named)
                    && !metonym(words, named)) {
                memory.remember(scene.resolved(named));
            }
        }
    }

    /** A capital that starts the sentence or owns something most likely stands for its government. */
    private static boolean metonym(Words words, Mention.OfPlace named) {
        return named.candidates().get(0).feature().equals("PPLC")
                && !Set.of("in", "of", "at", "into", "on").contains(words.lower(named.start() - 1));
    }
}
