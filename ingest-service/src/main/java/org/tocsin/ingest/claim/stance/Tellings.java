package org.tocsin.ingest.claim.stance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** Weighs the cues around a finding: what the grammar says, who says it, when it was. */
public final class Tellings {
    /** Older than this it is background. */
    private static final int RECENT_DAYS = 30;

    private final Attributions attributions;
    private static final Set<String> TEMPORAL = Set.of("after", "before", "since", "following", "until");

    private final Circumstances circumstances;
    private final Set<String> background;
    private final Set<String> report;

    public Tellings(WordLists cues) {
        this.attributions = new Attributions(cues);
        this.circumstances = new Circumstances(cues);
        this.background = cues.words("background");
        this.report = cues.words("report");
    }

    public Telling of(Roles roles, Finding finding, Instant publishedAt) {
        Syntax syntax = roles.syntax();
        List<String> reasons = new ArrayList<>(finding.notes());
        LocalDate today = publishedAt.atZone(zone(finding)).toLocalDate();
        DateFound date = dateOf(syntax, finding, new Dates(syntax.words, today).all());
        Optional<Circumstances.Cue> circumstance = circumstances.of(syntax, finding);
        Optional<Attribution> falsehood = attributions.falsehood(roles, finding);
        Optional<Attribution> said = falsehood.or(() -> attributions.of(roles, finding));
        Stance stance = Stance.ASSERTED;
        if (falsehood.isPresent() && falsehood.get().claimant() == null) {
            stance = Stance.NEGATED;
            reasons.add("\"" + falsehood.get().cue() + "\" makes it " + stance);
        } else if (said.isPresent()) {
            stance = said.get().denies() ? Stance.DENIED : Stance.CLAIMED;
            reasons.add("\"" + said.get().cue() + "\" makes it " + stance);
        }
        if (circumstance.isPresent()) {
            boolean denied = stance == Stance.DENIED || falsehood.isPresent();
            if (!denied) {
                stance = circumstance.get().stance();
            }
            reasons.add("\"" + circumstance.get().words() + "\" "
                    + (denied ? "changes nothing in a denial" : "makes it " + stance));
        }
        if (stance.tellsFact() && isBackground(syntax, finding, date, today, said.isPresent(), reasons)) {
            stance = Stance.HISTORICAL;
        }
        boolean told = date != null && !(date.since() && finding.type() == ClaimType.TERRITORY_HELD);
        Optional<Attribution> against = finding.type().movesControl() && stance.tellsFact()
                ? attributions.contradiction(roles, finding)
                : Optional.empty();
        return new Telling(
                stance,
                said.map(Attribution::claimant).orElse(null),
                told && date != null ? date.first() : today,
                told && date != null ? date.precision() : DatePrecision.UNKNOWN,
                against.isPresent(),
                against.map(Attribution::claimant).orElse(null),
                reasons);
    }

    /** The last one in the sentence who says something, whom "he" can mean in the next. */
    public @Nullable ActorName speakerOf(Roles roles) {
        return attributions.lastSpeaker(roles);
    }

    private static ZoneId zone(Finding finding) {
        return finding.where().map(Place::zone).orElse(ZoneOffset.UTC);
    }

    private boolean isBackground(
            Syntax syntax,
            Finding finding,
            @Nullable DateFound date,
            LocalDate today,
            boolean said,
            List<String> reasons) {
        if (date != null
                && date.last().isBefore(today.minusDays(RECENT_DAYS))
                && !(date.since() && finding.type() == ClaimType.TERRITORY_HELD)) {
            reasons.add("\"" + syntax.words.text(date.start(), date.end()) + "\" is more than " + RECENT_DAYS
                    + " days before publication");
            return true;
        }
        Words words = syntax.words;
        for (int i = words.from(); i < words.to(); i++) {
            if (background.contains(words.lower(i))) {
                reasons.add("\"" + words.lower(i) + "\" makes it background");
                return true;
            }
        }
        if (date == null
                && finding.type().movesControl()
                && !finding.trigger().verb()
                && isPointInTime(syntax, finding)) {
            reasons.add("only names a point in time, \"after the fall of\": background");
            return true;
        }
        if (finding.type().movesControl() && finding.trigger().verb() && isOneOfItsKind(syntax, finding)) {
            reasons.add("\"the first\", \"the only\" with a relative clause: background");
            return true;
        }
        if (finding.type().movesControl() && finding.trigger().verb() && !said && isFormer(syntax, finding)) {
            reasons.add("past perfect without a date: background");
            return true;
        }
        return false;
    }

    /** "a day after the fall of Mosul", with nobody named who took it: known already, and told to date something else. */
    private static boolean isPointInTime(Syntax syntax, Finding finding) {
        if (finding.actor() != null) {
            return false;
        }
        int before = syntax.phrase(finding.phrase()).start() - 1;
        return before > syntax.words.from() && TEMPORAL.contains(syntax.words.lower(before));
    }

    /** "the first city that rebels captured", "the only capital taken by Russia". */
    private static boolean isOneOfItsKind(Syntax syntax, Finding finding) {
        if (!syntax.is(finding.phrase(), Kind.VERB)
                || syntax.verb(finding.phrase()).auxiliary()) {
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
        var group = syntax.verb(finding.phrase());
        boolean pastPerfect = group.perfect()
                && syntax.words.anyOf(syntax.phrase(finding.phrase()).start(), finding.triggerStart(), Set.of("had"));
        boolean reported = false;
        for (int i = 0; i < syntax.size(); i++) {
            reported |= syntax.is(i, Kind.VERB)
                    && report.contains(syntax.words.lower(syntax.phrase(i).head()));
        }
        return pastPerfect && !reported;
    }

    // which date belongs to the trigger

    private @Nullable DateFound dateOf(Syntax syntax, Finding finding, List<DateFound> dates) {
        DateFound best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (DateFound date : dates) {
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

    /** The verb group that the date tells the time of; -2 when it hangs on the noun that is the trigger; -1 when there is none. */
    private int ownerOf(Syntax syntax, DateFound date, Finding finding) {
        int at = syntax.phraseOf(date.start());
        int trigger = syntax.phraseOf(finding.triggerStart());
        if (!finding.trigger().verb()
                && at > trigger
                && !syntax.between(trigger, at, Set.of(Kind.VERB, Kind.COMMA, Kind.SUBORDINATOR, Kind.BUT))) {
            return -2;
        }
        for (int i = at - 1; i >= 0; i--) {
            if (syntax.is(i, Kind.VERB)) {
                return finding.trigger().verb() || i != governorless(finding, trigger) ? i : -2;
            }
            boolean stop = (syntax.is(i, Kind.SUBORDINATOR) && !isTimeWord(i, at))
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

    private static int governorless(Finding finding, int trigger) {
        return finding.phrase() == trigger ? -3 : finding.phrase();
    }

    /** "since June", "after Tuesday": the subordinator is a preposition of the date itself. */
    private static boolean isTimeWord(int i, int at) {
        return i == at - 1;
    }
}
