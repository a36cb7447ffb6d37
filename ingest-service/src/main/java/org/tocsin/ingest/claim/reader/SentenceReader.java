package org.tocsin.ingest.claim.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Frames;
import org.tocsin.ingest.claim.clause.Memory;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.stance.Denial;
import org.tocsin.ingest.claim.stance.Telling;
import org.tocsin.ingest.claim.stance.Tellings;
import org.tocsin.ingest.claim.text.CodePoints;
import org.tocsin.ingest.claim.text.Opening;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Tagger;

/** Reads sentence after sentence of a field; only those that a trigger stands in are tagged. */
final class SentenceReader {
    private final Triggers triggers;
    private final Tagger tagger;
    private final Frames frames;
    private final Tellings tellings;
    private final Plausibility plausibility;
    private final Unconfirmed unconfirmed;
    private final Set<String> report;
    private final SecondReading second;

    SentenceReader(
            Triggers triggers, WordLists cues, Tagger tagger, Frames frames, Tellings tellings, SecondReading second) {
        this.second = second;
        this.triggers = triggers;
        this.tagger = tagger;
        this.frames = frames;
        this.tellings = tellings;
        this.plausibility = new Plausibility(cues);
        this.unconfirmed = new Unconfirmed(cues);
        this.report = cues.words("report");
    }

    /** Adds the field's claims to the story and returns the number of the sentence after its last. */
    int read(Field field, Story story, int firstNumber) {
        ClaimBuilder builder = new ClaimBuilder(field, new CodePoints(field.content()));
        int war = plausibility.warWordsIn(field.tokens());
        int number = firstNumber;
        Quotation quotation = new Quotation(field.content(), field.tokens());
        for (Sentences.Range range : field.sentences()) {
            story.memory().nextSentence();
            if (unconfirmed.says(field.tokens().subList(range.start(), range.end()))) {
                unconfirmed.apply(story.claims(), number);
            }
            boolean quoted = quotation.isOpenAt(range.start());
            int body = Opening.bodyOf(field.tokens(), range);
            Sentence sentence = new Sentence(field, range, body, quoted, number);
            if (worthReading(sentence) || mayDeny(sentence, story) || mayTell(sentence)) {
                read(sentence, story, builder, war);
            } else {
                remember(sentence, sentence.words(List.of()), story);
            }
            number++;
        }
        return number;
    }

    private boolean worthReading(Sentence sentence) {
        boolean onPaper = false;
        boolean named = false;
        for (int i = sentence.body(); i < sentence.range().end(); i++) {
            String lower = sentence.field().tokens().get(i).lower();
            boolean trigger = triggers.knows(lower);
            boolean paper = trigger && triggers.onPaperOnly(lower);
            if ((trigger && !paper) || report.contains(lower)) {
                return true;
            }
            onPaper |= paper;
            named |= sentence.field().mentions().at(i) != null;
        }
        return onPaper && named;
    }

    /** Names a place, and the words are such as tell of changes of hands. */
    private boolean mayTell(Sentence sentence) {
        for (int i = sentence.body(); i < sentence.range().end(); i++) {
            if (sentence.field().mentions().at(i) instanceof Mention.OfPlace) {
                return second.isWorthAsking(sentence);
            }
        }
        return false;
    }

    /** Is there something told right before that the sentence may deny? */
    private boolean mayDeny(Sentence sentence, Story story) {
        return !Deniable.before(story.claims(), sentence.number()).isEmpty()
                && sentence.tokens().stream().anyMatch(token -> tellings.mayDeny(token.lower()));
    }

    private void read(Sentence sentence, Story story, ClaimBuilder builder, int war) {
        Memory memory = story.memory();
        List<Claim> claims = story.claims();
        Words words = sentence.words(tagger.tags(sentence.tokens()));
        Roles roles = frames.rolesOf(words, story.surroundings(), memory, sentence.body());
        roles.introduceInstitutions();
        int position = 0;
        Optional<Denial> denial = tellings.denialOfBefore(roles);
        if (denial.isPresent()) {
            for (Claim denied : Deniable.deniedBy(claims, sentence.number(), denial.get(), frames::isSameSide)) {
                claims.add(builder.denialOf(denied, sentence, denial.get(), position++));
            }
        }
        List<Draft> drafts = new ArrayList<>();
        for (Finding found : frames.in(roles)) {
            if (!plausibility.accepts(words, found, war)) {
                continue;
            }
            Telling told = tellings.of(roles, found, story.publishedAt(), memory);
            Telling telling = denial.isPresent() && explains(words, denial.get(), found, told)
                    ? told.saidBy(denial.get().who(), "said behind a denial")
                    : told;
            boolean hearsay = telling.stance() == Stance.CLAIMED && telling.claimant() == null;
            Finding finding =
                    telling.stance().tellsFact() ? frames.completed(roles, found, telling.claimant(), hearsay) : found;
            if (saysNothing(finding, telling)) {
                continue;
            }
            drafts.add(new Draft(found, finding, telling, builder.claim(sentence, finding, telling, position++)));
            position += telling.contradicted() ? 1 : 0;
            remember(finding, telling, memory);
        }
        boolean ask = second.isWorthAsking(sentence)
                || drafts.stream().anyMatch(draft -> draft.claim().changesHands());
        for (Draft draft : ask ? second.of(roles, drafts, sentence, story, builder) : drafts) {
            tell(roles, draft, sentence, story, builder);
        }
        rememberSpeaker(roles, memory);
        remember(sentence, words, story);
    }

    private static void tell(Roles roles, Draft draft, Sentence sentence, Story story, ClaimBuilder builder) {
        List<Claim> claims = story.claims();
        Claim claim = draft.claim();
        story.inPassing().consider(roles, draft.finding(), claim, claims.size());
        story.takers().consider(draft, claims.size());
        story.additions().consider(draft, claims.size());
        claims.add(claim);
        if (draft.telling().contradicted()) {
            claims.add(builder.denial(sentence, draft.finding(), draft.telling(), claim.position() + 1));
        }
    }

    /** "denied it: the soldiers held the town": what follows is his word too. */
    private static boolean explains(Words words, Denial denial, Finding finding, Telling telling) {
        return telling.stance() == Stance.ASSERTED
                && finding.triggerStart() > denial.end()
                && words.anyOf(/* start= */ denial.end(), /* end= */ finding.triggerStart(), Set.of(":"));
    }

    /** That something else than a change of hands did not happen, or that it happened nowhere. */
    private static boolean saysNothing(Finding finding, Telling telling) {
        boolean moves = finding.type().movesControl();
        boolean notAtAll = telling.stance() == Stance.NEGATED && !moves && finding.type() != ClaimType.TERRITORY_HELD;
        boolean nowhere = finding.place() == null
                && finding.type().needsPlace()
                && !(moves && telling.stance().tellsFact());
        return notAtAll || nowhere;
    }

    private static void remember(Finding finding, Telling telling, Memory memory) {
        boolean background = telling.stance() == Stance.HISTORICAL;
        boolean told = background || telling.stance().tellsFact();
        if (finding.type().movesControl() && told) {
            finding.where().ifPresent(place -> memory.rememberAge(place, background));
        }
        if (background) {
            finding.where().ifPresent(memory::rememberAside);
        } else if (!finding.type().onPaper()) {
            finding.where().ifPresent(place -> memory.rememberScene(place, finding.extent() == Extent.FACILITY));
        }
        if (finding.actor() != null && telling.stance().tellsFact() && finding.actorSure()) {
            memory.rememberParty(finding.actor());
        }
    }

    /** Keeps the place and the date that the sentence names last. */
    private void remember(Sentence sentence, Words words, Story story) {
        Memory memory = story.memory();
        frames.rememberPlaces(words, story.surroundings(), memory, sentence.body());
        LocalDate told = tellings.lastDate(words, story.publishedAt(), memory.date());
        if (told != null) {
            memory.rememberDate(told);
        }
    }

    private void rememberSpeaker(Roles roles, Memory memory) {
        ActorName speaker = tellings.speakerOf(roles);
        if (speaker != null) {
            memory.rememberSpeaker(speaker);
            memory.rememberName(speaker);
        }
    }
}
