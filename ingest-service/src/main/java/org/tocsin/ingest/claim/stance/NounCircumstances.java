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

/** What the grammar around a noun that is a trigger says about whether it happened: "no fall of X", "fears of the fall of X", "planned the capture of X". */
final class NounCircumstances {
    private final Set<String> plan;
    private final Set<String> planNouns;
    private final Set<String> fears;
    private final Set<String> open;
    private final Set<String> prevent;

    NounCircumstances(WordLists cues) {
        this.plan = cues.words("plan");
        this.planNouns = cues.words("nouns-of-plan");
        this.fears = cues.words("fears");
        this.open = cues.words("open");
        this.prevent = cues.words("prevent");
    }

    Optional<Cue> of(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        int noun = syntax.phraseOf(finding.triggerStart());
        int first = syntax.firstOfPossessives(noun);
        if (syntax.lower(first).equals("no")
                || words.lower(syntax.phrase(first).start() - 1).equals("without")) {
            return Optional.of(new Cue(Stance.NEGATED, "no"));
        }
        String behind = words.text(finding.triggerEnd(), words.to());
        if (behind.contains("matter of time") || behind.contains("question of time")) {
            return Optional.of(new Cue(Stance.PLANNED, "a matter of time"));
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
        if (words.anyOf(syntax.phrase(noun).start(), finding.triggerStart(), open)) {
            return Optional.of(new Cue(Stance.PLANNED, "attribute of " + words.lower(finding.triggerStart())));
        }
        if (preposition && words.anyOf(words.from(), finding.triggerStart(), fears)) {
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

    /** What the verb says of its noun: "prevented the fall", "the aim is the capture". */
    private Optional<Cue> governed(Syntax syntax, int governor, int first, Finding finding) {
        Phrase.VerbGroup group = syntax.verb(governor);
        String head = syntax.words.lower(syntax.phrase(governor).head());
        if (group.negated() || (governor < first && prevent.contains(head))) {
            return Optional.of(new Cue(Stance.NEGATED, head));
        }
        boolean aim = governor < first
                && group.copula()
                && syntax.subjectsOf(governor).stream()
                        .map(noun -> syntax.words.lower(syntax.phrase(noun).head()))
                        .anyMatch(planNouns::contains);
        if (aim) {
            return Optional.of(new Cue(Stance.PLANNED, "aim"));
        }
        boolean talks =
                finding.trigger().frame() == Frame.TALKS || finding.trigger().frame() == Frame.STRIKE;
        boolean callsIt = head.startsWith("call") && !syntax.isPreposition(governor + 1, Set.of("for", "on", "to"));
        boolean planned = governor < first && plan.contains(head) && !callsIt;
        if (!group.modal().isEmpty() || planned || (talks && plan.contains(head))) {
            return Optional.of(new Cue(Stance.PLANNED, group.modal().isEmpty() ? head : group.modal()));
        }
        if (group.infinitive() && !group.perfect() && finding.type().movesControl()) {
            return Optional.of(new Cue(Stance.PLANNED, "to " + head));
        }
        return Optional.empty();
    }
}
