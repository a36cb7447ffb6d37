package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;

/**
 * The rules of docs/control.md: who held a place when, from everything that is recorded about it. The result depends on what is recorded
 * and on nothing else, neither the order in which it came nor how often.
 */
public final class Timelines {
    private Timelines() {}

    /** The timeline of a place of which nothing is recorded. */
    public static Timeline baselineOf(@Nullable Party baseline) {
        return new Timeline(List.of(new Timeline.Interval(null, null, Control.baseline(baseline))));
    }

    /**
     * The timeline of one place.
     *
     * @param recorded all that is recorded about it
     * @param rules the version of the rules to go by
     */
    public static Timeline timelineOf(Recorded recorded, RulesVersion rules) {
        List<Evidence> statements = relevant(recorded.evidence());
        Takings takings = Takings.in(statements, rules);
        TreeMap<LocalDate, List<Step>> days = new TreeMap<>();
        for (Taking taking : takings.all()) {
            days.computeIfAbsent(taking.day, d -> new ArrayList<>()).add(new Step(taking));
        }
        Leavings leavings = new Leavings(statements, takings, rules);
        for (Evidence event : statements) {
            Statement statement = Statement.of(event);
            if (statement != Statement.TAKE && statement != Statement.NOTHING && statement != Statement.DENY) {
                days.computeIfAbsent(event.occurredOn(), d -> new ArrayList<>())
                        .add(new Step(statement, event, leavings.kindOf(event, statement)));
            }
        }
        Fold fold = new Fold(recorded, rules);
        days.forEach((day, steps) -> fold(fold, day, steps));
        return Overruling.of(fold.timeline(), recorded.decisions());
    }

    private static void fold(Fold fold, LocalDate day, List<Step> steps) {
        steps.sort(Step.ORDER);
        fold.beginning(day);
        boolean takenToday = false;
        for (Step step : steps) {
            takenToday |= step.taking() != null;
        }
        // Fighting on the day of a taking is looked at when it is clear what became of the taking.
        for (Step step : steps) {
            if (!takenToday || step.statement() != Statement.FIGHT) {
                step.applyTo(fold, takenToday);
            }
        }
        for (Step step : steps) {
            if (takenToday && step.statement() == Statement.FIGHT) {
                step.applyTo(fold, takenToday);
            }
        }
        fold.endOf(day);
    }

    /** Each event once, and of an original and its near copies only one report; in order of day and publication. */
    private static List<Evidence> relevant(Collection<Evidence> evidence) {
        Map<String, Evidence> first = firstOfCopied(evidence);
        List<Evidence> told = new ArrayList<>(evidence.size());
        for (Evidence event : evidence) {
            Evidence speaking = first.get(event.source().story());
            if (speaking == null
                    || speaking.source().report().equals(event.source().report())) {
                told.add(event);
            }
        }
        told.sort(Timelines::byDayAndPublication);
        List<Evidence> once = new ArrayList<>(told.size());
        for (Evidence event : told) {
            if (once.isEmpty() || !once.get(once.size() - 1).id().equals(event.id())) {
                once.add(event);
            }
        }
        return once;
    }

    /** Of each story that has near copies an event of the report that speaks; most stories have none. */
    private static Map<String, Evidence> firstOfCopied(Collection<Evidence> evidence) {
        Set<String> copied = new HashSet<>();
        for (Evidence event : evidence) {
            String original = event.source().copyOf();
            if (original != null) {
                copied.add(original);
            }
        }
        Map<String, Evidence> first = new HashMap<>();
        for (Evidence event : evidence) {
            if (copied.contains(event.source().story())) {
                first.merge(event.source().story(), event, Timelines::earlier);
            }
        }
        return first;
    }

    /** Written out, for of ten thousand events it is most of the work. */
    private static int byDayAndPublication(Evidence one, Evidence other) {
        int day = one.occurredOn().compareTo(other.occurredOn());
        if (day != 0) {
            return day;
        }
        int publication = one.source().publishedAt().compareTo(other.source().publishedAt());
        return publication != 0 ? publication : one.id().compareTo(other.id());
    }

    /** The one published first, of those whose publisher can be relied on; who is not cannot silence a story by dating his copy back. */
    private static Evidence earlier(Evidence one, Evidence other) {
        int order = Comparator.<Evidence, Boolean>comparing(
                        event -> !event.source().grade().corroborates())
                .thenComparing(event -> event.source().publishedAt())
                .thenComparing(event -> event.source().report())
                .compare(one, other);
        return order <= 0 ? one : other;
    }

    /** One thing that happens to the state on a day: a taking with all that is said of it, or one statement. */
    private record Step(@Nullable Taking taking, @Nullable Evidence event, Statement statement, Leavings.Kind leaving) {
        static final Comparator<Step> ORDER = Comparator.comparing(Step::publishedAt)
                .thenComparing(Step::statement)
                .thenComparing(Step::regains)
                .thenComparing(Step::key);

        Step(Taking taking) {
            this(taking, null, Statement.TAKE, Leavings.Kind.NONE);
        }

        Step(Statement statement, Evidence event, Leavings.Kind leaving) {
            this(null, event, statement, leaving);
        }

        Instant publishedAt() {
            return taking != null
                    ? taking.lastPublished()
                    : event != null ? event.source().publishedAt() : Instant.MIN;
        }

        /** Of two takings told at one time the one that gives the place back was the later one. */
        boolean regains() {
            return taking != null && taking.regains();
        }

        String key() {
            return taking != null ? taking.taker.key() : event != null ? event.id() : "";
        }

        void applyTo(Fold fold, boolean takenToday) {
            if (taking != null) {
                fold.take(taking);
            } else if (event != null) {
                fold.apply(statement, event, takenToday, leaving);
            }
        }
    }
}
