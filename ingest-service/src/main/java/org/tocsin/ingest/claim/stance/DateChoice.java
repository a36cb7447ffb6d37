package org.tocsin.ingest.claim.stance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Which of a sentence's dates a finding belongs to: a date hangs on the verb before it in its clause, or opens the clause of the verb behind it. */
final class DateChoice {
    /** A clause that one of these opens happens when the clause before it does, or is told beside it. */
    private static final Set<String> SAME_TIME = Set.of("when", "until", "till", "as", "while", "before", "after");

    private final Set<String> report;

    DateChoice(WordLists cues) {
        this.report = cues.words("report");
    }

    /** The date of the finding itself, or null. */
    @Nullable DateFound of(Syntax syntax, Finding finding, List<DateFound> dates) {
        DateFound best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (DateFound date : dates) {
            if (isOfComparison(syntax, date)) {
                continue;
            }
            int owner = ownerOf(syntax, date, finding);
            if (owner == finding.phrase() || owner == -2) {
                int distance = Math.abs(date.start() - finding.triggerStart());
                if (distance < bestDistance) {
                    best = date;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    /** "for the first time since 2016", "the worst defeat since May": a date that the event is only compared with. */
    private static boolean isOfComparison(Syntax syntax, DateFound date) {
        int since = syntax.words.lower(date.start() - 1).equals("since") ? date.start() - 1 : date.start() - 2;
        return date.since() && Spans.isRanked(syntax.words, since);
    }

    /** The verb group that the date tells the time of; -2 when it hangs on the noun that is the trigger; -1 when there is none. */
    private int ownerOf(Syntax syntax, DateFound date, Finding finding) {
        int at = syntax.phraseOf(date.start());
        int trigger = syntax.phraseOf(finding.triggerStart());
        if (date.ahead()) {
            int behind = syntax.phraseOf(date.end() - 1);
            boolean noun = !finding.trigger().verb() && trigger > behind && trigger <= behind + 3;
            return noun ? -2 : syntax.verbAfter(behind);
        }
        if (!finding.trigger().verb()
                && at > trigger
                && !syntax.between(trigger, at, Set.of(Kind.VERB, Kind.COMMA, Kind.SUBORDINATOR, Kind.BUT))) {
            return -2;
        }
        boolean enclosed = !finding.trigger().verb()
                && at > trigger
                && syntax.is(at + 1, Kind.COMMA)
                && (syntax.is(at - 1, Kind.COMMA) || syntax.is(at - 2, Kind.COMMA))
                && !syntax.between(trigger, at, Set.of(Kind.VERB, Kind.SUBORDINATOR, Kind.BUT));
        if (enclosed) {
            // "the loss of the town, in December, opened the road"
            return -2;
        }
        boolean opensClause = (syntax.is(at - 1, Kind.AND) || syntax.is(at - 2, Kind.AND))
                && (syntax.is(at + 1, Kind.VERB)
                        || (syntax.is(at + 1, Kind.NOUN) && syntax.verbAfter(at) == finding.phrase()));
        if (opensClause) {
            // "were driven out, and last year rebels took", "and in February declared"
            return syntax.verbAfter(at);
        }
        for (int i = at - 1; i >= 0; i--) {
            int opening = syntax.is(i, Kind.COMMA) ? relativeBefore(syntax, i) : -1;
            if (opening > 0) {
                // "retook the town, which had been their base, in June"
                i = opening;
                continue;
            }
            if (syntax.is(i, Kind.VERB) && syntax.verb(i).copula() && isCleft(syntax, i, at)) {
                // "it was last May that the town was taken"
                return syntax.verbAfter(at);
            }
            if (syntax.is(i, Kind.VERB)) {
                return finding.trigger().verb() || i != governorless(finding, trigger) ? i : -2;
            }
            boolean stop = syntax.lower(i).equals(";")
                    || (syntax.is(i, Kind.SUBORDINATOR) && !isTimeWord(i, at))
                    || syntax.is(i, Kind.BUT)
                    || syntax.is(i, Kind.RELATIVE);
            if (stop) {
                break;
            }
        }
        int next = syntax.verbAfter(at);
        // "On Saturday the army retook": a date that opens the clause
        if (next == finding.phrase() || next < 0) {
            return finding.phrase();
        }
        boolean sameClause = next >= 0
                && next < finding.phrase()
                && !report.contains(syntax.words.lower(syntax.phrase(next).head()))
                && !syntax.between(next, finding.phrase(), Set.of(Kind.SUBORDINATOR, Kind.RELATIVE));
        return sameClause ? finding.phrase() : next;
    }

    /** "it was on Sunday that", with the date at {@code at}. */
    private static boolean isCleft(Syntax syntax, int copula, int at) {
        int that = at + 1;
        // "it was two years ago that"
        while (syntax.is(that, Kind.DATE) || syntax.is(that, Kind.PREPOSITION) || syntax.is(that, Kind.ADVERB)) {
            that++;
        }
        return syntax.lower(copula - 1).equals("it")
                && Set.of("that", "when").contains(syntax.lower(that))
                && !syntax.between(copula, at, Set.of(Kind.NOUN, Kind.COMMA));
    }

    /** The comma that opens the relative clause which the comma at {@code closing} closes, or -1. */
    private static int relativeBefore(Syntax syntax, int closing) {
        for (int i = closing - 1; i > 0; i--) {
            if (syntax.is(i, Kind.COMMA)) {
                return syntax.is(i + 1, Kind.RELATIVE) ? i : -1;
            }
        }
        return -1;
    }

    private static int governorless(Finding finding, int trigger) {
        return finding.phrase() == trigger ? -3 : finding.phrase();
    }

    /** "since June", "after Tuesday": the subordinator is a preposition of the date itself. */
    private static boolean isTimeWord(int i, int at) {
        return i == at - 1;
    }

    /** "The army came back in March 2013, when rebels took the town": the date of the clause that the finding's clause hangs on, or null. */
    private static @Nullable DateFound ofOuterClause(Syntax syntax, Finding finding, List<DateFound> dates) {
        if (!finding.trigger().verb()) {
            return null;
        }
        int opens = -1;
        for (int i = finding.phrase() - 1; i >= 0 && opens < 0; i--) {
            boolean cleft = syntax.is(i, Kind.RELATIVE)
                    && syntax.is(i - 1, Kind.NOUN)
                    && syntax.is(i - 2, Kind.VERB)
                    && syntax.verb(i - 2).copula()
                    && syntax.lower(i - 3).equals("it");
            if (cleft) {
                // "in April it was the rebels who took it"
                opens = i;
            }
            if (syntax.is(i, Kind.SUBORDINATOR)) {
                opens = SAME_TIME.contains(syntax.lower(i)) ? i : 0;
            }
        }
        DateFound found = null;
        boolean infinitive = syntax.is(finding.phrase(), Kind.VERB)
                && syntax.verb(finding.phrase()).infinitive()
                && syntax.verbBefore(finding.phrase()) >= 0;
        // "it took them two days to", "was taken in March, only to be left"
        boolean took = infinitive
                && (syntax.lower(syntax.verbBefore(finding.phrase())).equals("took")
                        || syntax.lower(finding.phrase() - 1).equals("only"));
        for (DateFound date : dates) {
            int at = syntax.phraseOf(date.start());
            if (took || (at < opens && !date.since())) {
                found = date;
            }
        }
        return found;
    }

    /** The date of the clause that the finding's clause hangs on, or that follows it; null where neither tells one. */
    @Nullable DateFound ofOtherClause(Syntax syntax, Finding finding, List<DateFound> dates, LocalDate today) {
        DateFound outer = ofOuterClause(syntax, finding, dates);
        return outer == null ? ofClauseAfter(syntax, finding, dates, today) : outer;
    }

    /** "came under its control after the army fled in 2014": an old year of the clause that the finding follows, or null. */
    private static @Nullable DateFound ofClauseAfter(
            Syntax syntax, Finding finding, List<DateFound> dates, LocalDate today) {
        int opens = finding.phrase() + 1;
        while (opens < syntax.size() && !syntax.is(opens, Kind.SUBORDINATOR) && !syntax.is(opens, Kind.VERB)) {
            opens++;
        }
        if (!syntax.is(opens, Kind.SUBORDINATOR)
                || !Set.of("after", "when", "as").contains(syntax.lower(opens))) {
            return null;
        }
        for (DateFound date : dates) {
            boolean year = date.precision() == DatePrecision.YEAR && date.last().isBefore(today);
            if (year && !date.since() && syntax.phraseOf(date.start()) > opens) {
                return date;
            }
        }
        return null;
    }

    /** "claimed on Thursday to have taken": when it was said, for want of a date of its own; or null. */
    @Nullable DateFound ofSaying(Syntax syntax, Finding finding, List<DateFound> dates) {
        for (DateFound date : dates) {
            int owner = ownerOf(syntax, date, finding);
            boolean said = owner >= 0
                    && syntax.is(owner, Kind.VERB)
                    && report.contains(syntax.words.lower(syntax.phrase(owner).head()));
            if (said) {
                return date;
            }
        }
        return null;
    }
}
