package org.tocsin.events.change;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tocsin.events.control.Recorded;
import org.tocsin.events.control.Records;
import org.tocsin.events.control.RulesFollowed;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.control.StoredTimelines;
import org.tocsin.events.control.StoredTimelines.Stored;
import org.tocsin.events.control.Timeline;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.control.TimelineRows;
import org.tocsin.events.control.Timelines;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.Touched;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Computes timelines anew from what is recorded, compares them with the stored ones, and stores those that are different. */
@Singleton
public class Rebuilding {
    private final Database database;
    private final Records records;
    private final StoredTimelines stored;
    private final TimelineRows timelines;
    private final RulesFollowed followed;
    private final Recomputation recomputation;
    private final Feed feed;
    private final Places places;
    private final MeterRegistry meters;

    Rebuilding(
            Database database,
            Records records,
            StoredTimelines stored,
            TimelineRows timelines,
            RulesFollowed followed,
            Recomputation recomputation,
            Feed feed,
            Places places,
            MeterRegistry meters) {
        this.database = database;
        this.records = records;
        this.stored = stored;
        this.timelines = timelines;
        this.followed = followed;
        this.recomputation = recomputation;
        this.feed = feed;
        this.places = places;
        this.meters = meters;
    }

    /**
     * A place whose stored timeline is not the one that follows from what is recorded.
     *
     * @param before what is stored; where nothing is, that the baseline holder holds the place
     * @param damaged whether what is stored is not what anybody was told: no timeline, or nothing though changes were told
     * @param rewritten whether all rows are to be written
     * @param changes what must be told; of a damaged place only what is different by the rules
     */
    public record Different(
            Place place,
            List<Interval> before,
            Timeline after,
            boolean damaged,
            boolean rewritten,
            List<ChangeView> changes) {}

    /** Locks the places against everybody else until the transaction ends. */
    public void lock(Collection<String> ids) {
        recomputation.lock(List.copyOf(ids));
    }

    /**
     * What a comparison came to.
     *
     * @param compared the places that were compared; those that wait to be thought about again for another cause are left to it, and those that
     *     the gazetteer does not know any more under their id are left alone
     */
    public record Compared(List<String> compared, List<Different> different) {}

    /**
     * Compares the places with how they come out by {@code version}.
     *
     * @param versionBefore the one that timelines follow of which that is not stored
     */
    public Compared compare(
            Collection<String> ids, RulesVersion version, RulesVersion versionBefore, Cause cause, Instant now) {
        List<String> known = ids.stream().filter(this::known).toList();
        Map<String, Recorded> recorded = records.on(known);
        Map<String, Stored> rows = stored.of(known);
        Set<String> told =
                told(known.stream().filter(id -> !rows.containsKey(id)).toList());
        Set<String> waiting = waiting(known);
        List<String> compared = new ArrayList<>();
        List<Different> different = new ArrayList<>();
        for (String id : known) {
            Recorded knowledge = Objects.requireNonNull(recorded.get(id));
            Timeline after = Timelines.timelineOf(knowledge, version);
            Stored row = rows.get(id);
            List<Interval> before = row != null
                    ? row.intervals()
                    : Timelines.baselineOf(knowledge.baseline()).intervals();
            boolean same = before.equals(after.intervals());
            boolean damaged = row != null ? !row.whole() : !same && told.contains(id);
            if (waiting.contains(id) && !damaged) {
                continue;
            }
            compared.add(id);
            if (damaged || !same) {
                Timeline believed = !damaged
                        ? new Timeline(before)
                        : Timelines.timelineOf(
                                knowledge,
                                row == null ? versionBefore : row.rules().orElse(versionBefore));
                different.add(new Different(
                        places.byId(id).orElseThrow(),
                        before,
                        after,
                        damaged,
                        damaged || row == null,
                        recomputation.changes(Touched.quietlyBecause(id, cause), believed, after, now)));
            }
        }
        return new Compared(compared, different);
    }

    /** Stores what is different and tells it, within the caller's transaction, which has locked the places; to be its last act. */
    public void apply(Compared places, RulesVersion version) {
        List<ChangeView> changes = new ArrayList<>();
        for (Different place : places.different()) {
            timelines.write(place.place().id(), place.rewritten() ? List.of() : place.before(), place.after(), version);
            changes.addAll(place.changes());
        }
        followed.follow(places.compared(), version);
        feed.append(changes);
        changes.forEach(change -> meters.counter(
                        "tocsin.change.made", "kind", change.kind().name())
                .increment());
    }

    private boolean known(String id) {
        return places.byId(id).filter(place -> place.id().equals(id)).isPresent();
    }

    /** Those of the places of which the feed ever told a change. */
    private Set<String> told(List<String> ids) {
        return those("""
                select wanted.id from unnest(?) wanted(id) where exists (select from change where change.place = wanted.id)
                """, ids);
    }

    /** Those of the places whose timeline does not show yet what happened to it. */
    private Set<String> waiting(List<String> ids) {
        return those("select place from recomputation where place = any(?) and due_at <= now()", ids);
    }

    private Set<String> those(String sql, List<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                Set<String> found = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }
}
