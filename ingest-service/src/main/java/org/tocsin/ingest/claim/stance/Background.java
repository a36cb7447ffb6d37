package org.tocsin.ingest.claim.stance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;

/** Tells what is background from what is news: by its date, by words like "anniversary", by the grammar of "had been taken" and "the first city that". */
final class Background {
    /** Older than this it is background. */
    private static final int RECENT_DAYS = 30;

    private static final int BEFORE_WITHIN = 8;

    private static final Set<String> REPEATEDLY = Set.of("twice", " times", "repeatedly", "again and again");
    private static final Set<String> TEMPORAL = Set.of("after", "before", "since", "until");

    private final Set<String> background;
    private final Set<String> report;

    Background(WordLists cues) {
        this.background = cues.words("background");
        this.report = cues.words("report");
    }

    /**
     * Why the finding is background; empty when it is news.
     *
     * @param date its own date, or that of the clause it hangs on
     * @param said somebody is said to say so
     */
    Optional<String> reason(Syntax syntax, Finding finding, @Nullable DateFound date, LocalDate today, boolean said) {
        if (date != null && isOld(date, today) && !(date.since() && finding.type() == ClaimType.TERRITORY_HELD)) {
            return Optional.of("\"" + syntax.words.text(date.start(), date.end()) + "\" is more than " + RECENT_DAYS
                    + " days before publication");
        }
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (background.contains(words.lower(i))) {
                return Optional.of("\"" + words.lower(i) + "\" makes it background");
            }
        }
        if (finding.type() == ClaimType.TERRITORY_HELD && isPastPerfect(syntax, finding)) {
            return Optional.of("\"had held\" tells of before: background");
        }
        if (!finding.type().movesControl()) {
            return Optional.empty();
        }
        if (!finding.trigger().verb()) {
            return date == null && isPointInTime(syntax, finding)
                    ? Optional.of("only names a point in time, \"after the fall of\": background")
                    : Optional.empty();
        }
        String often = words.text(finding.triggerEnd(), Math.min(words.to(), finding.triggerEnd() + 3));
        boolean before = words.text(finding.triggerEnd(), Math.min(words.to(), finding.triggerEnd() + BEFORE_WITHIN))
                .contains("once before");
        if (before) {
            return Optional.of("\"once before\": background");
        }
        if (REPEATEDLY.stream().anyMatch(often::contains)) {
            return Optional.of("\"" + often.strip() + "\" sums up");
        }
        if (date == null && Spans.covers(syntax, finding.phrase())) {
            return Optional.of("sums up what happened over months or years: background");
        }
        if (date == null && isPreviously(syntax, finding.phrase())) {
            return Optional.of("\"previously\", without a date: background");
        }
        if (date == null && isForSomeTime(syntax, finding)) {
            return Optional.of("told with how long it lasted: background");
        }
        if (date == null && isWhenClause(syntax, finding)) {
            return Optional.of("only names a point in time, \"when\": background");
        }
        if (isSequelOfFormer(syntax, finding)) {
            return Optional.of("past perfect, and what followed then: background");
        }
        if (isOneOfItsKind(syntax, finding)) {
            return Optional.of("\"the first\", \"the only\" with a relative clause: background");
        }
        if (date == null
                && !said
                && syntax.isRelativeWithoutObject(finding.phrase())
                && !syntax.isWhatItBecame(finding.phrase())) {
            return Optional.of("told in passing, \"which they took\", without a date: background");
        }
        if (date == null && isPastPerfect(syntax, finding) && syntax.is(finding.phrase() - 1, Kind.RELATIVE)) {
            return Optional.of("\"which had fallen\", without a date: background");
        }
        return !said && date == null && isFormer(syntax, finding)
                ? Optional.of("past perfect without a date: background")
                : Optional.empty();
    }

    /** "The prisoners were killed after the city fell", where the date that was told last lies long ago. */
    Optional<String> pointInTime(Syntax syntax, Finding finding, @Nullable LocalDate toldLast, LocalDate today) {
        boolean old = toldLast != null && toldLast.isBefore(today.minusDays(RECENT_DAYS));
        return old && finding.type().movesControl() && opensWith(syntax, finding, TEMPORAL)
                ? Optional.of("only names a point in time, and the date told last is old: background")
                : Optional.empty();
    }

    /** "had attacked the town from two sides": how what is told began. */
    Optional<String> before(Syntax syntax, Finding finding) {
        return finding.type() == ClaimType.ARMED_CLASH && isPastPerfect(syntax, finding)
                ? Optional.of("past perfect of a fight that is over: background")
                : Optional.empty();
    }

    /** A month or a year counts from its middle. */
    static boolean isOld(DateFound date, LocalDate today) {
        long half = date.first().until(date.last(), java.time.temporal.ChronoUnit.DAYS) / 2;
        return date.first().plusDays(half).isBefore(today.minusDays(RECENT_DAYS));
    }

    /** "a day after the fall of Mosul", with nobody named who took it: known already, and told to date something else. */
    private static boolean isPointInTime(Syntax syntax, Finding finding) {
        if (finding.actor() != null) {
            return false;
        }
        int before = syntax.phrase(finding.phrase()).start() - 1;
        return before > syntax.words.from() && TEMPORAL.contains(syntax.words.lower(before));
    }

    /** "occupied the town for three weeks". */
    private static boolean isForSomeTime(Syntax syntax, Finding finding) {
        for (int i = finding.phrase() + 1; i < Math.min(syntax.size(), finding.phrase() + 5); i++) {
            if (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.SUBORDINATOR) || syntax.is(i, Kind.COMMA)) {
                return false;
            }
            // "for nearly a decade"
            int span = syntax.is(i + 1, Kind.ADVERB) ? i + 2 : i + 1;
            if (syntax.isPreposition(i, Set.of("for", "within")) && syntax.is(span, Kind.DATE)) {
                return syntax.words.anyOf(
                        syntax.phrase(span).start(),
                        syntax.phrase(span).end(),
                        Set.of("weeks", "months", "years", "decades", "year", "month"));
            }
        }
        return false;
    }

    /** "previously captured", "Previously, rebels took the town". */
    private static boolean isPreviously(Syntax syntax, int verb) {
        int start = syntax.phrase(verb).start();
        boolean here = syntax.words.anyOf(start - 1, syntax.phrase(verb).end(), Set.of("previously", "formerly"));
        int first = syntax.verbAfter(-1);
        return here || (first == verb && Set.of("previously", "formerly").contains(syntax.lower(0)));
    }

    /** "It began when rebels took the town": known already, and told to date something else. */
    private static boolean isWhenClause(Syntax syntax, Finding finding) {
        return opensWith(syntax, finding, Set.of("when"));
    }

    private static boolean opensWith(Syntax syntax, Finding finding, Set<String> words) {
        for (int i = finding.phrase() - 1; i >= Math.max(0, finding.phrase() - 8); i--) {
            if (syntax.is(i, Kind.SUBORDINATOR)) {
                return words.contains(syntax.lower(i));
            }
            if (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.BUT)) {
                return false;
            }
        }
        return false;
    }

    /** "the first city that rebels captured", "the only capital taken by Russia". */
    private static boolean isOneOfItsKind(Syntax syntax, Finding finding) {
        if (!syntax.is(finding.phrase(), Kind.VERB)
                || syntax.verb(finding.phrase()).auxiliary()
                || syntax.isWhatItBecame(finding.phrase())) {
            return false;
        }
        for (int subject : syntax.subjectsOf(finding.phrase())) {
            int start = syntax.phrase(subject).start();
            if (syntax.words.anyOf(start, syntax.phrase(subject).end(), Set.of("first", "only", "sole"))) {
                return true;
            }
        }
        return false;
    }

    /** "had been overrun by", "which had captured", with nobody who says so and no recent date. */
    private boolean isFormer(Syntax syntax, Finding finding) {
        if (!syntax.is(finding.phrase(), Kind.VERB)) {
            return false;
        }
        boolean reported = false;
        for (int i = 0; i < syntax.size(); i++) {
            reported |= syntax.is(i, Kind.VERB)
                    && report.contains(syntax.words.lower(syntax.phrase(i).head()));
        }
        return isPastPerfect(syntax, finding) && !reported;
    }

    /** "which had gone over to rebels, only to be left by them": as old as what came before. */
    private static boolean isSequelOfFormer(Syntax syntax, Finding finding) {
        int before = syntax.verbBefore(finding.phrase());
        return syntax.is(finding.phrase(), Kind.VERB)
                && syntax.verb(finding.phrase()).infinitive()
                && syntax.lower(finding.phrase() - 1).equals("only")
                && before >= 0
                && syntax.verb(before).perfect()
                && syntax.lower(before).equals("had");
    }

    private static boolean isPastPerfect(Syntax syntax, Finding finding) {
        return syntax.is(finding.phrase(), Kind.VERB)
                && syntax.verb(finding.phrase()).perfect()
                && syntax.words.anyOf(syntax.phrase(finding.phrase()).start(), finding.triggerStart(), Set.of("had"));
    }
}
