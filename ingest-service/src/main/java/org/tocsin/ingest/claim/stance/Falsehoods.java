package org.tocsin.ingest.claim.stance;

import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;

/**
 * A frame around a claim that tells it as false: "it is not true that X", "reports that X were false", "called false a report that X", "despite
 * rumours that X".
 */
final class Falsehoods {
    private static final Set<String> NOT = Set.of("not", "n't", "never", "no", "without", "neither", "hardly");
    private static final Set<String> AGAINST = Set.of("despite", "notwithstanding");
    /** How many phrases may stand between "reports" and "that": "reports from residents on Monday that". */
    private static final int REACH = 6;

    private final Set<String> untrue;
    private final Set<String> correct;
    private final Set<String> support;
    private final Set<String> judging;
    private final Set<String> reportNouns;
    private final Set<String> called;
    private final Set<String> retract;
    private final Set<String> retractBack;

    Falsehoods(WordLists cues) {
        this.untrue = cues.words("untrue");
        this.correct = cues.words("true");
        this.support = cues.words("support-nouns");
        this.judging = cues.words("judge");
        this.reportNouns = cues.words("report-nouns");
        this.called = cues.words("called");
        this.retract = cues.words("retract");
        this.retractBack = cues.words("retract-back");
    }

    /**
     * What makes a claim false.
     *
     * @param words the cue
     * @param judge phrase of the verb whose subject or agent calls it false, or -1
     */
    record Frame(String words, int judge) {}

    Optional<Frame> of(Syntax syntax, Finding finding) {
        Words words = syntax.words;
        int trigger = finding.triggerStart();
        int noun = reportNounOver(syntax, finding);
        int taken = noun < 0 ? -1 : retracted(syntax, syntax.phraseOf(noun), finding);
        if (taken >= 0) {
            return Optional.of(new Frame(words.lower(syntax.phrase(taken).head()), taken));
        }
        for (int i = words.from(); i < words.to(); i++) {
            if (!saysFalse(words, i)) {
                continue;
            }
            boolean before = i < trigger && (opensThat(words, i, trigger) || leadsTo(words, i, noun));
            boolean behind = i > trigger && noun >= 0 && isSaidOf(syntax, i, finding);
            if (before || behind) {
                return Optional.of(new Frame(words.lower(i), judgeOf(syntax, i)));
            }
        }
        return noun >= 0
                        && isSetAside(words, noun)
                        && !syntax.between(syntax.phraseOf(noun), finding.phrase(), Set.of(Kind.COMMA))
                ? Optional.of(new Frame("despite " + words.lower(noun), -1))
                : Optional.empty();
    }

    /** "withdrew an announcement that", "a claim that X fell was retracted": the verb that takes the claim back, or -1. */
    private int retracted(Syntax syntax, int noun, Finding finding) {
        int before = syntax.verbBefore(noun);
        boolean object = before >= 0
                && !syntax.verb(before).passive()
                && !syntax.between(
                        before, noun, Set.of(Kind.COMMA, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.MARK));
        if (object && takesBack(syntax, before, noun)) {
            return before;
        }
        int behind = syntax.verbAfter(finding.phrase());
        boolean subject = behind >= 0
                && syntax.verb(behind).passive()
                && !syntax.between(
                        finding.phrase(), behind, Set.of(Kind.SUBORDINATOR, Kind.RELATIVE, Kind.BUT, Kind.MARK));
        return subject && takesBack(syntax, behind, behind + 2) ? behind : -1;
    }

    /** @param until phrase before which "back" stands in "took back" */
    private boolean takesBack(Syntax syntax, int verb, int until) {
        String head = syntax.words.lower(syntax.phrase(verb).head());
        int from = syntax.phrase(verb).end();
        int to = syntax.phrase(Math.min(until, syntax.size() - 1)).start();
        boolean back = retractBack.contains(head) && syntax.words.anyOf(from, to, Set.of("back"));
        boolean done = !syntax.verb(verb).negated()
                && syntax.verb(verb).modal().isEmpty()
                && !syntax.verb(verb).infinitive();
        return done && (back || retract.contains(head));
    }

    /** "untrue", "not true", "no truth", but not "not false". */
    private boolean saysFalse(Words words, int i) {
        boolean negated = words.anyOf(i - 3, i, NOT) || words.lower(i - 1).equals("n't");
        boolean lacks = Set.of("lack", "lacks", "lacked").contains(words.lower(i - 1))
                || Set.of("lack", "lacks", "lacked").contains(words.lower(i - 2));
        if (untrue.contains(words.lower(i))) {
            return !negated;
        }
        boolean theCase = words.lower(i).equals("case") && words.lower(i - 1).equals("the");
        return (negated && (correct.contains(words.lower(i)) || theCase))
                || ((negated || lacks) && support.contains(words.lower(i)));
    }

    /** "untrue that ... took", "untrue, said the army, that ... took". */
    private static boolean opensThat(Words words, int i, int trigger) {
        for (int j = i + 1; j < Math.min(trigger, i + 10); j++) {
            if (words.lower(j).equals("that")) {
                return j == i + 1
                        || words.lower(i + 1).equals(",")
                        || words.lower(j - 1).equals(",");
            }
            if (j == i + 1 && words.lower(j).equals(":") && i == words.from()) {
                return true;
            }
        }
        return false;
    }

    /** "false a report that", "false reports that", "no truth in reports that": the noun comes right behind. */
    private static boolean leadsTo(Words words, int i, int noun) {
        if (words.title() && noun > i && untrueBeforeColon(words, i, noun)) {
            return true;
        }
        if (noun > i && noun - i <= 15 && words.lower(i - 1).equals("as")) {
            // "described as fake and aimed at panic the reports that"
            return true;
        }
        return noun > i && noun - i <= 5 && !words.anyOf(i, noun, Set.of(",", ";", "that", "but", "and"));
    }

    /** "'A lie': army on reports of the town's fall". */
    private static boolean untrueBeforeColon(Words words, int i, int noun) {
        return words.anyOf(i, noun, Set.of(":")) && words.anyOf(i, noun, Set.of("on"));
    }

    /** "reports that X were false", "described reports that X as fake": nothing else is told between. */
    private boolean isSaidOf(Syntax syntax, int i, Finding finding) {
        int here = syntax.phraseOf(i);
        if (syntax.words.anyOf(Math.max(finding.triggerEnd(), i - 6), i, Set.of("belong", "belongs", "part"))) {
            // "reports that X has been captured belong to a disinformation campaign"
            return true;
        }
        boolean linked = false;
        for (int j = syntax.phraseOf(finding.triggerStart()) + 1; j < here; j++) {
            boolean opens = syntax.is(j, Kind.SUBORDINATOR) && !syntax.lower(j).equals("as");
            if (syntax.is(j, Kind.BUT) || opens) {
                return false;
            }
            if (syntax.is(j, Kind.VERB) && !syntax.verb(j).gerund()) {
                String head = syntax.words.lower(syntax.phrase(j).head());
                boolean links = called.contains(head)
                        || judging.contains(head)
                        || head.startsWith("lack")
                        || head.startsWith("ha");
                if (!links) {
                    return false;
                }
                linked = true;
            }
        }

        int judge = judgeOf(syntax, i);
        boolean bare = syntax.words.lower(i - 1).equals("as")
                || judge >= 0
                || (syntax.words.title() && i + 1 == syntax.words.to());
        return linked || syntax.is(here, Kind.VERB) || bare;
    }

    /** The verb that calls it so: "called reports that X false", "were described as untrue by". */
    private int judgeOf(Syntax syntax, int i) {
        for (int j = syntax.phraseOf(i); j >= 0; j--) {
            if (syntax.is(j, Kind.VERB)
                    && judging.contains(syntax.words.lower(syntax.phrase(j).head()))) {
                return j;
            }
        }
        return -1;
    }

    /** Token of the noun whose content the finding is: "the claim by M23 that it took", "the claim rebels took"; -1 when there is none. */
    private int reportNounOver(Syntax syntax, Finding finding) {
        for (int i = finding.phrase() - 1; i >= 0; i--) {
            if (syntax.is(i, Kind.NOUN)
                    && syntax.words.isOneOf(syntax.phrase(i).head(), reportNouns)
                    && opens(syntax, i, finding)) {
                return syntax.phrase(i).head();
            }
        }
        return -1;
    }

    private static boolean opens(Syntax syntax, int noun, Finding finding) {
        for (int j = noun + 1; j < Math.min(finding.phrase() + 1, noun + REACH); j++) {
            boolean that = syntax.lower(j).equals("that");
            boolean clause = j == noun + 1 && syntax.is(j, Kind.NOUN);
            boolean about = j == noun + 1 && syntax.isPreposition(j, Set.of("of", "about"));
            if (that || clause || about) {
                return true;
            }
            boolean aside = syntax.is(j, Kind.PREPOSITION)
                    || syntax.is(j, Kind.NOUN)
                    || syntax.is(j, Kind.DATE)
                    || syntax.is(j, Kind.AND)
                    || (syntax.is(j, Kind.VERB) && syntax.verb(j).gerund());
            if (!aside) {
                return false;
            }
        }
        return false;
    }

    /** "despite rumours", "contrary to earlier reports". */
    private static boolean isSetAside(Words words, int noun) {
        for (int i = noun - 1; i >= Math.max(words.from(), noun - 4); i--) {
            boolean contrary = words.lower(i).equals("to") && words.lower(i - 1).equals("contrary");
            if (contrary || AGAINST.contains(words.lower(i))) {
                return true;
            }
        }
        return words.lower(noun - 1).equals("contrary");
    }
}
