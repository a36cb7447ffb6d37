package org.tocsin.events.sanctions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/**
 * What is kept of one list about entries that matter to actors.
 *
 * @param versions that came into force, in the order of their days; empty when the list was never loaded
 * @param entries by reference, what each was from day to day
 * @param namesakes of an actor's id to the references of entries that bear its name and about which nobody has decided
 * @param staleAfterDays of how many days the newest version may be before the list is stale
 */
record ListState(
        ListId list,
        List<Version> versions,
        Map<String, List<Span>> entries,
        Map<String, List<String>> namesakes,
        int staleAfterDays) {
    ListState {
        versions = List.copyOf(versions);
        entries = Map.copyOf(entries);
        namesakes = Map.copyOf(namesakes);
    }

    /**
     * A version of the list.
     *
     * @param asOf its own day
     * @param seenOn the last day on which the publisher gave it
     */
    record Version(int number, LocalDate asOf, LocalDate seenOn) {}

    /**
     * What an entry was over some days.
     *
     * @param from day of the version with which it came
     * @param to day of the version with which it went or became otherwise; null as long as it is so
     */
    record Span(LocalDate from, @Nullable LocalDate to, ListEntry entry) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    static ListState never(ListId list) {
        return new ListState(list, List.of(), Map.of(), Map.of(), 0);
    }

    boolean loaded() {
        return !versions.isEmpty();
    }

    Version oldest() {
        return versions.get(0);
    }

    Version newest() {
        return versions.get(versions.size() - 1);
    }

    /** The version in force on a day; empty when all are later. */
    Optional<Version> on(LocalDate day) {
        Version found = null;
        for (Version version : versions) {
            if (!version.asOf().isAfter(day)) {
                found = version;
            }
        }
        return Optional.ofNullable(found);
    }

    List<Span> spansOf(String reference) {
        return entries.getOrDefault(reference, List.of());
    }

    /** Whether the publisher was not seen to give the newest version for too long. */
    boolean staleOn(LocalDate today) {
        return ChronoUnit.DAYS.between(newest().seenOn(), today) > staleAfterDays;
    }
}
