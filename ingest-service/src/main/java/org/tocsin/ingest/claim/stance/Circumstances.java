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

/** What the grammar around a trigger says about whether it happened: negation, modality, plans, conditions, things under way. */
final class Circumstances {
    private static final Set<String> FEARS =
            Set.of("fear", "fears", "feared", "fearing", "risk", "danger", "prospect", "possibility");

    private static final Set<String> ORDINALS = Set.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "latest",
            "last",
            "largest",
            "biggest",
            "next",
            "only",
            "sole");

    private final Set<String> plan;
    private final Set<String> planNouns;
    private final Set<String> fail;
    private final Set<String> success;
    private final Set<String> report;
    private final Set<String> condition;
    private final Set<String> progress;

    Circumstances(WordLists cues) {
        this.plan = cues.words("plan");
        this.planNouns = cues.words("nouns-of-plan");
        this.fail = cues.words("fail");
        this.success = cues.words("success");
        this.report = cues.words("report");
        this.condition = cues.words("condition");
        this.progress = cues.words("progress");
    }

    /** A stance, and the cue that gives it. */
    record Cue(Stance stance, String words) {}

    /** Empty when the grammar tells it as something that happened. */
    Optional<Cue> of(Syntax syntax, Finding finding) {
        int phrase = finding.phrase();
        Optional<Cue> own = syntax.is(phrase, Kind.VERB) ? ofVerb(syntax, phrase, finding) : Optional.empty();
        return own.or(() -> finding.trigger().verb() ? Optional.empty() : ofNoun(syntax, finding))
                .or(() -> ofClause(syntax, finding))
                .or(() -> question(syntax));
    }

    private Optional<Cue> ofVerb(Syntax syntax, int verb, Finding finding) {
        Phrase.VerbGroup group = syntax.verb(verb);
        Words words = syntax.words;
        if (group.negated() || words.lower(syntax.phrase(verb).start() - 1).equals("neither") || yetTo(syntax, verb)) {
            return Optional.of(new Cue(
                    Stance.NEGATED,
                    syntax.words.text(
                            syntax.phrase(verb).start(), syntax.phrase(verb).end())));
        }
        int subject = syntax.subjectsOf(verb).isEmpty()
                ? verb
                : syntax.subjectsOf(verb).get(0);
        int before = syntax.phrase(Math.max(0, subject - 3)).start();
        if (subject < verb && words.anyOf(before, syntax.phrase(subject).start(), Set.of("neither"))) {
            return Optional.of(new Cue(Stance.NEGATED, "neither"));
        }
        if (noSubject(syntax, verb)) {
            return Optional.of(new Cue(Stance.NEGATED, "no subject"));
        }
        if (!group.modal().isEmpty()) {
            return Optional.of(new Cue(Stance.PLANNED, group.modal()));
        }
        if (isLetHappen(syntax, verb, finding)) {
            return Optional.of(new Cue(Stance.PLANNED, "let"));
        }
        if (group.infinitive()) {
            return infinitive(syntax, verb);
        }
        if (group.gerund()) {
            return gerund(syntax, verb, finding);
        }
        if (group.progressive() && finding.type().movesControl()) {
            return Optional.of(new Cue(Stance.PLANNED, "still going on"));
        }
        return Optional.empty();
    }

    /** "will not let the town fall". */
    private static boolean isLetHappen(Syntax syntax, int verb, Finding finding) {
        int governor = syntax.verbBefore(verb);
        boolean base = finding.trigger().verb()
                && finding.trigger().forms().get(0).equals(syntax.words.lower(finding.triggerStart()));
        return base
                && governor >= 0
                && Set.of("let", "lets", "letting", "make", "makes", "made", "help", "helped")
                        .contains(syntax.words.lower(syntax.phrase(governor).head()))
                && !syntax.between(governor, verb, Set.of(Kind.COMMA, Kind.MARK, Kind.SUBORDINATOR));
    }

    private static boolean noSubject(Syntax syntax, int verb) {
        return syntax.subjectsOf(verb).stream().anyMatch(subject -> {
            String first = syntax.lower(subject);
            return first.equals("no") || first.equals("none") || first.equals("neither") || first.equals("nobody");
        });
    }

    private static boolean yetTo(Syntax syntax, int verb) {
        return syntax.verb(verb).infinitive()
                && syntax.words.lower(syntax.phrase(verb).start() - 1).equals("yet");
    }

    /** "to take X": the word before decides. */
    private Optional<Cue> infinitive(Syntax syntax, int verb) {
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
        if (group.perfect() && report.contains(head)) {
            return Optional.empty();
        }
        // "advanced to seize", "went on to capture": told as done in reports of war
        if (Set.of("went", "gone", "goes").contains(head)
                && words.lower(syntax.phrase(verb).start() - 1).equals("on")) {
            return Optional.empty();
        }
        return Optional.of(new Cue(Stance.PLANNED, head.isEmpty() ? "to" : head + " to"));
    }

    /** "became the second capital to fall", "is the tenth city to be captured". */
    private static boolean isNextOfRow(Syntax syntax, int governor, int verb) {
        Phrase.VerbGroup group = syntax.verb(governor);
        boolean becomes = syntax.words.lower(syntax.phrase(governor).head()).startsWith("bec");
        boolean told = group.modal().isEmpty() && !group.negated() && !group.infinitive();
        for (int i = governor + 1; i < verb && told && (becomes || group.copula()); i++) {
            if (syntax.is(i, Kind.NOUN)
                    && syntax.words.anyOf(
                            syntax.phrase(i).start(), syntax.phrase(i).end(), ORDINALS)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Cue> gerund(Syntax syntax, int verb, Finding finding) {
        Words words = syntax.words;
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

    private Optional<Cue> ofNoun(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        int noun = syntax.phraseOf(finding.triggerStart());
        int first = noun;
        while (syntax.is(first - 1, Kind.NOUN) && syntax.phrase(first - 1).possessive()) {
            first--;
        }
        if (syntax.lower(first).equals("no")
                || words.lower(syntax.phrase(first).start() - 1).equals("without")) {
            return Optional.of(new Cue(Stance.NEGATED, "no"));
        }
        boolean preposition = syntax.is(first - 1, Kind.PREPOSITION);
        String head = syntax.is(first - 2, Kind.NOUN)
                ? words.lower(syntax.phrase(first - 2).head())
                : "";
        if (preposition
                && (planNouns.contains(head)
                        || (Set.of("at", "for").contains(syntax.lower(first - 1))
                                && finding.type().movesControl()))) {
            return Optional.of(new Cue(Stance.PLANNED, head + " " + syntax.lower(first - 1)));
        }
        if (words.anyOf(
                syntax.phrase(noun).start(),
                finding.triggerStart(),
                Set.of(
                        "possible",
                        "potential",
                        "likely",
                        "imminent",
                        "planned",
                        "attempted",
                        "eventual",
                        "expected",
                        "partial",
                        "failed",
                        "threatened",
                        "ongoing"))) {
            return Optional.of(new Cue(Stance.PLANNED, "attribute of " + words.lower(finding.triggerStart())));
        }
        if (preposition && words.anyOf(words.from(), finding.triggerStart(), FEARS)) {
            return Optional.of(new Cue(Stance.PLANNED, "feared"));
        }
        if (preposition && Set.of("before", "until").contains(syntax.lower(first - 1))) {
            return Optional.empty();
        }
        int governor = governorOf(syntax, first, noun);
        if (governor >= 0) {
            return governed(syntax, governor, first, finding);
        }
        return Optional.empty();
    }

    /** The verb whose object or subject the noun is. */
    private static int governorOf(Syntax syntax, int first, int noun) {
        int before = first - 1;
        while (syntax.is(before, Kind.ADVERB)
                || syntax.is(before, Kind.DATE)
                || syntax.isPreposition(before, Set.of("for", "to", "on"))) {
            before--;
        }
        if (syntax.is(before, Kind.VERB)) {
            return before;
        }
        int after = syntax.verbAfter(noun);
        boolean near = after >= 0
                && !syntax.between(noun, after, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.MARK));
        return near && !syntax.is(first - 1, Kind.PREPOSITION) ? after : -1;
    }

    private Optional<Cue> governed(Syntax syntax, int governor, int first, Finding finding) {
        Phrase.VerbGroup group = syntax.verb(governor);
        String head = syntax.words.lower(syntax.phrase(governor).head());
        if (group.negated()
                || (governor < first
                        && Set.of(
                                        "prevent",
                                        "prevented",
                                        "prevents",
                                        "avert",
                                        "averted",
                                        "stop",
                                        "stopped",
                                        "halt",
                                        "halted")
                                .contains(head))) {
            return Optional.of(new Cue(Stance.NEGATED, head));
        }
        boolean talks =
                finding.trigger().frame() == Frame.TALKS || finding.trigger().frame() == Frame.STRIKE;
        if (!group.modal().isEmpty() || (governor < first && plan.contains(head)) || (talks && plan.contains(head))) {
            return Optional.of(new Cue(Stance.PLANNED, group.modal().isEmpty() ? head : group.modal()));
        }
        if (group.infinitive() && !group.perfect() && finding.type().movesControl()) {
            return Optional.of(new Cue(Stance.PLANNED, "to " + head));
        }
        return Optional.empty();
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

    boolean isUnderWay(String lower) {
        return progress.contains(lower);
    }
}
