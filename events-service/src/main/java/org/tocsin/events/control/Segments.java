package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.control.Control.Share;

/** The intervals of a timeline while it is made. */
final class Segments {
    /** Fighting counts as over when there was no clash for so many days. */
    private static final int CALM_DAYS = 30;

    private record Segment(@Nullable LocalDate from, Control control) {}

    private final List<Segment> segments = new ArrayList<>();

    Segments(Control first) {
        segments.add(new Segment(null, first));
    }

    /** The state is {@code control} from {@code day} on; only evidence that leaves everything else as it was does not begin an interval. */
    void stateFrom(LocalDate day, Control control) {
        int last = segments.size() - 1;
        Segment current = segments.get(last);
        if (sameButEvidence(current.control(), control) || day.equals(current.from())) {
            segments.set(last, new Segment(current.from(), control));
            joinLast();
        } else {
            segments.add(new Segment(day, control));
        }
    }

    /** Ends the fighting, and says so, if the last clash is long enough before {@code day}. */
    boolean calmBefore(LocalDate day, @Nullable LocalDate lastClash) {
        Segment current = segments.get(segments.size() - 1);
        if (lastClash == null || !current.control().fighting() || day.isBefore(lastClash.plusDays(CALM_DAYS))) {
            return false;
        }
        segments.add(new Segment(lastClash.plusDays(CALM_DAYS), calm(current.control())));
        return true;
    }

    /** {@code described}, who holds or contests the place, is {@code named}, since it came. */
    void rename(Party described, Party named) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Control control = segments.get(i).control();
            Control renamed = renamed(control, described, named);
            if (renamed.equals(control)) {
                return;
            }
            segments.set(i, new Segment(segments.get(i).from(), renamed));
        }
    }

    Timeline timeline(@Nullable LocalDate lastClash) {
        calmBefore(LocalDate.MAX, lastClash);
        List<Timeline.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            LocalDate to = i + 1 < segments.size() ? segments.get(i + 1).from() : null;
            intervals.add(new Timeline.Interval(
                    segments.get(i).from(), to, segments.get(i).control()));
        }
        return new Timeline(intervals);
    }

    /** A day may end as the day before it did. */
    private void joinLast() {
        int last = segments.size() - 1;
        if (last > 0
                && sameButEvidence(
                        segments.get(last - 1).control(), segments.get(last).control())) {
            Segment joined = new Segment(
                    segments.get(last - 1).from(), segments.get(last).control());
            segments.remove(last);
            segments.set(last - 1, joined);
        }
    }

    static boolean sameButEvidence(Control one, Control other) {
        return one.sameHolding(other)
                && one.fighting() == other.fighting()
                && one.assurance() == other.assurance()
                && one.rule() == other.rule()
                && one.parties().equals(other.parties())
                && Objects.equals(one.since(), other.since())
                && Objects.equals(one.decision(), other.decision());
    }

    private static Control calm(Control control) {
        return control.with(false, control.since(), control.supporting(), control.opposing());
    }

    private static Control renamed(Control control, Party described, Party named) {
        return new Control(
                control.state(),
                swap(control.holder(), described, named),
                swap(control.challenger(), described, named),
                control.parties().stream()
                        .map(share -> new Share(
                                Objects.requireNonNull(swap(share.actor(), described, named)), share.extent()))
                        .toList(),
                control.fighting(),
                control.assurance(),
                control.since(),
                control.rule(),
                control.supporting(),
                control.opposing(),
                control.decision());
    }

    private static @Nullable Party swap(@Nullable Party party, Party described, Party named) {
        return party != null && party.key().equals(described.key()) ? named : party;
    }
}
