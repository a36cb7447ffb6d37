package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/** Finds the takings in what is said about a place: one for each side and day, each with its denials. */
final class Takings {
    /** An undated report of a taking that was undone since is out of date for so many days. */
    private static final int STALE_DAYS = 7;

    private final TreeMap<LocalDate, List<Taking>> byDay = new TreeMap<>();

    static Takings in(List<Evidence> statements, RulesVersion rules) {
        Takings takings = new Takings();
        List<Evidence> takes = statements.stream()
                .filter(event -> Statement.of(event) == Statement.TAKE)
                .toList();
        Days days = Days.of(takes);
        for (Evidence take : takes) {
            takings.add(days.dayOf(take, rules), take);
        }
        if (rules.has(Refinement.STALE_REPORTS)) {
            takings.dropStale();
        }
        takings.byDay.replaceAll((day, all) -> namesFirst(all));
        if (rules.has(Refinement.COUNTERCLAIMS)) {
            takings.compare();
        }
        for (Evidence event : statements) {
            takings.attachDenial(event);
            if (rules.has(Refinement.HOLDING_CORROBORATES)) {
                takings.attachHolding(event);
            }
        }
        return takings;
    }

    List<Taking> all() {
        return byDay.values().stream().flatMap(List::stream).toList();
    }

    List<Taking> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    static Party takerOf(Evidence take) {
        return take.actor() == null ? Statement.UNNAMED : take.actor();
    }

    private void add(LocalDate day, Evidence take) {
        List<Taking> sameDay = byDay.computeIfAbsent(day, d -> new ArrayList<>());
        Party taker = takerOf(take);
        for (Taking taking : sameDay) {
            if (taking.taker.key().equals(taker.key())) {
                taking.add(take);
                return;
            }
        }
        Taking taking = new Taking(day, taker);
        taking.add(take);
        sameDay.add(taking);
    }

    /**
     * A taking that nothing dates and only one source reports is no new one where the same side had taken the place in the days before and
     * lost it since: the report repeats what was so. It speaks for the earlier taking.
     */
    private void dropStale() {
        for (List<Taking> ofDay : byDay.values()) {
            for (Taking taking : List.copyOf(ofDay)) {
                Taking earlier = taking.undated() && !taking.corroborated() ? undoneBefore(taking) : null;
                if (earlier != null) {
                    taking.reports.forEach(earlier::repeat);
                    ofDay.remove(taking);
                }
            }
        }
        byDay.values().removeIf(List::isEmpty);
    }

    /** The taking by the same side shortly before, if another side took the place in between. */
    private @Nullable Taking undoneBefore(Taking taking) {
        boolean undone = false;
        for (List<Taking> ofDay : byDay.subMap(taking.day.minusDays(STALE_DAYS), true, taking.day, false)
                .descendingMap()
                .values()) {
            for (Taking earlier : ofDay) {
                if (earlier.taker.key().equals(taking.taker.key())) {
                    return undone ? earlier : null;
                }
            }
            undone |= ofDay.stream().anyMatch(other -> !Descriptions.same(other.taker, taking.taker));
        }
        return null;
    }

    /** Compares the takings of each day with each other and with those of the next. */
    private void compare() {
        byDay.forEach((day, ofDay) -> {
            List<Taking> near = new ArrayList<>(ofDay);
            near.addAll(byDay.getOrDefault(day.plusDays(1), List.of()));
            for (Taking taking : ofDay) {
                for (Taking other : near) {
                    if (taking != other) {
                        taking.compare(other);
                        if (!other.day.equals(day)) {
                            other.compare(taking);
                        }
                    }
                }
            }
        });
    }

    /** "Militants" that take a place on the day on which one named side that fits takes it are that side. */
    private static List<Taking> namesFirst(List<Taking> sameDay) {
        List<Taking> kept = new ArrayList<>();
        List<Taking> described = new ArrayList<>();
        for (Taking taking : sameDay) {
            (taking.taker.described() ? described : kept).add(taking);
        }
        for (Taking taking : described) {
            List<Taking> fitting = kept.stream()
                    .filter(named -> Descriptions.fit(taking.taker, named.taker) && named.regains() == taking.regains())
                    .toList();
            if (fitting.size() == 1) {
                taking.reports.forEach(fitting.get(0)::add);
            } else {
                kept.add(taking);
            }
        }
        return kept;
    }

    private void attachDenial(Evidence event) {
        Statement statement = Statement.of(event);
        if (statement != Statement.DENY && statement != Statement.HOLD) {
            return;
        }
        for (List<Taking> sameDay :
                byDay.headMap(event.occurredOn(), true).descendingMap().values()) {
            boolean found = false;
            for (Taking taking : sameDay) {
                if (statement == Statement.DENY ? denies(event, taking) : contradicts(event, taking)) {
                    taking.denials.add(event);
                    found = true;
                }
            }
            boolean outOfReach = sameDay.stream().noneMatch(taking -> taking.inReach(event.occurredOn()));
            if (found || outOfReach || statement == Statement.HOLD) {
                return;
            }
        }
    }

    /** Who says that the taker holds the place speaks for its last taking. */
    private void attachHolding(Evidence event) {
        Party holder = Statement.of(event) == Statement.HOLD ? Statement.holderBy(event) : null;
        if (holder == null) {
            return;
        }
        for (List<Taking> sameDay :
                byDay.headMap(event.occurredOn(), true).descendingMap().values()) {
            for (Taking taking : sameDay) {
                if (Descriptions.same(holder, taking.taker)) {
                    if (taking.inReach(event.occurredOn())) {
                        taking.holdings.add(event);
                    }
                    return;
                }
            }
        }
    }

    private static boolean denies(Evidence denial, Taking taking) {
        boolean meant =
                denial.actor() == null ? !denial.saidBy(taking.taker) : Descriptions.same(denial.actor(), taking.taker);
        return meant && taking.inReach(denial.occurredOn());
    }

    /** A statement that another side holds the place is against a taking unless it was published before it on the same day. */
    private static boolean contradicts(Evidence hold, Taking taking) {
        Party holder = Statement.holderBy(hold);
        return holder != null
                && !Descriptions.same(holder, taking.taker)
                && taking.inReach(hold.occurredOn())
                && (hold.occurredOn().isAfter(taking.day)
                        || !hold.source().publishedAt().isBefore(taking.firstPublished()));
    }
}
