package org.tocsin.events.change;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.events.control.Holdings;
import org.tocsin.events.event.Cause;
import org.tocsin.events.sanctions.ListNews;
import org.tocsin.events.sanctions.ListNewsOf;
import org.tocsin.events.sanctions.list.ListFollower;
import org.tocsin.reference.Place;

/** Tells on the feed what a version of a sanctions list alters about actors, once per actor and version. */
@Singleton
class ListChanges implements ListFollower {
    private static final Logger LOG = Logger.getLogger(ListChanges.class);

    private final ListNewsOf newsOf;
    private final Holdings holdings;
    private final Feed feed;
    private final Clock clock;
    private final MeterRegistry meters;

    ListChanges(ListNewsOf newsOf, Holdings holdings, Feed feed, Clock clock, MeterRegistry meters) {
        this.newsOf = newsOf;
        this.holdings = holdings;
        this.feed = feed;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void taken(Taken version) {
        List<ListNews> news = newsOf.of(version);
        if (news.isEmpty()) {
            return;
        }
        LocalDate day = news.get(0).latest() ? LocalDate.now(clock) : version.asOf();
        Map<String, List<Place>> held =
                holdings.byEvidence(news.stream().map(ListChanges::idOf).toList(), day);
        List<ChangeView> changes = new ArrayList<>();
        for (ListNews one : news) {
            ChangeView change = change(version, one, held.getOrDefault(idOf(one), List.of()));
            if (feed.byId(UUID.fromString(change.id())).isEmpty()) {
                changes.add(change);
            }
        }
        feed.append(changes);
        Map<String, Integer> standings = new HashMap<>();
        news.forEach(one -> standings.merge(one.before() + ">" + one.after(), 1, Integer::sum));
        meters.counter("tocsin.change.made", "kind", ChangeKind.SANCTIONS_CHANGED.name())
                .increment(changes.size());
        LOG.infof(
                "list=%s version=%d changes=%d live=%s standings=%s",
                version.list(), version.version(), changes.size(), version.live(), standings);
    }

    private ChangeView change(Taken version, ListNews news, List<Place> places) {
        Cause cause = Cause.listVersion(version.list().name(), version.version());
        String name = String.join("|", idOf(news), ChangeKind.SANCTIONS_CHANGED.name(), cause.id());
        return new ChangeView(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                ChangeKind.SANCTIONS_CHANGED,
                null,
                news.actor(),
                null,
                null,
                null,
                null,
                news.asOf(),
                version.at(),
                news.latest(),
                version.live(),
                null,
                cause,
                SanctionsChange.of(news, places, holdings.byBaseline(idOf(news))));
    }

    private static String idOf(ListNews news) {
        return Objects.requireNonNull(news.actor().id());
    }
}
