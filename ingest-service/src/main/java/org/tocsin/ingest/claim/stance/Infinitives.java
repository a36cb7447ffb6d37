package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** What an infinitive says about whether it happened, by the word that it hangs on: "failed to take", "managed to take", "plans to take". */
final class Infinitives {
    private final Set<String> plan;
    private final Set<String> planNouns;
    private final Set<String> fail;
    private final Set<String> success;
    private final Set<String> report;
    private final Set<String> ordinals;
    private final Set<String> forced;
    private final Set<String> overcame;
    private final Set<String> toldOf;

    Infinitives(WordLists cues) {
        this.plan = cues.words("plan");
        this.planNouns = cues.words("nouns-of-plan");
        this.fail = cues.words("fail");
        this.success = cues.words("success");
        this.report = cues.words("report");
        this.ordinals = cues.words("ordinals");
        this.forced = cues.words("forced");
        this.overcame = cues.words("overcame");
        this.toldOf = cues.words("told-of");
    }

    /** Empty when it is told as done: "went on to capture". */
    Optional<Cue> of(Syntax syntax, int verb) {
        Words words = syntax.words;
        Phrase.VerbGroup group = syntax.verb(verb);
        int governor = -1;
        for (int i = verb - 1; i >= Math.max(0, verb - 12) && governor < 0; i--) {
            boolean candidate = syntax.is(i, Kind.VERB)
                    || (syntax.is(i, Kind.NOUN)
                            && (planNouns.contains(words.lower(syntax.phrase(i).head()))
                                    || plan.contains(
                                            words.lower(syntax.phrase(i).head()))));
            governor = candidate ? i : -1;
        }
        String head = governor < 0 ? "" : words.lower(syntax.phrase(governor).head());
        boolean verbGovernor = governor >= 0 && syntax.is(governor, Kind.VERB);
        if (verbGovernor && isNextOfRow(syntax, governor, verb)) {
            return Optional.empty();
        }
        if (fail.contains(head)) {
            return Optional.of(new Cue(Stance.NEGATED, head + " to"));
        }
        if ((verbGovernor && success.contains(head))
                || words.lower(syntax.phrase(verb).start() - 1).equals("able")) {
            boolean negated = verbGovernor && syntax.verb(governor).negated();
            boolean modal = verbGovernor && !syntax.verb(governor).modal().isEmpty();
            return negated
                    ? Optional.of(new Cue(Stance.NEGATED, "not " + head))
                    : modal
                            ? Optional.of(new Cue(
                                    Stance.PLANNED, syntax.verb(governor).modal()))
                            : Optional.empty();
        }
        if (words.lower(syntax.phrase(verb).start() - 1).equals("only")) {
            // "was overrun, only to be retaken"
            return Optional.empty();
        }
        if (group.perfect() && report.contains(head)) {
            return Optional.empty();
        }
        if (verbGovernor && isDone(syntax, governor, verb)) {
            return Optional.empty();
        }
        if (verbGovernor && head.equals("took") && syntax.between(governor, verb, Set.of(Kind.DATE))) {
            // "it took them three days to capture"
            return Optional.empty();
        }
        // "advanced to seize", "went on to capture": told as done in reports of war
        if (Set.of("went", "gone", "goes").contains(head)
                && words.lower(syntax.phrase(verb).start() - 1).equals("on")) {
            return Optional.empty();
        }
        return Optional.of(new Cue(Stance.PLANNED, head.isEmpty() ? "to" : head + " to"));
    }

    /** "forced the army to leave", "had to leave", "overwhelmed the garrison to take the town", "was reported to be held by". */
    private boolean isDone(Syntax syntax, int governor, int verb) {
        Phrase.VerbGroup group = syntax.verb(governor);
        if (!group.modal().isEmpty() || group.negated() || group.infinitive()) {
            return false;
        }
        String head = syntax.words.lower(syntax.phrase(governor).head());
        boolean hadTo = head.equals("had") && governor == verb - 1;
        boolean toldToBe = group.passive()
                && toldOf.contains(head)
                && governor == verb - 1
                && syntax.words.lower(syntax.phrase(verb).start() + 1).equals("be");
        boolean plain = !syntax.between(governor, verb, Set.of(Kind.COMMA, Kind.MARK, Kind.BUT));
        return hadTo || toldToBe || (plain && (forced.contains(head) || overcame.contains(head)));
    }

    /** "became the second capital to fall", "is the tenth city to be captured". */
    private boolean isNextOfRow(Syntax syntax, int governor, int verb) {
        Phrase.VerbGroup group = syntax.verb(governor);
        boolean becomes = syntax.words.lower(syntax.phrase(governor).head()).startsWith("bec");
        boolean told = group.modal().isEmpty() && !group.negated() && !group.infinitive();
        for (int i = governor + 1; i < verb && told && (becomes || group.copula()); i++) {
            if (syntax.is(i, Kind.NOUN)
                    && syntax.words.anyOf(
                            syntax.phrase(i).start(), syntax.phrase(i).end(), ordinals)) {
                return true;
            }
        }
        return false;
    }
}
