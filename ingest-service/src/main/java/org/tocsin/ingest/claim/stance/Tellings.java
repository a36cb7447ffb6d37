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
import org.tocsin.ingest.claim.clause.Memory;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Syntax;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.reference.Place;

/** Weighs the cues around a finding: what the grammar says, who says it, when it was. */
public final class Tellings {
    /** What was said longer ago is no date of what happened. */
    private static final int SAID_DAYS = 7;

    /** Before "to announce": nothing is announced yet. */
    private static final Set<String> NOT_YET = Set.of(
            "about", "ready", "set", "expected", "due", "going", "poised", "preparing", "likely", "yet", "plans");

    private final Set<String> maySay;
    private final Set<String> declares;
    private final Set<String> unconfirmed;
    private final DenialOfBefore denialOfBefore;
    private final Attributions attributions;
    private final Circumstances circumstances;
    private final Background background;
    private final DateChoice dateChoice;
    private final Set<String> monthNames;

    public Tellings(WordLists cues) {
        this.maySay = cues.words("may-say");
        this.declares = cues.words("declares");
        this.unconfirmed = cues.words("unconfirmed");
        this.denialOfBefore = new DenialOfBefore(cues);
        this.attributions = new Attributions(cues);
        this.circumstances = new Circumstances(cues);
        this.background = new Background(cues);
        this.dateChoice = new DateChoice(cues);
        this.monthNames = cues.words("months", "months-unsure");
    }

    private static String lastWord(String cue) {
        return cue.substring(cue.lastIndexOf(' ') + 1);
    }

    private static String firstWord(String cue) {
        int blank = cue.indexOf(' ');
        return blank < 0 ? "" : cue.substring(0, blank);
    }

    /** @param memory what the report told before this sentence: a date for "the same month", places told of as background */
    public Telling of(Roles roles, Finding finding, Instant publishedAt, Memory memory) {
        Syntax syntax = roles.syntax();
        List<String> reasons = new ArrayList<>(finding.notes());
        LocalDate today = publishedAt.atZone(zone(finding)).toLocalDate();
        List<DateFound> dates = new Dates(syntax.words, today, memory.date(), monthNames).all();
        DateFound date = dateChoice.of(syntax, finding, dates);
        Optional<Cue> circumstance = circumstances.of(syntax, finding);
        Optional<Attribution> falsehood = attributions.falsehood(roles, finding);
        Optional<Attribution> said = falsehood.or(() -> attributions.of(roles, finding));
        Stance stance = Stance.ASSERTED;
        if (falsehood.isPresent() && falsehood.get().claimant() == null) {
            stance = Stance.NEGATED;
            reasons.add("\"" + falsehood.get().cue() + "\" makes it " + stance);
        } else if (said.isPresent()) {
            String cue = said.get().cue();
            boolean not = cue.contains("not ") || cue.contains("n't ") || cue.contains("neither ");
            boolean yet = falsehood.isEmpty()
                    && ((maySay.contains(firstWord(cue)) && declares.contains(lastWord(cue)))
                            || (declares.contains(lastWord(cue)) && isStillToSay(syntax, cue))
                            || (not && unconfirmed.contains(lastWord(cue))));
            stance = said.get().denies() ? Stance.DENIED : yet ? Stance.PLANNED : Stance.CLAIMED;
            reasons.add("\"" + said.get().cue() + "\" makes it " + stance);
        }
        if (circumstance.isPresent()) {
            boolean denied = stance == Stance.DENIED || falsehood.isPresent();
            boolean sayNot = circumstance.get().stance() == Stance.NEGATED
                    && finding.type().movesControl()
                    && said.map(Attribution::claimant).isPresent();
            if (sayNot) {
                // "the town has not fallen, the army says"
                stance = Stance.DENIED;
                denied = true;
            } else if (!denied) {
                stance = circumstance.get().stance();
            }
            reasons.add("\"" + circumstance.get().words() + "\" "
                    + (denied && !sayNot ? "changes nothing in a denial" : "makes it " + stance));
        }
        DateFound outer = date == null ? dateChoice.ofOtherClause(syntax, finding, dates, today) : date;
        Optional<String> old = stance.tellsFact()
                ? background.reason(syntax, finding, outer, today, said.isPresent())
                : Optional.empty();
        if (old.isEmpty()
                && stance.tellsFact()
                && finding.type().movesControl()
                && outer == null
                && !isSinceThen(syntax, finding)
                && finding.where().filter(memory::isOld).isPresent()) {
            old = Optional.of("told as background before, and without a date here");
        }
        if (old.isEmpty() && stance == Stance.ASSERTED && outer == null) {
            old = background
                    .pointInTime(syntax, finding, memory.date(), today)
                    .filter(why -> finding.where().filter(memory::isCurrent).isEmpty());
        }
        if (old.isEmpty() && stance == Stance.ASSERTED) {
            old = background
                    .before(syntax, finding)
                    .filter(why -> finding.where().filter(memory::isCurrent).isPresent());
        }
        if (old.isPresent()) {
            stance = Stance.HISTORICAL;
            reasons.add(old.get());
            date = outer;
        }
        if (date == null && said.isPresent()) {
            DateFound saying = dateChoice.ofSaying(syntax, finding, dates);
            if (saying != null && !saying.since() && stance.tellsFact() && Background.isOld(saying, today)) {
                stance = Stance.HISTORICAL;
                reasons.add("said more than a month before publication: background");
                date = saying;
            } else {
                date = dayOfSaying(saying, today);
            }
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

    /** Does the sentence deny what the one before it told? */
    public Optional<Denial> denialOfBefore(Roles roles) {
        return denialOfBefore.in(roles);
    }

    /** Can a sentence with this word deny what the one before it told? */
    public boolean mayDeny(String lower) {
        return denialOfBefore.mayStandIn(lower);
    }

    /** The last date that the sentence tells, or null. */
    public @Nullable LocalDate lastDate(Words words, Instant publishedAt, @Nullable LocalDate anchor) {
        List<DateFound> dates =
                new Dates(words, publishedAt.atZone(ZoneOffset.UTC).toLocalDate(), anchor, monthNames).all();
        return dates.isEmpty() ? null : dates.get(dates.size() - 1).first();
    }

    private static @Nullable DateFound dayOfSaying(@Nullable DateFound date, LocalDate today) {
        boolean lately = date != null
                && date.precision() == DatePrecision.DAY
                && !date.first().isAfter(today)
                && date.first().isAfter(today.minusDays(SAID_DAYS));
        return lately ? date : null;
    }

    /** The last one in the sentence who says something, whom "he" can mean in the next. */
    public @Nullable ActorName speakerOf(Roles roles) {
        return attributions.lastSpeaker(roles);
    }

    /** "is about to announce that", "is expected to declare". */
    private static boolean isStillToSay(Syntax syntax, String cue) {
        for (int i = 1; cue.startsWith("to ") && i < syntax.size(); i++) {
            if (Sayings.cue(syntax, i).equals(cue)) {
                return NOT_YET.contains(syntax.words.lower(syntax.phrase(i).start() - 1));
            }
        }
        return false;
    }

    /** "The rebels, who took X last year, have handed it back": news, whatever the clause within tells of. */
    private static boolean isSinceThen(Syntax syntax, Finding finding) {
        boolean relative = syntax.between(0, finding.phrase(), Set.of(Kind.RELATIVE));
        return relative && syntax.isPresentPerfect(finding.phrase());
    }

    private static ZoneId zone(Finding finding) {
        return finding.where().map(Place::zone).orElse(ZoneOffset.UTC);
    }
}
