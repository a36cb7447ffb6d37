package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;

/**
 * Who says what a sentence tells: before it, behind it, or in another way. Where in doubt a claim counts as attributed: to take somebody's word for a
 * fact is the worse mistake.
 */
final class Attributions {
    private static final Set<String> THE_CLAIM = Set.of("it", "this", "that", "losing");

    private final Sayings sayings;
    private final SaidBefore before;
    private final SaidBehind behind;
    private final SaidElsewhere elsewhere;
    private final Falsehoods falsehoods;
    private final Set<String> reportNouns;

    Attributions(WordLists cues) {
        this.sayings = new Sayings(cues);
        this.before = new SaidBefore(cues, sayings);
        this.behind = new SaidBehind(cues, sayings);
        this.elsewhere = new SaidElsewhere(cues);
        this.falsehoods = new Falsehoods(cues);
        this.reportNouns = cues.words("report-nouns");
    }

    /** Who says what the finding tells, or denies it; empty when the publisher says it in its own voice. */
    Optional<Attribution> of(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        if (finding.trigger().has("own-word")) {
            return Optional.of(new Attribution(false, finding.actor(), syntax.words.lower(finding.triggerStart())));
        }
        Optional<Attribution> best = Optional.empty();
        int medium = -1;
        // a denial that governs outweighs the claim it denies; among reports the nearest before, then the nearest
        // behind
        // "is now, rebels say, under their control": between the verb and the words that are the trigger
        int last = Math.max(finding.phrase(), syntax.phraseOf(finding.triggerStart()));
        for (int i = last; i >= 0; i--) {
            boolean own = i == finding.phrase()
                    && (finding.trigger().verb() || finding.trigger().frame() == Frame.LISTING);
            if (!own && before.governs(syntax, i, finding)) {
                boolean denial = sayings.denies(syntax, i);
                if (denial && !syntax.verb(i).negated()) {
                    return Optional.of(new Attribution(true, Sayings.sayer(roles, i), Sayings.cue(syntax, i)));
                }
                // "conceded in an audio message that": who conceded, not the message
                boolean inMessage = medium == i + 2 && syntax.is(i + 1, Kind.PREPOSITION);
                if (best.isEmpty() || inMessage) {
                    best = Optional.of(new Attribution(false, Sayings.sayer(roles, i), Sayings.cue(syntax, i)));
                }
            }
            if (best.isEmpty() && i < finding.phrase() && before.isReportNoun(syntax, i, finding)) {
                best = Optional.of(before.ofNoun(roles, i));
                medium = best.get().claimant() == null ? i : -1;
            }
        }
        for (int i = finding.phrase(); i < syntax.size(); i++) {
            if ((syntax.is(i, Kind.VERB) && i != finding.phrase())
                    || (i == finding.phrase() && !finding.trigger().verb() && syntax.is(i, Kind.VERB))) {
                Optional<Attribution> said = behind.of(roles, i, finding);
                if (said.isPresent() && (best.isEmpty() || said.get().denies())) {
                    return said;
                }
            }
        }
        return best.or(() -> behind.byAnyVerb(roles, finding)).or(() -> elsewhere.of(roles, finding));
    }

    /** Told as false by a frame, and by whom; a denial by nobody is the publisher's own. */
    Optional<Attribution> falsehood(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        return falsehoods.of(syntax, finding).map(frame -> {
            if (frame.judge() >= 0) {
                return new Attribution(true, Sayings.sayer(roles, frame.judge()), frame.words());
            }
            return new Attribution(true, speakerAround(roles, finding), frame.words());
        });
    }

    /** The one who says the whole sentence: before the claim, behind it, or "according to". */
    private @Nullable ActorName speakerAround(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() - 1; i >= 0; i--) {
            if (before.governs(syntax, i, finding)) {
                return Sayings.sayer(roles, i);
            }
        }
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            if (syntax.is(i, Kind.VERB)) {
                Optional<Attribution> said = behind.of(roles, i, finding);
                if (said.isPresent() && said.get().claimant() != null) {
                    return said.get().claimant();
                }
            }
        }
        return elsewhere.bySource(roles, finding).map(Attribution::claimant).orElse(null);
    }

    /** A denial behind the claim in its own clause: "..., a claim Kyiv denied", "... but the army denied it". */
    Optional<Attribution> contradiction(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            boolean denial = syntax.is(i, Kind.VERB)
                    && sayings.denies(syntax, i)
                    && !syntax.verb(i).negated();
            if (isNotSo(syntax, finding, i)) {
                return Optional.of(new Attribution(true, Sayings.sayer(roles, i), "not so"));
            }
            if (denial
                    && syntax.between(
                            finding.phrase(),
                            i,
                            Set.of(Kind.BUT, Kind.COMMA, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.MARK))
                    && !governsSomethingElse(syntax, i)) {
                return Optional.of(new Attribution(true, Sayings.sayer(roles, i), Sayings.cue(syntax, i)));
            }
        }
        return Optional.empty();
    }

    /** "; not so, say rebels", "but that is untrue, said the army": a verb of saying behind. */
    private boolean isNotSo(Syntax syntax, Finding finding, int verb) {
        if (!syntax.is(verb, Kind.VERB) || !sayings.reports(syntax, verb) || !syntax.is(verb - 1, Kind.COMMA)) {
            return false;
        }
        int end = syntax.phrase(verb - 1).start();
        boolean not = syntax.words.lower(end - 2).equals("not")
                && Set.of("so", "true", "correct", "right").contains(syntax.words.lower(end - 1));
        boolean setAgainst = syntax.between(finding.phrase(), verb - 1, Set.of(Kind.MARK, Kind.BUT));
        return setAgainst && (not || Set.of("untrue", "false").contains(syntax.words.lower(end - 1)));
    }

    /** "denied it", "denied the claim", "denied", but not "denied that troops had fled". */
    private boolean governsSomethingElse(Syntax syntax, int verb) {
        OptionalInt object = syntax.nounAfter(verb);
        if (object.isEmpty()) {
            return syntax.is(verb + 1, Kind.SUBORDINATOR);
        }
        Phrase phrase = syntax.phrase(object.getAsInt());
        boolean claim =
                syntax.words.isOneOf(phrase.head(), reportNouns) || syntax.words.isOneOf(phrase.head(), THE_CLAIM);
        return !claim;
    }

    /** The last one in the sentence who says something, or null. */
    @Nullable ActorName lastSpeaker(Roles roles) {
        return sayings.lastSpeaker(roles);
    }
}
