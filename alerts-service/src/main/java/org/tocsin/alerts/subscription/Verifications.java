package org.tocsin.alerts.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.delivery.Challenge;
import org.tocsin.alerts.delivery.CloudEvents;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.delivery.DeliveryKind;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Asks endpoints whether they want alerts, and takes the code with which an owner answers for one that cannot. */
@ApplicationScoped
class Verifications {
    private static final Duration CODE_IS_GOOD = Duration.ofDays(1);
    private static final int MOST_TRIES = 10;

    /** Whoever is subscribed against his will is asked so often at most. */
    private static final int MOST_AN_HOUR = 20;

    private final Deliveries deliveries;
    private final CloudEvents events;
    private final Audit audit;
    private final Clock clock;

    Verifications(Deliveries deliveries, CloudEvents events, Audit audit, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A new challenge, and so a new code: what was sent before is good for nothing any more. */
    void renew(SubscriptionEntity entity) {
        entity.challenge = Challenge.random();
        entity.askedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entity.codeTries = 0;
    }

    /** Sends the challenge of a stored subscription, in the caller's transaction. */
    UUID ask(SubscriptionEntity entity) {
        if (deliveries.lately(entity.id, DeliveryKind.VERIFICATION) >= MOST_AN_HOUR) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            "The endpoint was asked " + MOST_AN_HOUR + " times within an hour: try again later.")
                    .asException();
        }
        UUID id = UUID.randomUUID();
        String subject = "subscriptions/" + entity.id;
        String code = Challenge.codeOf(entity.challenge);
        ObjectNode data = events.object();
        data.put("challenge", entity.challenge);
        data.put("code", code);
        data.put(
                "message",
                "Tocsin would like to send alerts here. To allow it, answer with the challenge, or let the subscriber"
                        + " post the code " + code + " to " + events.source() + "/" + subject + "/verifications.");
        data.putObject("subscription").put("id", entity.id.toString()).put("name", entity.name);
        deliveries.add(
                id,
                entity.id,
                DeliveryKind.VERIFICATION,
                events.bodyOf(
                        id.toString(),
                        "tocsin.verification",
                        subject,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        data));
        return id;
    }

    /** Asks again, at once. */
    Optional<UUID> again(UUID id, @Nullable String owner) {
        Optional<UUID> asked = QuarkusTransaction.joiningExisting()
                .call(() -> SubscriptionEntity.findLocked(id, owner).map(entity -> {
                    refuseIfActive(entity);
                    deliveries.giveUp(entity.id, DeliveryKind.VERIFICATION);
                    renew(entity);
                    SubscriptionEntity.flush();
                    return ask(entity);
                }));
        deliveries.wake();
        return asked;
    }

    /**
     * Takes the code.
     *
     * @return false when there is no such subscription
     * @throws org.tocsin.service.problem.ProblemException when it is another code, or the time for it is over
     */
    boolean prove(UUID id, @Nullable String owner, String code) {
        Optional<Boolean> fits = QuarkusTransaction.joiningExisting()
                .call(() -> SubscriptionEntity.findLocked(id, owner).map(entity -> {
                    refuseIfActive(entity);
                    refuseIfOver(entity, clock.instant());
                    if (!Challenge.isCode(entity.challenge, code)) {
                        // Counted, so this must not be rolled back.
                        entity.codeTries++;
                        return false;
                    }
                    deliveries.consented(entity.id, entity.challenge);
                    audit.record("verify-by-code", "subscriptions/" + id, "");
                    return true;
                }));
        if (fits.isPresent() && !fits.get()) {
            throw Problem.invalid("code", "is not the one that the endpoint was sent last")
                    .asException();
        }
        deliveries.wake();
        return fits.isPresent();
    }

    private static void refuseIfActive(SubscriptionEntity entity) {
        if (entity.status == Status.ACTIVE) {
            throw Problem.of(ProblemKind.CONFLICT, "The subscription is ACTIVE: its endpoint is verified.")
                    .asException();
        }
    }

    private static void refuseIfOver(SubscriptionEntity entity, Instant now) {
        if (entity.codeTries >= MOST_TRIES || now.isAfter(entity.askedAt.plus(CODE_IS_GOOD))) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "No code is good any more, after a day or " + MOST_TRIES
                                    + " wrong ones: ask again, by a request without a code.")
                    .asException();
        }
    }
}
