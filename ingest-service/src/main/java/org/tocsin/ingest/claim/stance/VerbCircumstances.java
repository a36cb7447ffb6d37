package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.Frame;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** What a verb group that is a trigger says about whether it happened: "did not take", "would take", "failed to take", "is taking". */
final class VerbCircumstances {
    private final Infinitives infinitives;
    private final Set<String> plan;
    private final Set<String> planNouns;
    private final Set<String> let;

    VerbCircumstances(WordLists cues) {
        this.infinitives = new Infinitives(cues);
        this.plan = cues.words("plan");
        this.planNouns = cues.words("nouns-of-plan");
        this.let = cues.words("let");
    }

    Optional<Cue> of(Syntax syntax, int verb, Finding finding) {
        Phrase.VerbGroup group = syntax.verb(verb);
        Words words = syntax.words;
        Optional<Cue> negated = Negations.of(syntax, verb);
        if (negated.isPresent()) {
            return negated;
        }
        int subject = syntax.subjectsOf(verb).isEmpty()
                ? verb
                : syntax.subjectsOf(verb).get(0);
        boolean should = subject > 0
                && subject < verb
                && syntax.is(subject - 1, Kind.VERB)
                && syntax.lower(subject - 1).equals("should")
                && !syntax.verb(verb).auxiliary();
        if (should) {
            return Optional.of(new Cue(Stance.PLANNED, "should it"));
        }
        if (isInvertedCondition(syntax, verb, subject)) {
            return Optional.of(new Cue(Stance.PLANNED, syntax.lower(subject - 1) + " it"));
        }
        if (isOneThatWouldBe(syntax, verb, finding)) {
            return Optional.of(new Cue(Stance.PLANNED, "would be"));
        }
        if (!group.modal().isEmpty()) {
            return Optional.of(new Cue(Stance.PLANNED, group.modal()));
        }
        boolean bare = words.lower(syntax.phrase(verb).start()).equals("be");
        if (bare) {
            return Optional.of(new Cue(Stance.PLANNED, "be"));
        }
        if (isAwaited(syntax, verb, finding)) {
            return Optional.of(new Cue(Stance.PLANNED, "present tense in a clause of time"));
        }
        if (isDemanded(syntax, verb, finding)) {
            return Optional.of(new Cue(Stance.PLANNED, "demanded"));
        }
        if (isLetHappen(syntax, verb, finding)) {
            return Optional.of(new Cue(Stance.PLANNED, "let"));
        }
        if (group.infinitive()) {
            return infinitives.of(syntax, verb);
        }
        Optional<Cue> modal = modalBefore(syntax, verb, finding);
        if (modal.isPresent()) {
            return modal;
        }
        int joined = infinitiveBefore(syntax, verb, finding);
        if (joined >= 0) {
            return infinitives.of(syntax, joined);
        }
        if (group.gerund()) {
            return gerund(syntax, verb, finding);
        }
        if (group.progressive() && finding.type().movesControl()) {
            return Optional.of(new Cue(Stance.PLANNED, "still going on"));
        }
        return Optional.empty();
    }

    /** "Had the town fallen, they would": the auxiliary opens the clause, before its subject. */
    private static boolean isInvertedCondition(Syntax syntax, int verb, int subject) {
        boolean inverted = subject > 0
                && subject < verb
                && syntax.is(subject - 1, Kind.VERB)
                && syntax.phrase(subject - 1).end() - syntax.phrase(subject - 1).start() == 1
                && Set.of("had", "were").contains(syntax.lower(subject - 1));
        boolean opens = subject == 1
                || syntax.is(subject - 2, Kind.COMMA)
                || syntax.is(subject - 2, Kind.MARK)
                || syntax.is(subject - 2, Kind.BUT)
                || syntax.is(subject - 2, Kind.AND);
        Set<String> auxiliaries = Set.of("been", "not", "never");
        boolean completes = inverted
                && (!syntax.verb(verb).auxiliary()
                        || auxiliaries.contains(syntax.lower(verb))
                        || syntax.verb(verb).infinitive());
        return completes && opens;
    }

    /** "could move in and take the town": the modal that the verb shares. */
    private static Optional<Cue> modalBefore(Syntax syntax, int verb, Finding finding) {
        int before = syntax.verbBefore(verb);
        boolean shares = isBare(syntax, verb, finding)
                && syntax.is(verb - 1, Kind.AND)
                && before >= 0
                && !syntax.verb(before).modal().isEmpty();
        return shares ? Optional.of(new Cue(Stance.PLANNED, syntax.verb(before).modal())) : Optional.empty();
    }

    /** "began to move in and take the town": the infinitive that the verb shares its "to" with, or -1. */
    private static int infinitiveBefore(Syntax syntax, int verb, Finding finding) {
        int before = syntax.verbBefore(verb);
        boolean joined = isBare(syntax, verb, finding)
                && syntax.is(verb - 1, Kind.AND)
                && before >= 0
                && syntax.verb(before).infinitive()
                && !syntax.between(before, verb, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT));
        return joined ? before : -1;
    }

    /** "after the army takes the town" is still to come, outside of headlines. */
    private static boolean isAwaited(Syntax syntax, int verb, Finding finding) {
        String form = syntax.words.lower(syntax.phrase(verb).head());
        boolean present = finding.trigger().verb()
                && !syntax.verb(verb).auxiliary()
                && finding.trigger().forms().get(1).equals(form);
        // "will not stop before it has regained the town"
        boolean perfect = syntax.verb(verb).perfect()
                && Set.of("has", "have")
                        .contains(syntax.words.lower(syntax.phrase(verb).start()));
        if ((!present && !perfect) || syntax.words.title()) {
            return false;
        }
        for (int i = verb - 1; i >= Math.max(0, verb - 5); i--) {
            if (syntax.is(i, Kind.SUBORDINATOR)) {
                return Set.of("once", "until", "before").contains(syntax.lower(i))
                        || (!perfect && Set.of("after", "when").contains(syntax.lower(i)));
            }
            if (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.COMMA)) {
                return false;
            }
        }
        return false;
    }

    /** "will not let the town fall". */
    private boolean isLetHappen(Syntax syntax, int verb, Finding finding) {
        int governor = syntax.verbBefore(verb);
        boolean base = finding.trigger().verb()
                && finding.trigger().forms().get(0).equals(syntax.words.lower(finding.triggerStart()));
        boolean be = syntax.words.lower(syntax.phrase(verb).start()).equals("be");
        return (base || be)
                && governor >= 0
                && let.contains(syntax.words.lower(syntax.phrase(governor).head()))
                && !syntax.between(governor, verb, Set.of(Kind.COMMA, Kind.MARK, Kind.SUBORDINATOR));
    }

    /** "demands that Kyiv give up the town". */
    private boolean isDemanded(Syntax syntax, int verb, Finding finding) {
        int governor = syntax.verbBefore(verb);
        boolean base = finding.trigger().verb()
                && finding.trigger().forms().get(0).equals(syntax.words.lower(finding.triggerStart()))
                && !finding.trigger().participle(syntax.words.lower(finding.triggerStart()));
        return base
                && governor >= 0
                && !syntax.words.title()
                && !syntax.verb(verb).auxiliary()
                && plan.contains(syntax.words.lower(syntax.phrase(governor).head()))
                && syntax.between(governor, verb, Set.of(Kind.SUBORDINATOR));
    }

    /** "take": a form that can share the auxiliary of the verb before. */
    private static boolean isBare(Syntax syntax, int verb, Finding finding) {
        String form = syntax.words.lower(syntax.phrase(verb).head());
        return finding.trigger().verb()
                && finding.trigger().forms().get(0).equals(form)
                && !finding.trigger().participle(form)
                && !syntax.verb(verb).auxiliary();
    }

    /** "it would be the second city taken by rebels". */
    private static boolean isOneThatWouldBe(Syntax syntax, int verb, Finding finding) {
        int copula = syntax.verbBefore(verb);
        return finding.trigger().verb()
                && !syntax.verb(verb).auxiliary()
                && syntax.is(verb - 1, Kind.NOUN)
                && copula >= 0
                && syntax.verb(copula).copula()
                && (!syntax.verb(copula).modal().isEmpty()
                        || syntax.lower(copula).equals("be"))
                && !syntax.between(copula, verb, Set.of(Kind.COMMA, Kind.SUBORDINATOR, Kind.BUT));
    }

    /** "without taking X", "aimed at taking X", "taking X would be". */
    private Optional<Cue> gerund(Syntax syntax, int verb, Finding finding) {
        Words words = syntax.words;
        boolean having = words.lower(syntax.phrase(verb).start()).equals("having");
        if (finding.trigger().frame() == Frame.LEAVES && syntax.is(verb - 1, Kind.NOUN) && !having) {
            // "soldiers moving out of the town were ambushed", "Russia retreating from Kherson"
            return Optional.of(new Cue(Stance.PLANNED, "still going on"));
        }
        int before = verb - 1;
        while (syntax.is(before, Kind.ADVERB)) {
            before--;
        }
        String lower = syntax.lower(before);
        String wordBefore = words.lower(syntax.phrase(verb).start() - 1);
        if (wordBefore.equals("without")
                || lower.equals("without")
                || lower.equals("from")
                || wordBefore.equals("not")) {
            return Optional.of(new Cue(Stance.NEGATED, lower));
        }
        int main = syntax.verbBefore(verb);
        if (lower.equals("after") && main >= 0 && !syntax.verb(main).modal().isEmpty()) {
            // "will move on after taking the town"
            return Optional.of(new Cue(Stance.PLANNED, syntax.verb(main).modal()));
        }
        int next = syntax.verbAfter(verb);
        boolean forThem = syntax.is(before, Kind.COMMA) && syntax.isPreposition(before - 2, Set.of("for"));
        boolean subject = forThem || before < 0 || syntax.is(before, Kind.SUBORDINATOR) || syntax.is(before, Kind.MARK);
        if (subject
                && next >= 0
                && !syntax.verb(next).modal().isEmpty()
                && !syntax.between(verb, next, Set.of(Kind.COMMA))) {
            // "winning the town back would be"
            return Optional.of(new Cue(Stance.PLANNED, syntax.verb(next).modal()));
        }
        int governor = syntax.verbBefore(verb);
        String head = governor < 0 ? "" : words.lower(syntax.phrase(governor).head());
        String nounBefore = syntax.is(before - 1, Kind.NOUN)
                ? words.lower(syntax.phrase(before - 1).head())
                : "";
        boolean planned = Set.of("at", "for", "towards", "toward").contains(lower)
                || (lower.equals("of") && (planNouns.contains(nounBefore) || nounBefore.equals("hopes")));
        if (planned || (before == governor && plan.contains(head))) {
            return Optional.of(new Cue(
                    Stance.PLANNED, (before == governor ? head : lower) + " " + words.lower(finding.triggerStart())));
        }
        return Optional.empty();
    }
}
