package org.tocsin.events.sanctions.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;
import org.tocsin.events.sanctions.matching.Comparison;
import org.tocsin.events.sanctions.screening.Candidates.Scored;
import org.tocsin.events.sanctions.suppression.SuppressionView;
import org.tocsin.events.sanctions.suppression.Suppressions;
import org.tocsin.reference.ActorLink;
import org.tocsin.reference.ActorLinks;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Folding;

/** Screens names and keeps the record of it. */
@Singleton
class Screening {
    private static final Logger LOG = Logger.getLogger(Screening.class);

    private final Indexes indexes;
    private final Suppressions suppressions;
    private final ScreeningRows rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final Timer timer;
    private final Map<String, ScreeningView.LinkedActor> actors = new HashMap<>();

    Screening(
            Indexes indexes,
            Suppressions suppressions,
            ScreeningRows rows,
            ActorLinks links,
            Actors known,
            ObjectMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.indexes = indexes;
        this.suppressions = suppressions;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.timer =
                Timer.builder("tocsin.screening").publishPercentiles(0.5, 0.99).register(meters);
        for (ActorLink link : links.all()) {
            known.byId(link.actor())
                    .ifPresent(actor -> actors.merge(
                            link.list() + " " + link.reference(),
                            new ScreeningView.LinkedActor(
                                    actor.id(), actor.name(), link.relation().name()),
                            Screening::closer));
        }
    }

    /** Of several actors that are tied to an entry, the one that it is. */
    private static ScreeningView.LinkedActor closer(ScreeningView.LinkedActor one, ScreeningView.LinkedActor other) {
        ActorLink.Relation first = ActorLink.Relation.valueOf(one.relation());
        return first.compareTo(ActorLink.Relation.valueOf(other.relation())) <= 0 ? one : other;
    }

    /** The answer; what is on record has the suppressed candidates too where the caller did not want them. */
    ScreeningView screen(ScreeningIn body, String author) {
        long start = System.nanoTime();
        List<ListNames> lists = indexes.inForce(body.askedLists(), body.asOf());
        Map<String, List<SuppressionView>> suppressed = suppressions.of(
                body.names().stream().map(ScreeningIn.NameIn::name).toList());
        List<ScreeningView.Result> results = new ArrayList<>();
        for (ScreeningIn.NameIn name : body.names()) {
            var asked = new ScreeningView.Asked(name.name(), name.kind(), name.country());
            results.add(result(
                    asked,
                    Candidates.of(asked, lists, body.askedThreshold()),
                    suppressed.getOrDefault(Folding.fold(name.name()), List.of()),
                    body.askedLimit()));
        }
        ScreeningView view = record(body, author, used(body, lists), results);
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return body.withSuppressed() ? view : withoutSuppressed(view);
    }

    private static List<ScreeningView.ListUsed> used(ScreeningIn body, List<ListNames> lists) {
        Map<ListId, InForce> versions = new EnumMap<>(ListId.class);
        lists.forEach(list -> versions.put(list.version().list(), list.version()));
        return body.askedLists().stream()
                .map(list -> used(list, versions.get(list)))
                .toList();
    }

    private static ScreeningView.ListUsed used(ListId list, @Nullable InForce version) {
        return version == null
                ? new ScreeningView.ListUsed(list, null, null, 0, false)
                : new ScreeningView.ListUsed(
                        list, Integer.toString(version.version()), version.asOf(), version.entries(), version.stale());
    }

    private ScreeningView.Result result(
            ScreeningView.Asked asked, List<Scored> found, List<SuppressionView> said, int limit) {
        List<ScreeningView.Candidate> all =
                found.stream().map(scored -> candidate(asked, scored, said)).toList();
        int suppressed =
                (int) all.stream().filter(one -> one.suppressed() != null).count();
        // A limit that suppressed ones could use up would hide the others.
        List<ScreeningView.Candidate> candidates = new ArrayList<>();
        int open = 0;
        int marked = 0;
        for (ScreeningView.Candidate one : all) {
            int before = one.suppressed() == null ? open++ : marked++;
            if (before < limit) {
                candidates.add(one);
            }
        }
        return new ScreeningView.Result(asked, all.size(), suppressed, candidates);
    }

    private ScreeningView.Candidate candidate(ScreeningView.Asked asked, Scored scored, List<SuppressionView> said) {
        ListedName.Bearer bearer = scored.listed().bearer();
        ScreeningView.SuppressedBy by = said.stream()
                .filter(one -> one.concerns(bearer.list(), bearer.reference()))
                .findFirst()
                .map(one -> new ScreeningView.SuppressedBy(one.id(), one.reason(), one.by()))
                .orElse(null);
        return new ScreeningView.Candidate(
                bearer.list(),
                bearer.reference(),
                bearer.kind(),
                bearer.name(),
                bearer.programmes(),
                bearer.since(),
                new ScreeningView.Matched(
                        scored.name(),
                        scored.listed().name().kind(),
                        scored.listed().name().strength()),
                actors.get(bearer.list() + " " + bearer.reference()),
                scored.score(),
                Explaining.reasons(asked, scored),
                Explaining.parts(scored),
                by);
    }

    private ScreeningView record(
            ScreeningIn body, String author, List<ScreeningView.ListUsed> lists, List<ScreeningView.Result> results) {
        int found = results.stream().mapToInt(ScreeningView.Result::found).sum();
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = rows.nextId();
            Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
            var view = new ScreeningView(
                    Long.toString(id),
                    now,
                    author,
                    Comparison.ALGORITHM,
                    body.askedThreshold(),
                    body.asOf(),
                    lists,
                    results);
            rows.add(
                    new ScreeningRows.Row(
                            id,
                            now,
                            author,
                            Comparison.ALGORITHM,
                            body.askedThreshold(),
                            body.asOf(),
                            results.size(),
                            found),
                    written(view));
            LOG.infof("screening=%d by=%s names=%d found=%d", id, author, results.size(), found);
            return view;
        });
    }

    private String written(ScreeningView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScreeningView withoutSuppressed(ScreeningView view) {
        List<ScreeningView.Result> results = view.results().stream()
                .map(result -> new ScreeningView.Result(
                        result.asked(),
                        result.found(),
                        result.suppressed(),
                        result.candidates().stream()
                                .filter(one -> one.suppressed() == null)
                                .toList()))
                .toList();
        return new ScreeningView(
                view.id(),
                view.at(),
                view.by(),
                view.algorithm(),
                view.threshold(),
                view.asOf(),
                view.lists(),
                results);
    }
}
