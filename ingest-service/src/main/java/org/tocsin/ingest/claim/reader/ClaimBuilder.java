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
import org.tocsin.ingest.claim.stance.Telling;
import org.tocsin.ingest.claim.text.CodePoints;
import org.tocsin.ingest.claim.text.Sentences;
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

    Claim claim(Sentences.Range range, Finding finding, Telling telling, int sentence, int position) {
        boolean changes = finding.type().movesControl()
                && telling.stance().tellsFact()
                && finding.extent().decidesPlace();
        return make(
                range,
                finding,
                telling,
                telling.stance(),
                telling.claimant(),
                changes,
                telling.reasons(),
                sentence,
                position);
    }

    /** The denial that a sentence sets against the claim before it. */
    Claim denial(Sentences.Range range, Finding finding, Telling telling, int sentence, int position) {
        List<String> reasons = new ArrayList<>(finding.notes());
        reasons.add("denied in the same sentence");
        return make(
                range, finding, telling, Stance.DENIED, telling.contradictedBy(), false, reasons, sentence, position);
    }

    private Claim make(
            Sentences.Range range,
            Finding finding,
            Telling telling,
            Stance stance,
            org.tocsin.ingest.claim.@Nullable ActorName claimant,
            boolean changes,
            List<String> reasons,
            int sentence,
            int position) {
        Place place = finding.place();
        return new Claim(
                finding.type(),
                stance,
                changes,
                finding.extent(),
                confidence(finding, telling, stance),
                place == null
                        ? null
                        : new PlaceName(place.id(), place.name(), place.country(), place.latitude(), place.longitude()),
                stance == Stance.HISTORICAL ? finding.actorWritten() : finding.actor(),
                stance == Stance.HISTORICAL ? finding.targetWritten() : finding.target(),
                claimant,
                telling.occurredOn(),
                telling.precision(),
                evidence(range, finding),
                reasons,
                sentence,
                position);
    }

    /** A plain sum: what is certain about the parts. */
    private static double confidence(Finding finding, Telling telling, Stance stance) {
        double sum = finding.trigger().verb() ? 0.7 : 0.6;
        sum += finding.place() == null ? -0.2 : 0.08;
        sum += finding.actor() != null && finding.actor().id() != null ? 0.1 : 0;
        sum += telling.precision() == DatePrecision.UNKNOWN ? 0 : 0.05;
        sum -= stance == Stance.ASSERTED || stance == Stance.CLAIMED ? 0 : 0.05;
        sum -= finding.extent() == Extent.WHOLE ? 0 : 0.03;
        return Math.round(sum * 100) / 100.0;
    }

    private Evidence evidence(Sentences.Range range, Finding finding) {
        List<Token> tokens = field.tokens();
        int start = tokens.get(range.start()).start();
        int end = tokens.get(range.end() - 1).end();
        return new Evidence(
                field.name(),
                new Evidence.Sentence(
                        codePoints.before(start),
                        codePoints.before(end),
                        field.content().substring(start, end)),
                span(new TokenSpan(finding.triggerStart(), finding.triggerEnd())),
                finding.placeTokens() == null ? null : span(finding.placeTokens()),
                finding.actorTokens() == null ? null : span(finding.actorTokens()));
    }

    private Span span(TokenSpan tokens) {
        int start = field.tokens().get(tokens.start()).start();
        int end = field.tokens().get(tokens.end() - 1).end();
        return new Span(codePoints.before(start), codePoints.before(end));
    }
}
