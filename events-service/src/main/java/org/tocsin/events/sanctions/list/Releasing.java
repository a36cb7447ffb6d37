package org.tocsin.events.sanctions.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tocsin.events.database.Audit;
import org.tocsin.events.database.Locks;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Takes a version out of quarantine on a person's word. */
@ApplicationScoped
class Releasing {
    private final VersionRows versions;
    private final Intake intake;
    private final Locks locks;
    private final Audit audit;
    private final Clock clock;

    Releasing(VersionRows versions, Intake intake, Locks locks, Audit audit, Clock clock) {
        this.versions = versions;
        this.intake = intake;
        this.locks = locks;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version as it is then; empty when there is none of this number. */
    @Transactional
    Optional<Version> release(ListId list, int number, String reason, String author) {
        locks.lock(Locks.Kind.SANCTIONS_LIST, List.of(list.name()));
        Optional<Version> found = versions.find(list, number);
        if (found.isEmpty()) {
            return found;
        }
        Version version = found.get();
        if (version.status() != Status.QUARANTINED) {
            throw Problem.of(ProblemKind.CONFLICT, "The version is not in quarantine: it is " + version.status() + ".")
                    .asException();
        }
        if (!Intake.releasable(version)) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "The version cannot be released, for no whole entries can be read from it: "
                                    + version.faults().get(0).detail() + ". Send a whole file.")
                    .asException();
        }
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        audit.record(
                now,
                author,
                "sanctions-list-release",
                "sanctions-lists/" + list + "/versions/" + number,
                "faults=" + Intake.kinds(version) + " reason=" + reason);
        intake.settle(version, new Version.Release(now, author, reason));
        return versions.find(list, number);
    }
}
