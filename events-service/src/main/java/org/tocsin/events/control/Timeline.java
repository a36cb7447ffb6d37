package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who held a place when: intervals without a gap, the first from always, the last until now and on. */
public record Timeline(List<Interval> intervals) {
    public Timeline {
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()
                || intervals.get(0).from() != null
                || intervals.get(intervals.size() - 1).to() != null) {
            throw new IllegalArgumentException("a timeline covers all time");
        }
    }

    /**
     * @param from first day; null for always
     * @param to first day after it; null for still
     */
    public record Interval(
            @Nullable LocalDate from, @Nullable LocalDate to, Control control) {
        public Interval {
            Objects.requireNonNull(control, "control");
            if (from != null && to != null && !from.isBefore(to)) {
                throw new IllegalArgumentException("an interval has at least a day: " + from + " to " + to);
            }
        }

        boolean covers(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    /** The state at the end of {@code day}. */
    public Control at(LocalDate day) {
        return intervalAt(day).control();
    }

    public Interval intervalAt(LocalDate day) {
        int low = 0;
        int high = intervals.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            LocalDate from = intervals.get(middle).from();
            if (from == null || !from.isAfter(day)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return intervals.get(low);
    }

    public Control last() {
        return intervals.get(intervals.size() - 1).control();
    }
}
