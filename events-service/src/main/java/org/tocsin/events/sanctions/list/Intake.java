package org.tocsin.events.sanctions.list;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Database;
import org.tocsin.events.database.Locks;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.ParsedList;
import org.tocsin.events.sanctions.format.UnreadableList;

/** Reads a version, judges it, and takes it or puts it in quarantine. Works in the caller's transaction: a version is taken whole or not at all. */
@Singleton
class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    /** A version of an earlier day than this is history when it comes. */
    private static final int NEWS_DAYS = 7;

    private final VersionRows versions;
    private final FileRows files;
    private final EntryRows entries;
    private final ChangeRows changes;
    private final Locks locks;
    private final Instance<ListFollower> followers;
    private final Database database;
    private final Clock clock;
    private final MeterRegistry meters;

    Intake(
            VersionRows versions,
            FileRows files,
            EntryRows entries,
            ChangeRows changes,
            Locks locks,
            Instance<ListFollower> followers,
            Database database,
            Clock clock,
            MeterRegistry meters) {
        this.versions = versions;
        this.files = files;
        this.entries = entries;
        this.changes = changes;
        this.locks = locks;
        this.followers = followers;
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    /** Settles a version that was received, or one that is released from quarantine. */
    void settle(Version version, Version.@Nullable Release release) {
        ParsedList parsed;
        try {
            parsed = ListFile.read(version.list(), files.read(version.list(), version.sha256()));
        } catch (UnreadableList e) {
            quarantine(Settled.of(version, now()), List.of(e.fault()));
            return;
        }
        locks.lock(Locks.Kind.SANCTIONS_LIST, List.of(version.list().name()));
        List<Fault> faults = new ArrayList<>(parsed.faults());
        LocalDate asOf = asOf(version, parsed, faults);
        Optional<Version> previous = versions.inForceOn(version.list(), asOf);
        Map<String, EntryRows.Row> before = previous.isEmpty() ? Map.of() : entries.on(version.list(), asOf);
        List<EntryChange> differences = previous.map(last -> Comparison.between(
                        version.list(), asReadNow(last, before), last.parts(), parsed.entries(), parsed.parts()))
                .orElse(List.of());
        previous.ifPresent(
                last -> faults.addAll(Judgement.of(differences, before.size(), last.parts(), parsed.parts())));
        Settled settled = Settled.of(version, now())
                .read(asOf, parsed)
                .compared(previous.map(Version::number).orElse(null), differences);
        if (faults.isEmpty() || release != null) {
            take(settled, release, faults, parsed, before, differences);
        } else {
            quarantine(settled, faults);
        }
    }

    /** The day from which the version is in force. */
    private LocalDate asOf(Version version, ParsedList parsed, List<Fault> faults) {
        LocalDate received = LocalDate.ofInstant(version.receivedAt(), ZoneOffset.UTC);
        if (version.givenAsOf() != null) {
            return version.givenAsOf();
        }
        LocalDate said = parsed.publishedOn().orElse(received);
        if (said.isAfter(received.plusDays(1))) {
            faults.add(new Fault(Fault.Kind.FUTURE_DATE, "the file says that it is of " + said));
            return received;
        }
        // A publisher who takes a version back gives an older file today.
        boolean takenBack =
                version.current() && versions.inForceAfter(version.list(), said).isPresent();
        return takenBack ? received : said;
    }

    /** What was in force, as this program reads it: what it reads otherwise than the one before is no change of the list. */
    private Collection<ListEntry> asReadNow(Version previous, Map<String, EntryRows.Row> before) {
        if (Integer.valueOf(ListFile.READER).equals(previous.reader())) {
            return before.values().stream().map(EntryRows.Row::entry).toList();
        }
        try {
            return ListFile.read(previous.list(), files.read(previous.list(), previous.sha256()))
                    .entries();
        } catch (UnreadableList e) {
            LOG.warnf("list=%s version=%d can no more be read: %s", previous.list(), previous.number(), e.getMessage());
            return before.values().stream().map(EntryRows.Row::entry).toList();
        }
    }

    private void take(
            Settled settled,
            Version.@Nullable Release release,
            List<Fault> faults,
            ParsedList parsed,
            Map<String, EntryRows.Row> before,
            List<EntryChange> differences) {
        Version version = settled.inForce(release, faults);
        ListId list = version.list();
        LocalDate asOf = settled.asOf();
        Optional<Version> next = versions.inForceAfter(list, asOf);
        LocalDate received = LocalDate.ofInstant(version.receivedAt(), ZoneOffset.UTC);
        boolean live = next.isEmpty() && !asOf.isBefore(received.minusDays(NEWS_DAYS));
        versions.decide(version);
        entries.paint(list, asOf, next.map(Version::asOf), before, parsed.entries());
        int previous = version.previous() == null ? 0 : version.previous();
        if (previous != 0) {
            changes.write(list, version.number(), previous, live, differences);
        }
        next.ifPresent(later -> compareAnew(version, parsed, later));
        ListFollower.Taken taken =
                new ListFollower.Taken(list, version.number(), previous, asOf, live, differences, settled.at());
        followers.forEach(follower -> follower.taken(taken));
        ring();
        meters.counter("tocsin.sanctions.versions", "list", list.name(), "outcome", "taken")
                .increment();
        LOG.infof(
                "list=%s version=%d taken asOf=%s entries=%d added=%d removed=%d amended=%d",
                list, version.number(), asOf, version.entries(), version.added(), version.removed(), version.amended());
    }

    /** The next version was compared with the one before this; now it is compared with this. */
    private void compareAnew(Version version, ParsedList parsed, Version next) {
        ParsedList later;
        try {
            later = ListFile.read(next.list(), files.read(next.list(), next.sha256()));
        } catch (UnreadableList e) {
            LOG.warnf("list=%s version=%d can no more be read: %s", next.list(), next.number(), e.getMessage());
            return;
        }
        List<EntryChange> found =
                Comparison.between(version.list(), parsed.entries(), parsed.parts(), later.entries(), later.parts());
        changes.write(next.list(), next.number(), version.number(), false, found);
        versions.compared(
                next.list(),
                next.number(),
                version.number(),
                Settled.count(found, EntryChange.Kind.ADDED),
                Settled.count(found, EntryChange.Kind.REMOVED),
                Settled.count(found, EntryChange.Kind.AMENDED));
    }

    private void quarantine(Settled settled, List<Fault> faults) {
        Version version = settled.quarantined(faults);
        versions.decide(version);
        ring();
        meters.counter("tocsin.sanctions.versions", "list", version.list().name(), "outcome", "quarantined")
                .increment();
        LOG.errorf(
                "list=%s version=%d QUARANTINED, the version before stays in force: %s",
                version.list(),
                version.number(),
                faults.stream()
                        .map(fault -> fault.kind() + " " + fault.detail())
                        .collect(Collectors.joining("; ")));
    }

    /** Gives up on a version that cannot be settled. */
    void giveUp(Version version, String log) {
        quarantine(
                Settled.of(version, now()),
                List.of(new Fault(
                        Fault.Kind.UNPARSEABLE, "reading it failed; the service's log holds the cause under " + log)));
    }

    private void ring() {
        database.give(connection -> {
            try (Statement ring = connection.createStatement()) {
                ring.execute("notify " + SanctionsLists.CHANNEL);
            }
        });
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /** Faults that a person's word can overrule. */
    static boolean releasable(Version version) {
        return version.faults().stream().allMatch(fault -> fault.kind().releasable());
    }

    static Set<Fault.Kind> kinds(Version version) {
        return version.faults().stream().map(Fault::kind).collect(Collectors.toSet());
    }
}
