package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.Timeline.Interval;

/** Lays analysts' decisions over the timeline that sources tell. Where a decision ends, what sources say shows again. */
final class Overruling {
    private Overruling() {}

    static Timeline of(Timeline told, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return told;
        }
        List<Interval> intervals = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate to : borders(told, decisions)) {
            add(intervals, from, to, told, decisions);
            from = to;
        }
        add(intervals, from, null, told, decisions);
        return new Timeline(intervals);
    }

    /** The days on which something else may begin, in order. */
    private static Set<LocalDate> borders(Timeline told, List<Decision> decisions) {
        return Stream.concat(
                        told.intervals().stream().map(Interval::from),
                        decisions.stream().flatMap(decision -> Stream.of(decision.from(), decision.until())))
                .filter(Objects::nonNull)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static void add(
            List<Interval> intervals,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Timeline told,
            List<Decision> decisions) {
        Control source = from == null ? told.intervals().get(0).control() : told.at(from);
        Interval before = intervals.isEmpty() ? null : intervals.get(intervals.size() - 1);
        Control control = decisions.stream()
                .filter(decision -> from != null && decision.covers(from))
                .max(Comparator.comparing(Decision::recordedAt).thenComparing(Decision::id))
                .map(decision -> decided(decision, source))
                .orElse(source);
        boolean decided = control.decision() != null
                || (before != null && before.control().decision() != null);
        if (before != null && decided && before.control().sameHolding(control)) {
            control = control.with(
                    control.fighting(), before.control().since(), control.supporting(), control.opposing());
        }
        if (before != null && Segments.sameButEvidence(before.control(), control)) {
            intervals.set(intervals.size() - 1, new Interval(before.from(), to, both(before.control(), control)));
        } else {
            intervals.add(new Interval(from, to, control));
        }
    }

    private static Control decided(Decision decision, Control source) {
        Control control = new Control(
                decision.state(),
                decision.holder(),
                decision.challenger(),
                decision.parties(),
                false,
                Assurance.CONFIRMED,
                decision.from(),
                Rule.DECIDED,
                List.of(),
                List.of(),
                decision.id());
        return control.sameHolding(source)
                ? control.with(source.fighting(), decision.from(), source.supporting(), source.opposing())
                : control.with(false, decision.from(), source.opposing(), source.supporting());
    }

    private static Control both(Control one, Control other) {
        return one.with(
                one.fighting(),
                one.since(),
                joined(one.supporting(), other.supporting()),
                joined(one.opposing(), other.opposing()));
    }

    private static List<String> joined(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all.stream().limit(Control.MOST_EVIDENCE).toList();
    }
}
