package org.tocsin.events.rebuild;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tocsin.events.change.ChangeKind;
import org.tocsin.events.change.ChangeView;
import org.tocsin.events.change.Rebuilding;
import org.tocsin.events.change.Rebuilding.Different;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;

/**
 * Works rebuilds off, some places at a time. A batch is one transaction that holds the rebuild's row: no two replicas work on one batch, and
 * of a replica that stops in the middle nothing is left.
 */
@Singleton
class Batches {
    private static final Logger LOG = Logger.getLogger(Batches.class);
    /** A batch takes a part of a second; this is for places with very many events. */
    private static final int MOST_SECONDS = 600;

    private static final int MOST_ATTEMPTS = 3;

    private final Database database;
    private final RebuildRows rows;
    private final PlaceRows places;
    private final DifferenceRows differences;
    private final Rebuilding rebuilding;
    private final Clock clock;
    private final MeterRegistry meters;
    private final int atOnce;

    Batches(
            Database database,
            RebuildRows rows,
            PlaceRows places,
            DifferenceRows differences,
            Rebuilding rebuilding,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "tocsin.rebuilds.places-at-once", defaultValue = "100") int atOnce) {
        this.database = database;
        this.rows = rows;
        this.places = places;
        this.differences = differences;
        this.rebuilding = rebuilding;
        this.clock = clock;
        this.meters = meters;
        this.atOnce = atOnce;
    }

    /** What there is to do. */
    record Task(UUID id, RebuildStatus status) {}

    Optional<Task> next() {
        return QuarkusTransaction.requiringNew()
                .call(rows::workable)
                .map(row -> new Task(row.view().id(), row.status()));
    }

    /** Does the next places, or ends it when there are none; whether it was free to be worked on. */
    boolean some(Task task) {
        return QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            if (task.status() == RebuildStatus.RUNNING) {
                // Nothing is locked for a preview, so what is recorded and what is stored must be looked at as of one
                // moment.
                isolate();
            }
            Optional<RebuildRows.Row> row = rows.take(task.id(), task.status());
            row.ifPresent(this::batch);
            return row.isPresent();
        });
    }

    private void batch(RebuildRows.Row row) {
        RebuildView view = row.view();
        boolean applying = row.status() == RebuildStatus.APPLYING;
        List<String> ids = places.after(row.position(), atOnce);
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        if (ids.isEmpty()) {
            RebuildStatus status = applying ? RebuildStatus.APPLIED : RebuildStatus.PREVIEWED;
            rows.rest(view.id(), status, null, now);
            LOG.infof(
                    "rebuild=%s %s places=%d different=%d repaired=%d changes=%s",
                    view.id(), status, view.done(), view.different(), view.repaired(), view.changes());
            return;
        }
        int all = view.places() == null ? places.count() : view.places();
        if (applying) {
            rebuilding.lock(ids);
        }
        RulesVersion version = RulesVersion.byId(view.rulesVersion()).orElseThrow();
        RulesVersion before = RulesVersion.byId(view.rulesVersionBefore()).orElseThrow();
        Instant appliedAt = row.appliedAt();
        Cause cause = Cause.rules(version.id(), appliedAt == null ? now : appliedAt);
        Rebuilding.Compared compared = rebuilding.compare(ids, version, before, cause, now);
        List<Different> different = compared.different();
        String last = ids.get(ids.size() - 1);
        differences.replace(view.id(), row.position(), last, different, applying);
        int done = view.done() + ids.size();
        rows.advance(
                view.id(),
                last,
                Math.max(all, done),
                done,
                view.different() + different.size(),
                view.repaired()
                        + (int) different.stream().filter(Different::damaged).count(),
                counted(view.changes(), different));
        if (applying) {
            rebuilding.apply(compared, version);
        }
        meters.counter("tocsin.rebuild.places", "step", applying ? "applied" : "compared")
                .increment(ids.size());
    }

    private static Map<ChangeKind, Integer> counted(Map<ChangeKind, Integer> before, List<Different> different) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        counts.putAll(before);
        for (Different place : different) {
            for (ChangeView change : place.changes()) {
                counts.merge(change.kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Notes that it did not work, and gives up when it often did not. */
    void failed(Task task, RuntimeException cause) {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<RebuildRows.Row> row = rows.lock(task.id());
            if (row.isEmpty() || row.get().status() != task.status()) {
                return;
            }
            String after = row.get().position();
            if (rows.failed(task.id()) < MOST_ATTEMPTS) {
                LOG.warnf(cause, "rebuild=%s failed after place '%s', trying again", task.id(), after);
                return;
            }
            String log = UUID.randomUUID().toString();
            LOG.errorf(cause, "rebuild=%s failed after place '%s' id=%s", task.id(), after, log);
            rows.rest(
                    task.id(),
                    RebuildStatus.FAILED,
                    "It failed " + MOST_ATTEMPTS + " times "
                            + (after.isEmpty() ? "at the first places" : "at the places after " + after)
                            + "; the service's log holds the cause under " + log + ".",
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
        });
    }

    private void isolate() {
        database.give(connection -> {
            try (Statement isolate = connection.createStatement()) {
                isolate.execute("set transaction isolation level repeatable read");
            }
        });
    }
}
