package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** What the grammar around a trigger says about whether it happened: negation, modality, plans, conditions, things under way. */
final class Circumstances {
    private final VerbCircumstances verbs;
    private final NounCircumstances nouns;
    private final Set<String> condition;

    Circumstances(WordLists cues) {
        this.verbs = new VerbCircumstances(cues);
        this.nouns = new NounCircumstances(cues);
        this.condition = cues.words("condition");
    }

    /** Empty when the grammar tells it as something that happened. */
    Optional<Cue> of(Syntax syntax, Finding finding) {
        int phrase = finding.phrase();
        if (finding.type() == ClaimType.TERRITORY_HELD && noLonger(syntax, finding)) {
            return Optional.of(new Cue(Stance.NEGATED, "no longer"));
        }
        Optional<Cue> own = syntax.is(phrase, Kind.VERB) ? verbs.of(syntax, phrase, finding) : Optional.empty();
        return own.or(() -> finding.trigger().verb() ? Optional.empty() : nouns.of(syntax, finding))
                .or(() -> ofClause(syntax, finding))
                .or(() -> question(syntax));
    }

    /** "no longer controls the town", "is no longer under its control". */
    private static boolean noLonger(Syntax syntax, Finding finding) {
        int from = Math.min(syntax.phrase(finding.phrase()).start(), finding.triggerStart()) - 2;
        for (int i = Math.max(syntax.words.from() + 1, from); i < finding.triggerEnd(); i++) {
            boolean no = Set.of("no", "any").contains(syntax.words.lower(i - 1));
            if (no && syntax.words.lower(i).equals("longer")) {
                return true;
            }
        }
        return false;
    }

    /** A condition that opens the clause: "if", "whether", "unless". */
    private Optional<Cue> ofClause(Syntax syntax, Finding finding) {
        for (int i = Math.min(finding.phrase(), syntax.phraseOf(finding.triggerStart())) - 1; i >= 0; i--) {
            Phrase phrase = syntax.phrase(i);
            if (phrase.is(Kind.SUBORDINATOR)) {
                String lower = syntax.lower(i);
                boolean openEnd = lower.equals("until") || lower.equals("once");
                return condition.contains(lower) && !openEnd
                        ? Optional.of(new Cue(Stance.PLANNED, lower))
                        : Optional.empty();
            }
            if (phrase.is(Kind.BUT)
                    || (phrase.is(Kind.VERB) && !syntax.verb(i).gerund())
                    || syntax.lower(i).equals(";")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Cue> question(Syntax syntax) {
        boolean asked = syntax.words.lower(syntax.words.to() - 1).equals("?");
        return asked ? Optional.of(new Cue(Stance.PLANNED, "question")) : Optional.empty();
    }
}
