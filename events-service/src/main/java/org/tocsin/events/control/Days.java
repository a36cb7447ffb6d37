package org.tocsin.events.control;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.DatePrecision;

/** On which days sides are exactly known to have taken the place; less exact reports are of one of these. */
final class Days {
    private final Map<Party, NavigableSet<LocalDate>> exact = new HashMap<>();

    static Days of(List<Evidence> takes) {
        Days days = new Days();
        for (Evidence take : takes) {
            if (take.datePrecision() == DatePrecision.DAY) {
                days.exact
                        .computeIfAbsent(Takings.takerOf(take), side -> new TreeSet<>())
                        .add(take.occurredOn());
            }
        }
        return days;
    }

    /** A taking dated to a week, month or year happened on the first exact day within it that is reported for the same side, or one that fits. */
    LocalDate dayOf(Evidence take, RulesVersion rules) {
        DatePrecision precision = take.datePrecision();
        if (precision == DatePrecision.DAY) {
            return take.occurredOn();
        }
        Party taker = Takings.takerOf(take);
        LocalDate own = within(take, exact.get(taker));
        if (own != null) {
            return own;
        }
        boolean week = precision != DatePrecision.UNKNOWN;
        if (week && taker.described() && rules.has(Refinement.UNNAMED_DAYS)) {
            return fitting(taker)
                    .map(days -> within(take, days))
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(take.occurredOn());
        }
        return take.occurredOn();
    }

    private Stream<NavigableSet<LocalDate>> fitting(Party described) {
        return exact.entrySet().stream()
                .filter(entry -> Descriptions.fit(described, entry.getKey()))
                .map(Map.Entry::getValue);
    }

    private static @Nullable LocalDate within(Evidence take, @Nullable NavigableSet<LocalDate> days) {
        LocalDate day = days == null ? null : days.ceiling(take.occurredOn());
        return day != null && !day.isAfter(take.lastDay()) ? day : null;
    }
}
