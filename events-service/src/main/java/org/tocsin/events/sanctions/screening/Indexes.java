package org.tocsin.events.sanctions.screening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;
import org.tocsin.reference.Countries;

/**
 * The names of the versions that are asked for most, in memory. Each call asks the database which versions are in force, so none is ever screened
 * against an older one; whoever is first to need a new one waits until it is read, and so do those who come meanwhile.
 */
@Singleton
class Indexes {
    private static final Logger LOG = Logger.getLogger(Indexes.class);

    private final SanctionsLists lists;
    private final Countries countries;
    private final int most;
    /** The one least recently used first. */
    private final LinkedHashMap<Key, FutureTask<ListNames>> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** What a version says never changes once it was taken. */
    private record Key(ListId list, int version, Instant takenAt) {}

    Indexes(
            SanctionsLists lists,
            Countries countries,
            @ConfigProperty(name = "tocsin.screening.names-in-memory", defaultValue = "150000") int most) {
        this.lists = lists;
        this.countries = countries;
        this.most = most;
    }

    /** The names of the versions in force on a day, or now; without the lists that had none yet. */
    List<ListNames> inForce(Collection<ListId> of, @Nullable LocalDate asOf) {
        Map<ListId, InForce> versions = QuarkusTransaction.joiningExisting().call(() -> {
            Map<ListId, InForce> found = new EnumMap<>(ListId.class);
            for (ListId list : of) {
                Optional<InForce> version = asOf == null ? lists.inForce(list) : lists.inForceOn(list, asOf);
                version.ifPresent(one -> found.put(list, one));
            }
            return found;
        });
        // The age may have changed since the names were read; the names of a version never do.
        List<ListNames> names = new ArrayList<>();
        versions.values()
                .forEach(version -> names.add(new ListNames(version, of(version).index())));
        return names;
    }

    private ListNames of(InForce version) {
        Key key = new Key(version.list(), version.version(), version.takenAt());
        FutureTask<ListNames> mine = new FutureTask<>(() -> read(version));
        FutureTask<ListNames> task;
        synchronized (kept) {
            FutureTask<ListNames> known = kept.putIfAbsent(key, mine);
            task = known == null ? mine : known;
        }
        if (task == mine) {
            mine.run();
        }
        try {
            ListNames names = task.get();
            if (task == mine) {
                forget(key);
            }
            return names;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(key, task);
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private ListNames read(InForce version) {
        long start = System.nanoTime();
        List<ListEntry> entries = lists.entriesOn(version.list(), version.asOf()).stream()
                .map(SanctionsLists.Dated::entry)
                .toList();
        ListNames names = ListNames.of(version, entries, countries);
        LOG.infof(
                "list=%s version=%d ready to be screened against: %d entries, %d names, %d ms",
                version.list(),
                version.version(),
                entries.size(),
                names.index().size(),
                (System.nanoTime() - start) / 1_000_000);
        return names;
    }

    /** Drops what was not used for longest until the rest fits. */
    private void forget(Key latest) {
        synchronized (kept) {
            int size = kept.values().stream().mapToInt(Indexes::size).sum();
            Iterator<Map.Entry<Key, FutureTask<ListNames>>> oldest =
                    kept.entrySet().iterator();
            while (size > most && oldest.hasNext()) {
                Map.Entry<Key, FutureTask<ListNames>> one = oldest.next();
                if (!one.getKey().equals(latest)) {
                    size -= size(one.getValue());
                    oldest.remove();
                }
            }
        }
    }

    private static int size(FutureTask<ListNames> task) {
        try {
            return task.isDone() ? task.get().index().size() : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            return 0;
        }
    }
}
