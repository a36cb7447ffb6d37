package org.tocsin.events.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.database.Locks;
import org.tocsin.events.event.CopyLinks.Link;
import org.tocsin.events.event.EventRows.Stored;
import org.tocsin.events.event.ReportResult.Item;
import org.tocsin.events.event.ReportResult.Outcome;
import org.tocsin.events.publisher.Publishers;
import org.tocsin.reference.Places;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Takes what reports say: new events are stored, those that a report no longer says are withdrawn, and who believes in them thinks again. */
@ApplicationScoped
class Reports {
    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final Locks locks;
    private final ClaimCheck check;
    private final ReportRows versions;
    private final EventRows rows;
    private final CopyLinks links;
    private final Publishers publishers;
    private final Places places;
    private final Touched.Believer believer;
    private final Clock clock;
    private final MeterRegistry meters;

    Reports(
            Locks locks,
            ClaimCheck check,
            ReportRows versions,
            EventRows rows,
            CopyLinks links,
            Publishers publishers,
            Places places,
            Touched.Believer believer,
            Clock clock,
            MeterRegistry meters) {
        this.locks = locks;
        this.check = check;
        this.versions = versions;
        this.rows = rows;
        this.links = links;
        this.publishers = publishers;
        this.places = places;
        this.believer = believer;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Stores the reports in one transaction; each replaces what an earlier revision or reading of it said.
     *
     * @param submissions each report at most once
     */
    @Transactional
    List<ReportResult> store(List<Submission> submissions) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        List<String> reports = submissions.stream()
                .flatMap(Submission::links)
                .map(Link::report)
                .distinct()
                .toList();
        locks.lock(Locks.Kind.REPORT, reports);
        TreeMap<String, String> names = new TreeMap<>();
        for (Submission submission : submissions) {
            String name = submission.said().report().publisher();
            names.putIfAbsent(Publishers.slugOf(name), name);
        }
        publishers.ensure(names, now);
        Map<String, Link> recorded = links.of(reports);
        Set<String> moved = submissions.stream()
                .flatMap(Submission::links)
                .filter(link -> CopyLinks.isMove(link, recorded.get(link.report())))
                .map(Link::report)
                .collect(Collectors.toSet());
        Plan plan = new Plan(recorded, links.weighing(moved));
        for (Submission submission : submissions) {
            plan(submission, plan, now);
        }
        if (!plan.touched.isEmpty()) {
            believer.lock(List.copyOf(plan.touched.keySet()));
        }
        rows.withdraw(plan.withdrawn, now);
        rows.insert(plan.fresh, now);
        links.record(List.copyOf(plan.relinked.values()), now);
        believer.thinkAgain(List.copyOf(plan.touched.values()), now);
        plan.results.forEach(this::tell);
        return plan.results;
    }

    private void plan(Submission submission, Plan plan, Instant now) {
        String report = submission.report();
        ReportEvents said = submission.said();
        for (ReportEvents.CopyLink link : said.links()) {
            plan.relink(link.toLink(), said.live(), now);
        }
        ReportRows.Version stored = versions.latestOf(report);
        ReportRows.Version sent = ReportRows.Version.of(said);
        if (sent.compareTo(stored) < 0) {
            List<Item> known = said.events().stream()
                    .map(claim -> new Item(claim.id(), Outcome.KNOWN, null))
                    .toList();
            plan.results.add(new ReportResult(report, stored.revision(), stored.reading(), known, List.of()));
            return;
        }
        plan.relink(submission.own(), said.live(), now);
        Link link = plan.links.get(report);
        String copyOf = link == null ? null : link.copyOf();
        if (sent.compareTo(stored) > 0) {
            versions.insert(report, stored, said, now);
        }
        Map<String, Stored> before = new LinkedHashMap<>();
        rows.ofReport(report).forEach(event -> before.put(event.id(), event));
        Map<String, String> others = rows.reportsOf(said.events().stream()
                .map(ClaimIn::id)
                .filter(id -> !before.containsKey(id))
                .toList());
        List<Item> items = new ArrayList<>();
        Set<String> nowSaid = new HashSet<>();
        for (ClaimIn sentClaim : said.events()) {
            ClaimIn claim = settled(sentClaim);
            Optional<Problem> problem = refusal(claim, said, before.get(claim.id()), others, nowSaid);
            if (problem.isPresent()) {
                if (before.containsKey(claim.id())) {
                    // a refusal changes nothing: the event of this id stays as it is
                    nowSaid.add(claim.id());
                }
                items.add(new Item(String.valueOf(claim.id()), Outcome.REFUSED, problem.get()));
                continue;
            }
            nowSaid.add(claim.id());
            boolean known = before.containsKey(claim.id());
            items.add(new Item(claim.id(), known ? Outcome.KNOWN : Outcome.STORED, null));
            if (!known) {
                plan.fresh.add(new EventRows.Fresh(report, said.revision(), said.report(), copyOf, claim));
                if (claim.place() != null && claim.type().weighs()) {
                    plan.at(claim.place().id()).add(claim.id(), said.live());
                }
            }
        }
        List<String> gone = new ArrayList<>();
        for (Stored event : before.values()) {
            if (!event.withdrawn() && !nowSaid.contains(event.id())) {
                gone.add(event.id());
                if (event.claim().place() != null && event.claim().type().weighs()) {
                    plan.at(event.claim().place().id()).withdraw(event.id(), said.live());
                }
            }
        }
        plan.withdrawn.addAll(gone);
        plan.results.add(new ReportResult(report, sent.revision(), sent.reading(), items, gone));
    }

    /** The claim of the place as the gazetteer has it now: GeoNames joins entries, and reports may come with either id. */
    private ClaimIn settled(ClaimIn claim) {
        ClaimIn.PlaceIn place = claim.place();
        return place == null || place.id() == null
                ? claim
                : places.byId(place.id())
                        .map(known -> known.id().equals(place.id()) ? claim : claim.at(known.id()))
                        .orElse(claim);
    }

    private Optional<Problem> refusal(
            ClaimIn claim, ReportEvents said, @Nullable Stored before, Map<String, String> others, Set<String> seen) {
        if (before != null && before.withdrawn()) {
            return Optional.of(Problem.of(
                    ProblemKind.CONFLICT, "The event was withdrawn; an event that is said again needs another id."));
        }
        if (others.containsKey(claim.id())) {
            return Optional.of(Problem.of(ProblemKind.CONFLICT, "The id is that of an event of another report."));
        }
        if (seen.contains(claim.id())) {
            return Optional.of(Problem.invalid("id", "is given twice in this report"));
        }
        if (before == null) {
            return check.problemOf(claim, said.report().publishedAt());
        }
        return before.claim().saysTheSameAs(claim)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemKind.CONFLICT,
                        "The event is stored and says something else; what is read otherwise needs another id."));
    }

    private void tell(ReportResult result) {
        for (Outcome outcome : Outcome.values()) {
            meters.counter("tocsin.event.taken", "outcome", outcome.name()).increment((double) count(result, outcome));
        }
        LOG.infof(
                "report=%s revision=%d reading=%d stored=%d known=%d refused=%d withdrawn=%d",
                result.report(),
                result.revision(),
                result.reading(),
                count(result, Outcome.STORED),
                count(result, Outcome.KNOWN),
                count(result, Outcome.REFUSED),
                result.withdrawn().size());
    }

    private static long count(ReportResult result, Outcome outcome) {
        return result.items().stream().filter(item -> item.outcome() == outcome).count();
    }
}
