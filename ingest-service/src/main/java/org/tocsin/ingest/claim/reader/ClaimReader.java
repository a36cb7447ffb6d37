package org.tocsin.ingest.claim.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.clause.Frames;
import org.tocsin.ingest.claim.learned.Features;
import org.tocsin.ingest.claim.learned.Judge;
import org.tocsin.ingest.claim.learned.Weights;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Names;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.ingest.claim.stance.Tellings;
import org.tocsin.ingest.claim.text.Languages;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Tagger;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.claim.text.Tokens;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/** Reads claims in reports. Immutable and thread-safe; building one loads the language models, so build it once. */
public final class ClaimReader {
    /** Goes with every set of events, and rises whenever the same text can read otherwise than before. */
    public static final String VERSION = "8";

    private final Languages languages;
    private final Names names;
    private final Actors actors;
    private final Frames frames;
    private final SentenceReader sentences;

    public ClaimReader(Places places, Countries countries, Actors actors) {
        this(places, countries, actors, Weights.load());
    }

    /** @param judge the second opinion on what the rules read */
    public ClaimReader(Places places, Countries countries, Actors actors, Judge judge) {
        Triggers triggers = Triggers.load();
        WordLists cues = WordLists.cues();
        WordLists parties = WordLists.parties();
        this.actors = actors;
        this.languages = Languages.load(topical(triggers, cues, parties));
        this.names = new Names(places, countries, actors, triggers, cues, parties);
        this.frames = new Frames(triggers, cues, parties, places, countries, actors);
        Tellings tellings = new Tellings(cues);
        SecondReading second =
                new SecondReading(judge, new Features(triggers, cues, parties), frames, tellings, cues, parties);
        this.sentences = new SentenceReader(triggers, cues, Tagger.load(), frames, tellings, second);
    }

    private static Set<String> topical(Triggers triggers, WordLists cues, WordLists parties) {
        Set<String> words = new HashSet<>(triggers.forms());
        words.addAll(cues.words("war"));
        words.addAll(cues.words("report"));
        words.addAll(parties.words("armed"));
        words.addAll(parties.words("state"));
        return words;
    }

    /** A reader over the reference data on the class path. */
    public static ClaimReader load() {
        Countries countries = Countries.load();
        return new ClaimReader(Places.load(), countries, Actors.load(countries));
    }

    /** The claims of title and text; the same input always gives the same reading, in time linear in its length. */
    public Reading read(Text text) {
        String language = languages.of(text.title() + "\n\n" + text.text());
        if (!language.equals("en")) {
            return new Reading(language, List.of());
        }
        Field title = field("title", text.title());
        Field body = field("text", text.text());
        Surroundings report = new Surroundings(actors);
        report.add(title.mentions());
        report.add(body.mentions());
        Story story = Story.of(text.publishedAt(), report, frames);
        int number = sentences.read(title.supportedBy(report), story, 0);
        int last = sentences.read(body.supportedBy(report), story, number);
        List<Claim> named = story.takers().named(story.claims());
        return new Reading(
                language, story.inPassing().asBackground(story.additions().kept(named, last), last));
    }

    private Field field(String name, String content) {
        List<Token> tokens = Tokens.of(content);
        return new Field(name, content, tokens, names.in(content, tokens), Sentences.of(content, tokens));
    }
}
