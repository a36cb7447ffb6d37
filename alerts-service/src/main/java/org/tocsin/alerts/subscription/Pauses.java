package org.tocsin.alerts.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.access.Caller;
import org.tocsin.alerts.delivery.HeldDeliveries;
import org.tocsin.service.problem.Problem;

/** Pauses subscriptions and resumes them. */
@ApplicationScoped
class Pauses {
    private final HeldDeliveries held;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Pauses(HeldDeliveries held, Audit audit, Caller caller, Clock clock) {
        this.held = held;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Begins a pause, or says of one that lasts how long and why. Empty: there is no such subscription. */
    Optional<Pause> pause(UUID id, @Nullable String owner, PauseRequest wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant until = wanted.until() == null ? null : wanted.until().truncatedTo(ChronoUnit.MICROS);
        if (until != null && !until.isAfter(now)) {
            throw Problem.invalid("until", "must be in the future").asException();
        }
        return QuarkusTransaction.joiningExisting()
                .call(() -> SubscriptionEntity.findLocked(id, owner).map(entity -> {
                    Pause before = Pause.of(entity, now);
                    entity.pausedAt = before == null ? now : before.since();
                    entity.pausedUntil = until;
                    entity.pauseReason = wanted.reason();
                    entity.pausedBy = caller.name();
                    SubscriptionEntity.flush();
                    held.holdUnsent(id, entity.status == Status.ACTIVE);
                    audit.record("pause", "subscriptions/" + id, "until=" + until + " reason=" + wanted.reason());
                    return Objects.requireNonNull(Pause.of(entity, now));
                }));
    }

    /** Empty: there is no such subscription, or it is not paused. */
    Optional<Pause> one(UUID id, @Nullable String owner) {
        return QuarkusTransaction.joiningExisting().call(() -> SubscriptionEntity.find(id, owner)
                .flatMap(entity -> Optional.ofNullable(Pause.of(entity, clock.instant()))));
    }

    /** Ends it; what still holds is sent. @return false when there is no such subscription */
    boolean resume(UUID id, @Nullable String owner) {
        return QuarkusTransaction.joiningExisting().call(() -> SubscriptionEntity.findLocked(id, owner)
                .map(entity -> {
                    boolean lasted = Pause.of(entity, clock.instant()) != null;
                    entity.pausedAt = null;
                    entity.pausedUntil = null;
                    entity.pauseReason = null;
                    entity.pausedBy = null;
                    SubscriptionEntity.flush();
                    held.lookAgain(id);
                    if (lasted) {
                        audit.record("resume", "subscriptions/" + id, "");
                    }
                    return true;
                })
                .orElse(false));
    }
}
