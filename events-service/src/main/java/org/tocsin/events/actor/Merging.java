package org.tocsin.events.actor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.events.database.Audit;
import org.tocsin.events.database.Locks;
import org.tocsin.reference.Actors;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** What analysts say of who is whom. */
@ApplicationScoped
class Merging {
    private final Actors actors;
    private final Merges merges;
    private final Locks locks;
    private final Realigning realigning;
    private final Audit audit;
    private final Clock clock;

    Merging(Actors actors, Merges merges, Locks locks, Realigning realigning, Audit audit, Clock clock) {
        this.actors = actors;
        this.merges = merges;
        this.locks = locks;
        this.realigning = realigning;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    MergeView merge(String actor, String into, String reason, String author) {
        check(actor, into);
        locks.changePremises();
        Map<String, String> before = merges.asOf(Optional.empty());
        if (before.containsKey(actor)) {
            throw conflict("slug", "is merged already; withdraw that merge first");
        }
        Map<String, String> after = new HashMap<>(before);
        after.put(actor, into);
        if (new Alignment(actors, after).circlesAt(into)) {
            throw conflict("into", "holds for the merged actor, or is merged into it, itself or by way of others");
        }
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        MergeView merge =
                new MergeView(UUID.randomUUID().toString(), actor, into, reason, author, now, null, null, null);
        merges.add(merge);
        audit.record(now, author, "merge", subject(merge), "into=" + into + " reason=" + reason);
        realigning.realigned(new Alignment(actors, before), new Alignment(actors, after), merge.id(), now);
        return merge;
    }

    /** Empty when there is no such merge of this actor. */
    @Transactional
    Optional<MergeView> withdraw(String actor, UUID id, String reason, String author) {
        locks.changePremises();
        Optional<MergeView> found = merges.byId(actor, id);
        if (found.isEmpty()) {
            return found;
        }
        MergeView merge = found.get();
        if (merge.withdrawnAt() != null) {
            throw conflict("id", "is withdrawn already");
        }
        Map<String, String> before = merges.asOf(Optional.empty());
        Map<String, String> after = new HashMap<>(before);
        after.remove(actor);
        if (new Alignment(actors, after).circlesAt(actor)) {
            throw conflict(
                    "id", "keeps actors from being merged in a circle; withdraw the merge of its umbrella first");
        }
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        merges.withdraw(merge.id(), now, author, reason);
        audit.record(now, author, "merge-withdrawal", subject(merge), "reason=" + reason);
        realigning.realigned(new Alignment(actors, before), new Alignment(actors, after), merge.id(), now);
        return merges.byId(actor, id);
    }

    private void check(String actor, String into) {
        if (actors.byId(actor).isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "There is no actor with this id.")
                    .asException();
        }
        if (actors.byId(into).isEmpty()) {
            throw Problem.invalid("into", "must be the id of a known actor").asException();
        }
        if (actor.equals(into)) {
            throw Problem.invalid("into", "must be another actor").asException();
        }
    }

    private static String subject(MergeView merge) {
        return "actors/" + merge.actor() + "/merges/" + merge.id();
    }

    private static RuntimeException conflict(String field, String detail) {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        field + " " + detail + ".",
                        List.of(new Problem.FieldError(field, detail)))
                .asException();
    }
}
