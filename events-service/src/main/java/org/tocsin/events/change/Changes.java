package org.tocsin.events.change;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.tocsin.events.control.Control;
import org.tocsin.events.control.Timeline;

/** What two beliefs about one place differ in, as a list of changes. */
final class Changes {
    private static final int SAME_HAPPENING_DAYS = 62;

    private Changes() {}

    /** The differences in the order of their days; none when the timelines tell the same. */
    static List<Difference> changesBetween(Timeline before, Timeline after) {
        return new Comparison(before, after).differences();
    }

    private static final class Comparison {
        private final Timeline before;
        private final Timeline after;
        private List<Transition> gone;
        private List<Transition> come;
        private final boolean endsOtherwise;
        private final List<Difference> differences = new ArrayList<>();

        Comparison(Timeline before, Timeline after) {
            this.before = before;
            this.after = after;
            this.gone = Transition.of(before);
            this.come = Transition.of(after);
            this.endsOtherwise = !before.last().sameHolding(after.last());
        }

        List<Difference> differences() {
            // What both tell alike is only compared for how sure it is; so is the beginning of time.
            beginning(gone.get(0), come.get(0));
            gone = gone.subList(1, gone.size());
            come = come.subList(1, come.size());
            pair(Transition::same, this::surer);
            pair((old, fresh) -> isNamed(old, fresh), (old, fresh) -> replaced(ChangeKind.HOLDER_NAMED, old, fresh));
            pair(
                    (old, fresh) -> old.kind() == fresh.kind()
                            && Transition.sameParty(old.from(), fresh.from())
                            && Transition.sameParty(old.to(), fresh.to())
                            && near(old, fresh),
                    (old, fresh) -> replaced(ChangeKind.CORRECTED, old, fresh));
            pair(
                    (old, fresh) -> old.kind() == fresh.kind() && Objects.equals(old.day(), fresh.day()),
                    (old, fresh) -> replaced(ChangeKind.CORRECTED, old, fresh));
            // A taking that is denied later, or a contest that is decided for the very same day.
            pair(
                    (old, fresh) -> Objects.equals(old.day(), fresh.day()),
                    (old, fresh) -> replaced(fresh.kind(), old, fresh));
            gone.forEach(this::retracted);
            come.forEach(this::added);
            differences.sort(Comparator.comparing(Difference::validFrom).thenComparing(Difference::kind));
            return differences;
        }

        private interface Pairing {
            void of(Transition old, Transition fresh);
        }

        /** Each old one with the first fresh one that belongs to it; mostly that is the first of all that are left. */
        private void pair(BiPredicate<Transition, Transition> belong, Pairing pairing) {
            List<Transition> alone = new ArrayList<>();
            boolean[] paired = new boolean[come.size()];
            int left = 0;
            for (Transition old : gone) {
                int i = left;
                while (i < paired.length && (paired[i] || !belong.test(old, come.get(i)))) {
                    i++;
                }
                if (i == paired.length) {
                    alone.add(old);
                    continue;
                }
                paired[i] = true;
                pairing.of(old, come.get(i));
                while (left < paired.length && paired[left]) {
                    left++;
                }
            }
            gone = alone;
            List<Transition> all = come;
            come = IntStream.range(0, paired.length)
                    .filter(i -> !paired[i])
                    .mapToObj(all::get)
                    .toList();
        }

        /** Further apart they are two happenings, of which one was wrong, and not one that was wrongly dated. */
        private static boolean near(Transition old, Transition fresh) {
            return old.day() != null
                    && fresh.day() != null
                    && Math.abs(ChronoUnit.DAYS.between(old.day(), fresh.day())) <= SAME_HAPPENING_DAYS;
        }

        private static boolean isNamed(Transition old, Transition fresh) {
            return old.kind() == fresh.kind()
                    && Objects.equals(old.day(), fresh.day())
                    && Transition.sameParty(old.from(), fresh.from())
                    && old.to() != null
                    && old.to().described()
                    && fresh.to() != null
                    && !fresh.to().described();
        }

        /**
         * The beginning of time is no change, nor is it one when another holder stands there. But where something was recorded that made that
         * holder surer, this was told, or would have been; so it is told that it was otherwise.
         */
        private void beginning(Transition old, Transition fresh) {
            surer(old, fresh);
            LocalDate day = old.lastFrom() != null ? old.lastFrom() : fresh.lastFrom();
            boolean beginning = day != null && isBeforeTheSecond(gone, day) && isBeforeTheSecond(come, day);
            if (day != null && beginning && !Transition.sameParty(old.to(), fresh.to())) {
                differences.add(new Difference(
                        ChangeKind.CORRECTED,
                        old.to(),
                        fresh.to(),
                        day,
                        before.at(day),
                        after.at(day),
                        old.ends() && fresh.ends() && endsOtherwise,
                        null));
            }
        }

        private static boolean isBeforeTheSecond(List<Transition> all, LocalDate day) {
            return all.size() == 1
                    || day.isBefore(Objects.requireNonNull(all.get(1).day()));
        }

        /** How sure a state is changed only where the same state was believed for the same day. */
        private void surer(Transition old, Transition fresh) {
            boolean rose = fresh.last().assurance().compareTo(old.last().assurance()) > 0;
            LocalDate day = rose ? fresh.lastFrom() : old.lastFrom();
            if (old.last().assurance() == fresh.last().assurance() || day == null) {
                return;
            }
            Control was = before.at(day);
            Control is = after.at(day);
            if (was.sameHolding(is) && was.assurance() != is.assurance()) {
                assurance(fresh, day, was);
            }
        }

        private void assurance(Transition transition, LocalDate day, Control less) {
            boolean contested = transition.last().challenger() != null;
            // Two transitions can tell of one day; the later one is that which goes on, and a change must not come
            // twice.
            differences.removeIf(told -> told.kind() == ChangeKind.ASSURANCE_CHANGED
                    && told.validFrom().equals(day));
            differences.add(new Difference(
                    ChangeKind.ASSURANCE_CHANGED,
                    transition.last().holder(),
                    contested
                            ? transition.last().challenger()
                            : transition.last().holder(),
                    day,
                    less,
                    after.at(day),
                    transition.ends(),
                    null));
        }

        private void replaced(ChangeKind kind, Transition old, Transition fresh) {
            LocalDate day = Objects.requireNonNull(fresh.day());
            boolean beliefsOnly = kind == ChangeKind.CORRECTED || kind == ChangeKind.HOLDER_NAMED;
            differences.add(new Difference(
                    kind,
                    kind == ChangeKind.HOLDER_NAMED ? old.to() : fresh.from(),
                    fresh.to(),
                    day,
                    old.first(),
                    fresh.first(),
                    fresh.ends() && (beliefsOnly || endsOtherwise),
                    old));
            growing(fresh);
        }

        private void retracted(Transition old) {
            LocalDate day = Objects.requireNonNull(old.day());
            Control now = after.at(day);
            differences.add(new Difference(
                    ChangeKind.RETRACTED,
                    old.to(),
                    now.holder(),
                    day,
                    old.first(),
                    now,
                    old.ends() && endsOtherwise,
                    old));
        }

        private void added(Transition fresh) {
            LocalDate day = Objects.requireNonNull(fresh.day());
            differences.add(new Difference(
                    fresh.kind(),
                    fresh.from(),
                    fresh.to(),
                    day,
                    stateBefore(day),
                    fresh.first(),
                    fresh.ends() && endsOtherwise,
                    null));
            growing(fresh);
        }

        /** What was believed of the day before this was known. */
        private Control stateBefore(LocalDate day) {
            return before.at(day);
        }

        /** A change that is told at once with later evidence for it is told first as it began, and then how sure it is by now. */
        private void growing(Transition fresh) {
            LocalDate day = fresh.lastFrom();
            if (fresh.first().assurance() != fresh.last().assurance() && day != null) {
                assurance(fresh, day, fresh.first());
            }
        }
    }
}
