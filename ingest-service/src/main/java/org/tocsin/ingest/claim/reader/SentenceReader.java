package org.tocsin.ingest.claim.reader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Frames;
import org.tocsin.ingest.claim.clause.Memory;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.ingest.claim.stance.Telling;
import org.tocsin.ingest.claim.stance.Tellings;
import org.tocsin.ingest.claim.text.CodePoints;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Tagger;
import org.tocsin.ingest.claim.text.Token;

/** Reads sentence after sentence of a field; only those that a trigger stands in are tagged. */
final class SentenceReader {
    private static final int HEADLINE = 20;

    private final Triggers triggers;
    private final Tagger tagger;
    private final Frames frames;
    private final Tellings tellings;
    private final Plausibility plausibility;
    private final Set<String> report;

    SentenceReader(Triggers triggers, WordLists cues, Tagger tagger, Frames frames, Tellings tellings) {
        this.triggers = triggers;
        this.tagger = tagger;
        this.frames = frames;
        this.tellings = tellings;
        this.plausibility = new Plausibility(cues);
        this.report = cues.words("report");
    }

    /** Adds the field's claims and returns the number of the sentence after its last. */
    int read(
            Field field,
            Text text,
            Surroundings surroundings,
            Memory memory,
            int firstNumber,
            List<Claim> claims,
            InPassing inPassing) {
        ClaimBuilder builder = new ClaimBuilder(field, new CodePoints(field.content()));
        int war = plausibility.warWordsIn(field.tokens());
        int number = firstNumber;
        Quotation quotation = new Quotation(field.content(), field.tokens());
        for (Sentences.Range range : field.sentences()) {
            memory.nextSentence();
            boolean quoted = quotation.isOpenAt(range.start());
            int body = Opening.bodyOf(field.tokens(), range);
            if (worthReading(field.tokens(), range, body)) {
                read(
                        field,
                        text.publishedAt(),
                        range,
                        body,
                        surroundings,
                        memory,
                        number,
                        war,
                        quoted,
                        builder,
                        claims,
                        inPassing);
            } else {
                frames.rememberPlaces(
                        field.tokens(), field.mentions(), range.start(), range.end(), body, surroundings, memory);
                rememberDate(
                        new Words(
                                field.content(),
                                field.tokens(),
                                field.mentions(),
                                range.start(),
                                range.end(),
                                List.of(),
                                false),
                        text.publishedAt(),
                        memory);
            }
            number++;
        }
        return number;
    }

    private boolean worthReading(List<Token> tokens, Sentences.Range range, int body) {
        for (int i = body; i < range.end(); i++) {
            String lower = tokens.get(i).lower();
            if (triggers.knows(lower) || report.contains(lower)) {
                return true;
            }
        }
        return false;
    }

    private void read(
            Field field,
            Instant publishedAt,
            Sentences.Range range,
            int body,
            Surroundings surroundings,
            Memory memory,
            int number,
            int war,
            boolean quoted,
            ClaimBuilder builder,
            List<Claim> claims,
            InPassing inPassing) {
        List<String> tags = tagger.tags(field.tokens().subList(range.start(), range.end()));
        boolean title = field.name().equals("title") || looksLikeHeadline(field.tokens(), range);
        Words words = new Words(
                        field.content(), field.tokens(), field.mentions(), range.start(), range.end(), tags, title)
                .quoted(quoted);
        Roles roles = frames.rolesOf(words, surroundings, memory, body);
        int position = 0;
        for (Finding found : frames.in(roles)) {
            if (!plausibility.accepts(words, found, war)) {
                continue;
            }
            Telling telling = tellings.of(roles, found, publishedAt, memory);
            boolean hearsay = telling.stance() == Stance.CLAIMED && telling.claimant() == null;
            Finding finding =
                    telling.stance().tellsFact() ? frames.completed(roles, found, telling.claimant(), hearsay) : found;
            if (telling.stance() == Stance.NEGATED
                    && !finding.type().movesControl()
                    && finding.type() != ClaimType.TERRITORY_HELD) {
                continue;
            }
            if (finding.place() == null
                    && finding.type().needsPlace()
                    && !(finding.type().movesControl() && telling.stance().tellsFact())) {
                continue;
            }
            Claim claim = builder.claim(range, finding, telling, number, position++);
            inPassing.consider(roles, finding, claim, claims.size());
            claims.add(claim);
            if (finding.type().movesControl()) {
                boolean background = telling.stance() == Stance.HISTORICAL;
                boolean told = background || telling.stance().tellsFact();
                finding.where().filter(place -> told).ifPresent(place -> memory.rememberAge(place, background));
            }
            if (telling.stance() == Stance.HISTORICAL) {
                finding.where().ifPresent(memory::rememberAside);
            } else if (finding.type() != ClaimType.STATEMENT) {
                finding.where().ifPresent(place -> memory.rememberScene(place, finding.extent() == Extent.FACILITY));
            }
            if (telling.contradicted()) {
                claims.add(builder.denial(range, finding, telling, number, position++));
            }
            if (finding.actor() != null && telling.stance().tellsFact() && finding.actorSure()) {
                memory.rememberParty(finding.actor());
            }
        }
        frames.rememberPlaces(field.tokens(), field.mentions(), range.start(), range.end(), body, surroundings, memory);
        rememberSpeaker(roles, memory);
        rememberDate(words, publishedAt, memory);
    }

    private void rememberDate(Words words, Instant publishedAt, Memory memory) {
        LocalDate told = tellings.lastDate(words, publishedAt, memory.date());
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

    /** A short line without a mark at its end is told like a headline. */
    private static boolean looksLikeHeadline(List<Token> tokens, Sentences.Range range) {
        Token last = tokens.get(range.end() - 1);
        boolean ends = !last.isWord()
                && !last.text().equals(")")
                && !last.text().equals("'")
                && !last.text().equals("\u2019");
        return !ends && range.end() - range.start() <= HEADLINE;
    }
}
