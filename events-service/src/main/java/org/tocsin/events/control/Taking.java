package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.EventType;

/** The taking of a place by one side on one day: all that is said for it, and what is said against it afterwards. */
final class Taking {
    /** A denial within so many days of a taking is about it. */
    static final int DENIAL_DAYS = 7;

    final LocalDate day;
    final Party taker;
    final List<Evidence> reports = new ArrayList<>();
    final List<Evidence> denials = new ArrayList<>();
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

    /** Whether more independent sources report it than deny it, and at least two; the taker's own word counts for nothing here. */
    boolean outweighs(List<Evidence> against, String loser) {
        Voices pro = new Voices();
        reports.stream().filter(report -> !report.saidBy(taker)).forEach(pro::add);
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
