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
    private final Set<String> unreached;

    NounCircumstances(WordLists cues) {
        this.plan = cues.words("plan");
        this.planNouns = cues.words("nouns-of-plan");
        this.fears = cues.words("fears");
        this.open = cues.words("open");
        this.unreached = cues.words("unreached");
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
        int aside = pastAside(syntax, noun, after);
        after = aside >= 0 ? aside : after;
        boolean near = after >= 0
                && !syntax.between(noun, after, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.MARK));
        return near && !syntax.is(first - 1, Kind.PREPOSITION) ? after : -1;
    }

    /** "Kobani's fall, a general said, would not": the verb behind the aside that the verb at {@code verb} makes with commas; else -1. */
    private static int pastAside(Syntax syntax, int noun, int verb) {
        int closing = verb + 1;
        while (syntax.is(closing, Kind.DATE)
                || syntax.is(closing, Kind.ADVERB)
                || (syntax.is(closing, Kind.NOUN) && syntax.is(closing - 1, Kind.PREPOSITION))
                || syntax.is(closing, Kind.PREPOSITION)) {
            closing++;
        }
        boolean aside = verb > noun
                && syntax.between(noun, verb, Set.of(Kind.COMMA))
                && syntax.is(closing, Kind.COMMA)
                && syntax.is(closing + 1, Kind.VERB)
                && !syntax.verb(closing + 1).gerund();
        return aside ? closing + 1 : -1;
    }

    /** "was something they never achieved", "is a goal the army has not reached". */
    private boolean isNeverReached(Syntax syntax, int governor) {
        int next = syntax.verbAfter(governor);
        return syntax.verb(governor).copula()
                && next >= 0
                && syntax.verb(next).negated()
                && !syntax.between(governor, next, Set.of(Kind.COMMA, Kind.BUT, Kind.MARK))
                && syntax.words.anyOf(
                        /* start= */ syntax.phrase(governor).end(),
                        /* end= */ syntax.phrase(next).start(),
                        unreached);
    }

    /** What the verb says of its noun: "prevented the fall", "the aim is the capture". */
    private Optional<Cue> governed(Syntax syntax, int governor, int first, Finding finding) {
        Phrase.VerbGroup group = syntax.verb(governor);
        String head = syntax.words.lower(syntax.phrase(governor).head());
        if (group.negated() && group.modal().equals("would")) {
            // "its fall would not be decisive" supposes it
            return Optional.of(new Cue(Stance.PLANNED, "would"));
        }
        if (governor > first && isNeverReached(syntax, governor)) {
            return Optional.of(new Cue(Stance.NEGATED, "never reached"));
        }
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
