package org.tocsin.ingest.claim.stance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Phrase.VerbGroup;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Who says a claim behind it: ", officials said", "was announced by", ", a government statement read". */
final class SaidBehind {
    private static final Set<String> CLOSING = Set.of(".", "\"", "\u201d", ";", "!", "?", "\u2019", "'", ":");

    private final Sayings sayings;
    private final Set<String> reportNouns;

    SaidBehind(WordLists cues, Sayings sayings) {
        this.sayings = sayings;
        this.reportNouns = cues.words("report-nouns");
    }

    /** The verb at {@code i} as one that says or denies what came before it: "was announced by", ", officials said". */
    Optional<Attribution> of(Roles roles, int i, Finding finding) {
        Syntax syntax = roles.syntax();
        boolean denial = sayings.denies(syntax, i);
        if ((!denial && !sayings.reports(syntax, i))
                || syntax.phrase(i).head() < finding.triggerStart()
                || syntax.verb(i).negated()) {
            return Optional.empty();
        }
        if (syntax.verb(i).passive()) {
            boolean subject = (!finding.trigger().verb()
                            && !syntax.between(finding.phrase(), i, Set.of(Kind.BUT, Kind.SUBORDINATOR, Kind.RELATIVE)))
                    || isInSubject(syntax, i, finding)
                    || (syntax.lower(i - 1).equals("it")
                            && syntax.is(i - 2, Kind.COMMA)
                            && !clauseFollows(syntax, i, false));
            OptionalInt agent = syntax.agentOf(i);
            subject |= isThatClause(syntax, i, finding) || (opensAs(syntax, i) && i - 1 > finding.phrase());
            return subject
                    ? Optional.of(new Attribution(
                            denial, agent.isPresent() ? roles.source(agent.getAsInt()) : null, Sayings.cue(syntax, i)))
                    : Optional.empty();
        }
        if (denial) {
            return Optional.empty();
        }
        return isParenthetical(syntax, i, finding)
                ? Optional.of(new Attribution(false, Sayings.sayer(roles, i), Sayings.cue(syntax, i)))
                : Optional.empty();
    }

    /** ", a government statement read", ", the president's spokesman disclosed Friday": a source and any verb, set off behind the claim, with no object. */
    Optional<Attribution> byAnyVerb(Roles roles, Finding finding) {
        Syntax syntax = roles.syntax();
        for (int i = finding.phrase() + 1; i < syntax.size(); i++) {
            if (!syntax.is(i, Kind.VERB) || sayings.says(syntax, i)) {
                continue;
            }
            VerbGroup group = syntax.verb(i);
            boolean plain = !group.passive() && !group.infinitive() && !group.gerund() && !group.negated();
            boolean ends = i + 1 == syntax.size()
                    || syntax.is(i + 1, Kind.MARK)
                    || syntax.is(i + 1, Kind.COMMA)
                    || syntax.is(i + 1, Kind.DATE)
                    || syntax.is(i + 1, Kind.PREPOSITION)
                    || syntax.is(i + 1, Kind.ADVERB);
            boolean inverted = syntax.is(i - 1, Kind.COMMA)
                    && syntax.is(i + 1, Kind.NOUN)
                    && roles.isSpeaker(syntax.lastOfPossessives(i + 1));
            if (plain && inverted) {
                // ", charged the army's spokesman"
                return Optional.of(
                        new Attribution(false, roles.source(syntax.lastOfPossessives(i + 1)), Sayings.cue(syntax, i)));
            }
            List<Integer> subjects = syntax.subjectsOf(i);
            if (!plain || !ends || subjects.isEmpty() || !roles.isSpeaker(subjects.get(0))) {
                continue;
            }
            int first = subjectStart(syntax, subjects.get(0));
            if (first > finding.phrase() && isSetOff(syntax, first) && !clauseFollows(syntax, i, false)) {
                return Optional.of(new Attribution(false, Sayings.sayer(roles, i), Sayings.cue(syntax, i)));
            }
        }
        return Optional.empty();
    }

    /** "That the town has fallen was announced by": the claim is the whole clause before. */
    private static boolean isThatClause(Syntax syntax, int verb, Finding finding) {
        for (int i = 0; i < finding.phrase(); i++) {
            if (syntax.is(i, Kind.VERB)) {
                return false;
            }
            if (syntax.is(i, Kind.SUBORDINATOR) && syntax.lower(i).equals("that")) {
                return syntax.verbAfter(finding.phrase()) == verb
                        && !syntax.between(finding.phrase(), verb, Set.of(Kind.BUT, Kind.SUBORDINATOR, Kind.RELATIVE));
            }
        }
        return false;
    }

    /** ", as" before the clause at {@code first}: "as the army has confirmed", "as was announced by". */
    private static boolean opensAs(Syntax syntax, int first) {
        return syntax.is(first - 1, Kind.SUBORDINATOR)
                && syntax.lower(first - 1).equals("as")
                && syntax.is(first - 2, Kind.COMMA);
    }

    private static boolean isSetOff(Syntax syntax, int first) {
        return syntax.is(first - 1, Kind.COMMA)
                || opensAs(syntax, first)
                || syntax.is(first - 1, Kind.MARK)
                || (first > 0 && CLOSING.contains(syntax.lower(first - 1)));
    }

    /** "Claims that X had fallen were denied": the claim stands within the verb's subject. */
    private boolean isInSubject(Syntax syntax, int verb, Finding finding) {
        List<Integer> subjects = syntax.subjectsOf(verb);
        boolean claimsThat = syntax.words.anyOf(syntax.words.from(), finding.triggerStart(), reportNouns);
        if (!subjects.isEmpty() && subjects.get(0) == finding.phrase()) {
            // "The liberation of the port, whose garrison had fled, was announced by"
            return true;
        }
        return (claimsThat || (!subjects.isEmpty() && subjects.get(0) < finding.phrase()))
                && !syntax.between(finding.phrase(), verb, Set.of(Kind.BUT, Kind.COMMA));
    }

    /** ", officials said", ", said a spokesman": set off from what it reports, with nothing of its own to report behind it. */
    private static boolean isParenthetical(Syntax syntax, int verb, Finding finding) {
        int before = verb - 1;
        while (syntax.is(before, Kind.ADVERB) || syntax.is(before, Kind.DATE)) {
            before--;
        }
        boolean inverted = syntax.is(before, Kind.COMMA) || syntax.is(before, Kind.MARK);
        List<Integer> subjects = syntax.subjectsOf(verb);
        if (inverted && syntax.nounAfter(verb).isPresent()) {
            return !subjectSpansAside(subjects, finding) || !clauseFollows(syntax, verb, true);
        }
        if (subjects.isEmpty()) {
            return false;
        }
        int first = subjectStart(syntax, subjects.get(0));
        return first > finding.phrase() && isSetOff(syntax, first) && !clauseFollows(syntax, verb, false);
    }

    private static boolean subjectSpansAside(List<Integer> subjects, Finding finding) {
        return !subjects.isEmpty() && subjects.get(0) < finding.phrase();
    }

    /** The first phrase of a subject with its owners, numbers and fellows: "residents and local officials". */
    private static int subjectStart(Syntax syntax, int subject) {
        int i = subject;
        while (true) {
            if (syntax.is(i - 1, Kind.NOUN) && syntax.phrase(i - 1).possessive()) {
                i--;
            } else if (syntax.is(i - 1, Kind.AND) && syntax.is(i - 2, Kind.NOUN)) {
                i -= 2;
            } else if (syntax.isPreposition(i - 1, Set.of("of", "in", "for", "from", "at"))
                    && syntax.is(i - 2, Kind.NOUN)) {
                i -= 2;
            } else if (syntax.is(i - 1, Kind.ADVERB)) {
                i--;
            } else {
                return i;
            }
        }
    }

    /** Does the verb open a clause of its own: "officials said that ...", "said it had ..."? */
    private static boolean clauseFollows(Syntax syntax, int verb, boolean inverted) {
        int i = verb + 1;
        if (inverted) {
            i = syntax.nounAfter(verb).orElse(verb) + 1;
        }
        for (int steps = 0; steps < 8 && i < syntax.size(); steps++, i++) {
            Phrase phrase = syntax.phrase(i);
            if ((phrase.is(Kind.SUBORDINATOR) && syntax.lower(i).equals("that"))
                    || (phrase.is(Kind.VERB) && !syntax.verb(i).gerund())) {
                return true;
            }
            if (phrase.is(Kind.COMMA)
                    || phrase.is(Kind.MARK)
                    || phrase.is(Kind.BUT)
                    || phrase.is(Kind.AND)
                    || phrase.is(Kind.SUBORDINATOR)) {
                return false;
            }
        }
        return false;
    }
}
