package org.tocsin.events.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.control.RulesInForce;
import org.tocsin.events.control.RulesVersion;
import org.tocsin.events.database.Database;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemException;
import org.tocsin.service.problem.ProblemKind;

/** What people do with rebuilds: start them, look at them, apply and cancel them. Each of it is in the audit table. */
@ApplicationScoped
class Rebuilds {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);

    /** The channel on which work is announced. */
    static final String CHANNEL = "rebuilds";

    /** Each keeps what it would change, so there is an end to them. */
    static final int MOST_PREVIEWS = 10;

    private final Database database;
    private final RebuildRows rows;
    private final DifferenceRows differences;
    private final RulesInForce rules;
    private final Clock clock;
    private final Duration keep;

    Rebuilds(
            Database database,
            RebuildRows rows,
            DifferenceRows differences,
            RulesInForce rules,
            Clock clock,
            @ConfigProperty(name = "tocsin.rebuilds.keep", defaultValue = "P30D") Duration keep) {
        this.database = database;
        this.rows = rows;
        this.differences = differences;
        this.rules = rules;
        this.clock = clock;
        this.keep = keep;
    }

    @Transactional
    RebuildView start(RebuildIn wish, String by) {
        RulesVersion inForce = rules.asOf(Optional.empty());
        RulesVersion version = wish.rulesVersion() == null ? inForce : known(wish.rulesVersion());
        lockStarts();
        refuseIfAtWork();
        Instant now = now();
        rows.expire(now.minus(keep), now);
        if (rows.previews() >= MOST_PREVIEWS) {
            throw conflict(MOST_PREVIEWS + " rebuilds wait to be applied. Apply or cancel one first.");
        }
        UUID id = UUID.randomUUID();
        rows.insert(id, version, inForce, entry().id(), wish.appliesAtOnce(), by, wish.reason(), now);
        did("rebuild", id, by, "rulesVersion=" + version.id() + " apply=" + wish.appliesAtOnce());
        if (wish.appliesAtOnce()) {
            beginApplying(found(id), by, now);
        }
        return found(id).view();
    }

    @Transactional
    RebuildView find(UUID id) {
        return found(id).view();
    }

    /** Last started first. */
    @Transactional
    RebuildView.Page page(@Nullable String after, int limit) {
        List<RebuildRows.Row> found = rows.page(after == null ? Long.MAX_VALUE : Long.parseLong(after), limit + 1);
        List<RebuildRows.Row> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new RebuildView.Page(
                shown.stream().map(RebuildRows.Row::view).toList(),
                found.size() > limit ? String.valueOf(shown.get(limit - 1).sequence()) : null);
    }

    @Transactional
    DifferenceView.Page differences(UUID id, @Nullable String after, int limit) {
        if (found(id).purged()) {
            throw Problem.of(ProblemKind.GONE, "What the timelines differed in is not kept any more.")
                    .asException();
        }
        return differences.page(id, after == null ? "" : after, limit);
    }

    /** Has it applied; a second time changes nothing. */
    @Transactional
    RebuildView apply(UUID id, String by) {
        lockStarts();
        RebuildRows.Row row = locked(id);
        switch (row.status()) {
            case RUNNING ->
                throw conflict(
                        "It is still being compared. Apply it when it is PREVIEWED, or start one with apply: true.");
            case CANCELLED, FAILED -> throw conflict("It has ended. Start another one.");
            case PREVIEWED -> {
                refuseIfAtWork();
                if (row.inForce() != entry().id()) {
                    throw conflict(
                            "Other rules were put in force since it was started, so it shows what is out of date. Start another one.");
                }
                Instant now = now();
                did("rebuild-application", id, by, "rulesVersion=" + row.view().rulesVersion());
                beginApplying(row, by, now);
            }
            default -> LOG.debugf("rebuild is applied already id=%s", id);
        }
        return found(id).view();
    }

    /** Ends it where it is; a second time changes nothing. */
    @Transactional
    RebuildView cancel(UUID id, String by) {
        RebuildRows.Row row = locked(id);
        RebuildView view = row.view();
        switch (row.status()) {
            case APPLIED, FAILED -> throw conflict("It has ended.");
            case APPLYING -> {
                if (!view.rulesVersion().equals(view.rulesVersionBefore())) {
                    throw conflict("The rules " + view.rulesVersion()
                            + " are in force, and all places must follow them. When it is APPLIED, a rebuild with rulesVersion "
                            + view.rulesVersionBefore() + " goes back.");
                }
                end(id, by);
            }
            case RUNNING, PREVIEWED -> {
                end(id, by);
                rows.purge(id);
            }
            default -> LOG.debugf("rebuild is cancelled already id=%s", id);
        }
        return found(id).view();
    }

    private void end(UUID id, String by) {
        rows.rest(id, RebuildStatus.CANCELLED, null, now());
        did("rebuild-cancellation", id, by, "");
    }

    /** Puts its rules in force first: whatever happens from now on follows them. */
    private void beginApplying(RebuildRows.Row row, String by, Instant now) {
        RebuildView view = row.view();
        if (!view.rulesVersion().equals(entry().version())) {
            String reason = view.reason();
            rules.put(known(view.rulesVersion()), by, reason == null ? "Rebuild " + view.id() : reason, now);
        }
        rows.apply(view.id(), now);
    }

    private RulesInForce.Entry entry() {
        List<RulesInForce.Entry> history = rules.history();
        return history.get(history.size() - 1);
    }

    private static RulesVersion known(String version) {
        return RulesVersion.byId(version).orElseThrow(() -> Problem.invalid(
                        "rulesVersion",
                        "must be one of the versions "
                                + RulesVersion.ALL.stream()
                                        .map(RulesVersion::id)
                                        .collect(Collectors.joining(", ")))
                .asException());
    }

    private RebuildRows.Row found(UUID id) {
        return rows.find(id).orElseThrow(Rebuilds::unknown);
    }

    private RebuildRows.Row locked(UUID id) {
        return rows.lock(id).orElseThrow(Rebuilds::unknown);
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no rebuild with this id.")
                .asException();
    }

    private static ProblemException conflict(String detail) {
        return Problem.of(ProblemKind.CONFLICT, detail).asException();
    }

    private void refuseIfAtWork() {
        rows.atWork().ifPresent(row -> {
            throw conflict("The rebuild " + row.view().id() + " is " + row.status() + ". Wait for it, or cancel it.");
        });
    }

    /** Two that start at once wait for each other. */
    private void lockStarts() {
        database.give(connection -> {
            try (Statement lock = connection.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(hashtext('rebuild'))");
            }
        });
    }

    private void did(String action, UUID id, String by, String detail) {
        database.give(connection -> {
            try (PreparedStatement audit = connection.prepareStatement(
                            "insert into audit (recorded_at, author, action, subject, detail) values (?, ?, ?, ?, ?)");
                    Statement notify = connection.createStatement()) {
                audit.setObject(1, now().atOffset(ZoneOffset.UTC));
                audit.setString(2, by);
                audit.setString(3, action);
                audit.setString(4, "control/rebuilds/" + id);
                audit.setString(5, detail);
                audit.executeUpdate();
                notify.execute("notify " + CHANNEL);
            }
        });
        LOG.infof("%s id=%s by=%s %s", action, id, by, detail);
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
