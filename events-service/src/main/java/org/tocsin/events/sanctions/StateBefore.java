package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.ListState.Span;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.list.EntryChange;
import org.tocsin.events.sanctions.list.ListFollower.Taken;

/** What was kept of a list before a version came. Pure. */
final class StateBefore {
    private StateBefore() {}

    /**
     * The state without the version and what it altered. A version of the same day as the one before leaves no trace of that one in the days of
     * entries; so what was altered is taken from the differences.
     */
    static ListState of(ListState after, Taken taken, Function<ListEntry, Set<String>> namesakes) {
        List<ListState.Version> versions = after.versions().stream()
                .filter(version -> version.number() != taken.version())
                .toList();
        if (versions.isEmpty()) {
            return ListState.never(after.list());
        }
        Map<String, List<Span>> entries = new HashMap<>(after.entries());
        Map<String, List<String>> same = new HashMap<>();
        after.namesakes().forEach((actor, references) -> same.put(actor, new ArrayList<>(references)));
        LocalDate first = versions.get(0).asOf();
        LocalDate since = first.isAfter(taken.asOf()) ? taken.asOf() : first;
        for (EntryChange change : taken.changes()) {
            ListEntry now = change.after();
            ListEntry then = change.before();
            if (now != null && entries.containsKey(now.reference())) {
                entries.put(now.reference(), earlier(entries, now.reference(), taken.asOf(), null));
            }
            if (then != null) {
                List<Span> spans = earlier(entries, then.reference(), taken.asOf(), then);
                boolean open = spans.stream().anyMatch(span -> span.to() == null);
                if (!open) {
                    spans.add(new Span(spans.isEmpty() ? since : taken.asOf(), null, then));
                }
                entries.put(then.reference(), spans);
                namesakes.apply(then).forEach(actor -> same.computeIfAbsent(actor, id -> new ArrayList<>())
                        .add(then.reference()));
            }
        }
        return new ListState(after.list(), versions, entries, same, after.staleAfterDays());
    }

    /** The spans from before the day; the last goes on if the entry was there until the version came. */
    private static List<Span> earlier(
            Map<String, List<Span>> entries, String reference, LocalDate day, @Nullable ListEntry then) {
        List<Span> earlier = new ArrayList<>();
        for (Span span : entries.getOrDefault(reference, List.of())) {
            if (span.from().isBefore(day)) {
                earlier.add(then != null && day.equals(span.to()) ? new Span(span.from(), null, span.entry()) : span);
            }
        }
        return earlier;
    }
}
