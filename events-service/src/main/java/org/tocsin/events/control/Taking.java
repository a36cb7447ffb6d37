package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;

/** The taking of a place by one side on one day: all that is said for it, and what is said against it afterwards. */
final class Taking {
    /** A denial within so many days of a taking is about it. */
    static final int DENIAL_DAYS = 7;

    final LocalDate day;
    final Party taker;
    final List<Evidence> reports = new ArrayList<>();
    final List<Evidence> denials = new ArrayList<>();
    /** Statements of the days after that the taker holds the place. */
    final List<Evidence> holdings = new ArrayList<>();
    /** Takings by other sides that cannot be true beside this one. */
    private final List<Taking> counters = new ArrayList<>();

    private LocalDate lastDay;
    private Instant firstPublished = Instant.MAX;
    private Instant lastPublished = Instant.MIN;

    Taking(LocalDate day, Party taker) {
        this.day = day;
        this.taker = taker;
        this.lastDay = day;
    }

    void add(Evidence report) {
        reports.add(report);
        Instant published = report.source().publishedAt();
        firstPublished = published.isBefore(firstPublished) ? published : firstPublished;
        lastPublished = published.isAfter(lastPublished) ? published : lastPublished;
        if (report.lastDay().isAfter(lastDay)) {
            lastDay = report.lastDay();
        }
    }

    /** A late report of it, which says nothing about its day. */
    void repeat(Evidence report) {
        reports.add(report);
    }

    /** Whether no report tells a day, a week or a month. */
    boolean undated() {
        return reports.stream().allMatch(report -> report.datePrecision() == DatePrecision.UNKNOWN);
    }

    boolean regains() {
        return reports.stream().anyMatch(report -> report.type() == EventType.TERRITORY_REGAINED);
    }

    /** Whether some report says that {@code side} lost the place. */
    boolean isFrom(Party side) {
        return reports.stream()
                .anyMatch(report ->
                        report.target() != null && report.target().key().equals(side.key()));
    }

    Instant firstPublished() {
        return firstPublished;
    }

    Instant lastPublished() {
        return lastPublished;
    }

    /** Whether something said of {@code onDay} can be about this taking. */
    boolean inReach(LocalDate onDay) {
        return !onDay.isBefore(day) && !onDay.isAfter(lastDay.plusDays(DENIAL_DAYS));
    }

    /** Whether the day is told, and not just a week or a year. */
    private boolean exact() {
        return reports.stream()
                .anyMatch(report ->
                        report.datePrecision() == DatePrecision.DAY || report.datePrecision() == DatePrecision.UNKNOWN);
    }

    /** Whether two independent sources report it, the taker's own word apart. */
    boolean corroborated() {
        return pro().corroborated();
    }

    /**
     * Notes that the other is reported as well, if that speaks against this one: of the same day, or of the day before or after where
     * this one has only one source, and told when this one had been told or this one is only the taker's own word.
     */
    void compare(Taking other) {
        boolean sameDay = other.day.equals(day);
        boolean answers = !other.lastPublished.isBefore(firstPublished) || ownWord();
        if (answers
                && exact()
                && other.exact()
                && !Descriptions.same(taker, other.taker)
                && !toldTogether(other)
                && (sameDay || (!corroborated() && !other.follows(this)))) {
            counters.add(other);
        }
    }

    /** Whether nobody but the taker says so. */
    private boolean ownWord() {
        return reports.stream().allMatch(report -> report.saidBy(taker));
    }

    /** What reports the takings by other sides that speak against this one. */
    List<Evidence> counterReports() {
        return counters.stream().flatMap(counter -> counter.reports.stream()).toList();
    }

    /** Whether another side is reported by more sources to have taken the place on the same day. */
    boolean beaten() {
        return counters.stream()
                .anyMatch(counter -> counter.day.equals(day) && counter.outweighs(reports, taker.key()));
    }

    /** A report that tells both itself tells one after the other. */
    private boolean toldTogether(Taking other) {
        return reports.stream().filter(Evidence::ownVoice).anyMatch(mine -> other.reports.stream()
                .anyMatch(theirs -> theirs.ownVoice()
                        && theirs.source().report().equals(mine.source().report())));
    }

    /** Whether some report tells of its own that the place was taken from the side that had taken it before. */
    private boolean follows(Taking earlier) {
        return earlier.day.isBefore(day)
                && reports.stream()
                        .anyMatch(report -> report.ownVoice()
                                && report.target() != null
                                && Descriptions.same(report.target(), earlier.taker));
    }

    private Voices pro() {
        Voices pro = new Voices();
        Stream.concat(reports.stream(), holdings.stream())
                .filter(report -> !report.saidBy(taker))
                .forEach(pro::add);
        return pro;
    }

    /** Whether more independent sources report it than deny it, and at least two; the taker's own word counts for nothing here. */
    boolean outweighs(List<Evidence> against, String loser) {
        Voices pro = pro();
        Voices contra = new Voices();
        for (Evidence denial : against) {
            // Officials of whom nobody says whose they are speak for the side that lost.
            boolean official = denial.claimant() != null && denial.claimant().described();
            contra.add(
                    denial,
                    official
                            ? loser
                            : denial.claimant() == null ? "" : denial.claimant().key());
        }
        return pro.corroborated() && pro.count() > contra.count();
    }
}
