package org.tocsin.events.sanctions.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** What the lists say, as of any day. */
@ApplicationScoped
public class SanctionsLists {
    /** PostgreSQL's channel that rings on every replica when a version was taken or put in quarantine. */
    public static final String CHANNEL = "sanctions_taken";

    private final VersionRows versions;
    private final EntryRows entries;
    private final Clock clock;
    private final int staleAfterDays;

    SanctionsLists(
            VersionRows versions,
            EntryRows entries,
            Clock clock,
            @ConfigProperty(name = "tocsin.sanctions.stale-after-days", defaultValue = "3") int staleAfterDays) {
        this.versions = versions;
        this.entries = entries;
        this.clock = clock;
        this.staleAfterDays = staleAfterDays;
    }

    /**
     * The version that stands for a day.
     *
     * @param asOf its own day
     * @param seenOn the last day on which the publisher was seen to give it
     * @param ageDays from {@code seenOn} to today
     * @param stale whether that is more than the limit; for the version of today only
     * @param takenAt when it came into force here
     */
    public record InForce(
            ListId list,
            int version,
            LocalDate asOf,
            LocalDate seenOn,
            int entries,
            long ageDays,
            boolean stale,
            Instant takenAt) {}

    /**
     * An entry as it was over some days.
     *
     * @param from the first day; that of the version it came with, not the day of listing ({@link ListEntry#listedOn})
     * @param to the first day on which it was no more so; null as long as it is
     */
    public record Dated(LocalDate from, @Nullable LocalDate to, ListEntry entry) {}

    /** The version in force at the end of a day; empty when none was that early. */
    @Transactional
    public Optional<InForce> inForceOn(ListId list, LocalDate day) {
        LocalDate today = today();
        return versions.inForceOn(list, day).map(version -> {
            LocalDate asOf = known(version.asOf());
            LocalDate seen = known(version.seenOn());
            long age = Math.max(0, ChronoUnit.DAYS.between(seen, today));
            boolean latest = versions.inForceAfter(list, asOf).isEmpty();
            return new InForce(
                    list,
                    version.number(),
                    asOf,
                    seen,
                    version.entries() == null ? 0 : version.entries(),
                    age,
                    latest && age > staleAfterDays,
                    version.decidedAt() == null ? version.receivedAt() : version.decidedAt());
        });
    }

    /** The version in force now. */
    @Transactional
    public Optional<InForce> inForce(ListId list) {
        // One day on, for where it is tomorrow already.
        return inForceOn(list, today().plusDays(1));
    }

    /** All entries that stand on a day. */
    @Transactional
    public List<Dated> entriesOn(ListId list, LocalDate day) {
        return entries.on(list, day).values().stream()
                .map(SanctionsLists::dated)
                .toList();
    }

    /** All that an entry ever was, in the order of days; rows that follow each other without a gap and say the same are one. */
    @Transactional
    public List<Dated> historyOf(ListId list, String reference) {
        List<Dated> history = new ArrayList<>();
        for (EntryRows.Row row : entries.of(list, reference)) {
            Dated last = history.isEmpty() ? null : history.get(history.size() - 1);
            if (last != null && row.from().equals(last.to()) && last.entry().equals(row.entry())) {
                history.set(history.size() - 1, new Dated(last.from(), row.to(), row.entry()));
            } else {
                history.add(dated(row));
            }
        }
        return history;
    }

    int staleAfterDays() {
        return staleAfterDays;
    }

    private static Dated dated(EntryRows.Row row) {
        return new Dated(row.from(), row.to(), row.entry());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }

    private static LocalDate known(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("a version in force without its days");
        }
        return day;
    }
}
