package org.tocsin.events.change;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.Control;
import org.tocsin.events.control.ControlViews;
import org.tocsin.events.control.Recorded;
import org.tocsin.events.control.Records;
import org.tocsin.events.control.RulesFollowed;
import org.tocsin.events.control.RulesInForce;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.control.StoredTimelines;
import org.tocsin.events.control.StoredTimelines.Stored;
import org.tocsin.events.control.Timeline;
import org.tocsin.events.control.TimelineRows;
import org.tocsin.events.control.Timelines;
import org.tocsin.events.database.Locks;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.Touched;
import org.tocsin.events.place.PlaceView;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Thinks again about places whose evidence changed: new timelines, and what they differ in from those believed before, as changes. */
@Singleton
class Recomputation implements Touched.Believer {
    private static final Logger LOG = Logger.getLogger(Recomputation.class);

    private final Locks locks;
    private final Records records;
    private final RulesInForce rules;
    private final StoredTimelines stored;
    private final TimelineRows timelines;
    private final RulesFollowed followed;
    private final ControlViews views;
    private final Feed feed;
    private final Places places;
    private final MeterRegistry meters;
    private final Timer timer;

    Recomputation(
            Locks locks,
            Records records,
            RulesInForce rules,
            StoredTimelines stored,
            TimelineRows timelines,
            RulesFollowed followed,
            ControlViews views,
            Feed feed,
            Places places,
            MeterRegistry meters) {
        this.locks = locks;
        this.records = records;
        this.rules = rules;
        this.stored = stored;
        this.timelines = timelines;
        this.followed = followed;
        this.views = views;
        this.feed = feed;
        this.places = places;
        this.meters = meters;
        this.timer = meters.timer("tocsin.control.recomputed");
    }

    @Override
    public void lock(List<String> ids) {
        locks.lock(Locks.Kind.PLACE, ids);
        locks.keepPremises();
    }

    @Override
    public void thinkAgain(List<Touched> touched, Instant now) {
        if (touched.isEmpty()) {
            return;
        }
        Timer.Sample sample = Timer.start();
        List<String> ids = touched.stream().map(Touched::place).toList();
        Map<String, Recorded> recorded = records.on(ids);
        RulesVersion version = rules.asOf(Optional.empty());
        Map<String, Stored> rows = stored.lately(ids);
        Map<String, RulesFollowed.Behind> behind = followed.behind(ids, version);
        List<ChangeView> changes = new ArrayList<>();
        for (Touched place : touched) {
            Recorded known = Objects.requireNonNull(recorded.get(place.place()));
            Stored row = rows.get(place.place());
            boolean damaged = row != null && !row.whole();
            Timeline before = believed(place.place(), known, row, now);
            Timeline after = Timelines.timelineOf(known, version);
            RulesFollowed.Behind old = behind.get(place.place());
            if (old != null) {
                // A rebuild is on its way here: what is news is told by the rules that its subscribers were told by,
                // the rest as the rebuild would.
                Timeline between = Timelines.timelineOf(known, old.version());
                changes.addAll(changes(place, before, between, now));
                changes.addAll(changes(Touched.quietlyBecause(place.place(), old.cause()), between, after, now));
            } else {
                changes.addAll(changes(place, before, after, now));
            }
            if (damaged || !before.equals(after)) {
                timelines.write(place.place(), damaged ? List.of() : before.intervals(), after, version);
            }
        }
        followed.follow(behind.keySet(), version);
        sample.stop(timer);
        feed.append(changes);
        for (ChangeView change : changes) {
            meters.counter("tocsin.change.made", "kind", change.kind().name()).increment();
            LOG.infof(
                    "change=%s kind=%s validFrom=%s cause=%s",
                    change.id(),
                    change.kind(),
                    change.validFrom(),
                    change.cause().id());
        }
    }

    /** What was believed until now: what is stored, or, where that is damaged, what follows from what was recorded before this transaction. */
    private Timeline believed(String place, Recorded known, @Nullable Stored row, Instant now) {
        if (row == null) {
            return Timelines.baselineOf(known.baseline());
        }
        if (row.whole()) {
            return new Timeline(row.intervals());
        }
        LOG.errorf("the stored timeline of place=%s is damaged, written anew", place);
        return Timelines.timelineOf(
                records.asOf(place, Optional.of(now.minus(1, ChronoUnit.MICROS)), Optional.empty()),
                row.rules().orElseGet(() -> rules.asOf(Optional.empty())));
    }

    /** What two beliefs about a place differ in, as the feed tells it. */
    List<ChangeView> changes(Touched touched, Timeline before, Timeline after, Instant now) {
        return before.equals(after)
                ? List.of()
                : Changes.changesBetween(before, after).stream()
                        .map(difference -> change(touched, difference, now))
                        .toList();
    }

    private ChangeView change(Touched touched, Difference difference, Instant now) {
        Place place = places.byId(touched.place()).orElseThrow();
        Cause cause = touched.cause().orElseGet(() -> causeOf(touched, difference));
        String revises = difference.revised() == null
                ? null
                : feed.idOf(
                                place.id(),
                                difference.revised().day(),
                                difference.revised().to())
                        .orElse(null);
        return new ChangeView(
                idOf(place.id(), difference, cause),
                difference.kind(),
                PlaceView.of(place),
                null,
                difference.from(),
                difference.to(),
                views.of(place, difference.validFrom(), difference.before()),
                views.of(place, difference.validFrom(), difference.after()),
                difference.validFrom(),
                now,
                difference.current(),
                touched.live(),
                revises,
                cause,
                null);
    }

    /** The event that came, went or counts otherwise and is in the evidence of the new state, or was in that of the old; if none is, the first. */
    private static Cause causeOf(Touched touched, Difference difference) {
        Control after = difference.after();
        for (List<String> ids : List.of(after.supporting(), after.opposing())) {
            for (String id : ids) {
                if (touched.added().contains(id)) {
                    return Cause.event(id);
                }
            }
        }
        Control before = difference.before();
        Set<String> withdrawn = Set.copyOf(touched.withdrawn());
        for (List<String> ids : List.of(before.supporting(), before.opposing())) {
            for (String id : ids) {
                if (withdrawn.contains(id)) {
                    return Cause.withdrawal(id);
                }
            }
        }
        for (Control control : List.of(after, before)) {
            for (List<String> ids : List.of(control.supporting(), control.opposing())) {
                for (String id : ids) {
                    Cause copy = touched.relinked().get(id);
                    if (copy != null) {
                        return copy;
                    }
                }
            }
        }
        if (!touched.added().isEmpty()) {
            return Cause.event(touched.added().iterator().next());
        }
        return touched.withdrawn().isEmpty()
                ? touched.relinked().values().iterator().next()
                : Cause.withdrawal(touched.withdrawn().get(0));
    }

    private static String idOf(String place, Difference difference, Cause cause) {
        String name = String.join(
                "|", place, difference.kind().name(), difference.validFrom().toString(), cause.type(), cause.id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
