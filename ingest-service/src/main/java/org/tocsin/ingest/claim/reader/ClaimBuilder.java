package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Evidence;
import org.tocsin.ingest.claim.Evidence.Span;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Finding.TokenSpan;
import org.tocsin.ingest.claim.stance.Denial;
import org.tocsin.ingest.claim.stance.Telling;
import org.tocsin.ingest.claim.text.CodePoints;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.reference.Place;

/** Makes claims of findings, with offsets in code points. */
final class ClaimBuilder {
    private final Field field;
    private final CodePoints codePoints;

    ClaimBuilder(Field field, CodePoints codePoints) {
        this.field = field;
        this.codePoints = codePoints;
    }
    /** @param position among the claims of the sentence */
    Claim claim(Sentence sentence, Finding finding, Telling telling, int position) {
        Place place = finding.place();
        boolean changesHands = finding.type().movesControl()
                && telling.stance().tellsFact()
                && finding.extent().decidesPlace();
        boolean background = telling.stance() == Stance.HISTORICAL;
        return new Claim(
                finding.type(),
                telling.stance(),
                changesHands,
                finding.extent(),
                confidence(finding, telling),
                place == null
                        ? null
                        : new PlaceName(place.id(), place.name(), place.country(), place.latitude(), place.longitude()),
                background ? finding.actorWritten() : finding.actor(),
                background ? finding.targetWritten() : finding.target(),
                telling.claimant(),
                telling.occurredOn(),
                telling.precision(),
                evidence(sentence, finding),
                telling.reasons(),
                sentence.number(),
                position);
    }

    /** The denial that a sentence sets against the claim before it. */
    Claim denial(Sentence sentence, Finding finding, Telling telling, int position) {
        List<String> reasons = new ArrayList<>(finding.notes());
        reasons.add("denied in the same sentence");
        return claim(sentence, finding, telling.denial(reasons), position);
    }

    /** The denial by which a sentence answers the claim of the one before it. */
    Claim denialOf(Claim denied, Sentence sentence, Denial denial, int position) {
        Evidence evidence = evidence(sentence, new TokenSpan(denial.start(), denial.end()), null, null);
        List<String> reasons = List.of(
                "\"" + denial.cue() + "\" denies what the sentence before told", String.join("; ", denied.reasons()));
        return new Claim(
                denied.type(),
                Stance.DENIED,
                false,
                denied.extent(),
                denied.confidence(),
                denied.place(),
                denied.actor(),
                denied.target(),
                denial.who(),
                denied.occurredOn(),
                denied.datePrecision(),
                evidence,
                reasons,
                sentence.number(),
                position);
    }

    /** A plain sum: what is certain about the parts. */
    private static double confidence(Finding finding, Telling telling) {
        double sum = finding.trigger().verb() ? 0.7 : 0.6;
        sum += finding.place() == null ? -0.2 : 0.08;
        sum += finding.actor() != null && finding.actor().id() != null ? 0.1 : 0;
        sum += telling.precision() == DatePrecision.UNKNOWN ? 0 : 0.05;
        sum -= telling.stance().tellsFact() ? 0 : 0.05;
        sum -= finding.extent() == Extent.WHOLE ? 0 : 0.03;
        return Math.round(sum * 100) / 100.0;
    }

    private Evidence evidence(Sentence sentence, Finding finding) {
        return evidence(
                sentence,
                new TokenSpan(finding.triggerStart(), finding.triggerEnd()),
                finding.placeTokens(),
                finding.actorTokens());
    }

    private Evidence evidence(
            Sentence sentence, TokenSpan trigger, @Nullable TokenSpan place, @Nullable TokenSpan actor) {
        List<Token> tokens = sentence.tokens();
        int start = tokens.get(0).start();
        int end = tokens.get(tokens.size() - 1).end();
        return new Evidence(
                field.name(),
                new Evidence.Sentence(
                        codePoints.before(start),
                        codePoints.before(end),
                        field.content().substring(start, end)),
                span(trigger),
                place == null ? null : span(place),
                actor == null ? null : span(actor));
    }

    private Span span(TokenSpan tokens) {
        int start = field.tokens().get(tokens.start()).start();
        int end = field.tokens().get(tokens.end() - 1).end();
        return new Span(codePoints.before(start), codePoints.before(end));
    }
}
