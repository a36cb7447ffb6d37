package org.tocsin.events.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.tocsin.events.database.Audit;
import org.tocsin.events.decision.DecisionCheck.Draft;
import org.tocsin.events.event.Cause;
import org.tocsin.events.event.Touched;
import org.tocsin.reference.Place;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemException;
import org.tocsin.service.problem.ProblemKind;

/** Makes and withdraws decisions; what follows for the place follows in the same transaction. */
@ApplicationScoped
class Deciding {
    /** So many decisions can stand on one place that thinking about it stays quick. */
    private static final int MOST_STANDING = 1_000;

    private final Decisions decisions;
    private final DecisionCheck check;
    private final Touched.Believer believer;
    private final Expiries expiries;
    private final Audit audit;
    private final Clock clock;

    Deciding(
            Decisions decisions,
            DecisionCheck check,
            Touched.Believer believer,
            Expiries expiries,
            Audit audit,
            Clock clock) {
        this.decisions = decisions;
        this.check = check;
        this.believer = believer;
        this.expiries = expiries;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    DecisionView make(Place place, DecisionIn in, String author) {
        believer.lock(List.of(place.id()));
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        Draft draft = check.draftOf(in, place, now);
        Decisions.Past past = decisions.past(place.id());
        if (past.standing() >= MOST_STANDING) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            MOST_STANDING + " decisions on this place are not withdrawn; withdraw some first.")
                    .asException();
        }
        // The later of two decisions stands, so no two may have one time, not even when the clocks of two replicas
        // differ.
        Instant recorded = past.last()
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
        UUID id = UUID.randomUUID();
        decisions.insert(id, place.id(), draft, author, recorded);
        audit.record(recorded, author, "decide", subject(place, id), detail(draft));
        Instant expires = draft.expiresAt();
        if (expires != null) {
            expiries.expect(place.id(), expires, Cause.decisionEnded(id.toString(), expires));
        }
        DecisionView made = decisions.byId(id).orElseThrow();
        believer.thinkAgain(List.of(Touched.because(place.id(), Cause.decision(id.toString()))), recorded);
        return made;
    }

    /** The same withdrawal twice is one; another one of a withdrawn decision is a conflict. */
    @Transactional
    DecisionView withdraw(Place place, UUID id, String reason, String author) {
        believer.lock(List.of(place.id()));
        DecisionView decision = find(place, id);
        Instant before = decision.withdrawnAt();
        if (before != null) {
            if (author.equals(decision.withdrawnBy()) && reason.equals(decision.withdrawalReason())) {
                return decision;
            }
            throw Problem.of(ProblemKind.CONFLICT, "The decision was withdrawn already, at " + before + ".")
                    .asException();
        }
        Instant clocked = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        Instant now = clocked.isBefore(decision.recordedAt()) ? decision.recordedAt() : clocked;
        decisions.withdraw(id, reason, author, now);
        audit.record(now, author, "withdraw-decision", subject(place, id), "reason=" + reason);
        DecisionView withdrawn = decisions.byId(id).orElseThrow();
        believer.thinkAgain(List.of(Touched.because(place.id(), Cause.decisionEnded(id.toString(), now))), now);
        return withdrawn;
    }

    /** The decision, or a problem NOT_FOUND. */
    DecisionView find(Place place, UUID id) {
        return decisions
                .byId(id)
                .filter(decision -> decision.place().id().equals(place.id()))
                .orElseThrow(Deciding::unknown);
    }

    private static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is no decision with this id on this place.")
                .asException();
    }

    private static String subject(Place place, UUID id) {
        return "places/" + place.id() + "/decisions/" + id;
    }

    private static String detail(Draft draft) {
        return "state=" + draft.state() + " holder=" + draft.holder() + " parties=" + draft.parties() + " from="
                + draft.from() + " expiresAt=" + draft.expiresAt() + " reason=" + draft.reason();
    }
}
