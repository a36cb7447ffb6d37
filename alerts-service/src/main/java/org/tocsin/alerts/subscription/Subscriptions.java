package org.tocsin.alerts.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.access.Audit;
import org.tocsin.alerts.delivery.CloudEvents;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.delivery.DeliveryKind;
import org.tocsin.alerts.format.Format;
import org.tocsin.alerts.signing.PublicKeyResource;
import org.tocsin.alerts.signing.Scheme;
import org.tocsin.alerts.signing.Secret;
import org.tocsin.alerts.signing.SigningKeys;
import org.tocsin.alerts.store.Cursor;
import org.tocsin.alerts.store.Database;
import org.tocsin.alerts.store.Limits;
import org.tocsin.service.egress.EgressGuard;
import org.tocsin.service.egress.EgressRefused;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Keeps subscriptions; whatever names an endpoint is vetted first, and asked whether it wants alerts. */
@ApplicationScoped
class Subscriptions {
    private static final int MOST_PINGS_AN_HOUR = 60;

    private final Database database;
    private final EgressGuard guard;
    private final SigningKeys keys;
    private final Verifications verifications;
    private final Deliveries deliveries;
    private final CloudEvents events;
    private final FilterCheck filters;
    private final Audit audit;
    private final Clock clock;
    private final int most;

    Subscriptions(
            Database database,
            EgressGuard guard,
            SigningKeys keys,
            Verifications verifications,
            Deliveries deliveries,
            CloudEvents events,
            FilterCheck filters,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "tocsin.subscriptions.per-owner", defaultValue = "1000") int most) {
        this.database = database;
        this.guard = guard;
        this.keys = keys;
        this.verifications = verifications;
        this.deliveries = deliveries;
        this.events = events;
        this.audit = audit;
        this.filters = filters;
        this.clock = clock;
        this.most = most;
    }

    /** A new one, PENDING, with its secret: the only time that it is shown. */
    Subscription make(String owner, SubscriptionRequest wanted) {
        List<Problem.FieldError> warnings = check(wanted);
        return sendingAfter(() -> {
            refuseOneTooMany(owner);
            SubscriptionEntity made = new SubscriptionEntity();
            made.id = UUID.randomUUID();
            made.owner = owner;
            made.createdAt = now();
            made.status = Status.PENDING;
            verifications.renew(made);
            say(made, wanted);
            made.persistAndFlush();
            Optional<Secret> secret = keys.provide(made.id, wanted.signaturesOrDefault());
            verifications.ask(made);
            audit.record("subscribe", subject(made.id), detail(made));
            return viewOf(made, secret.orElse(null), warnings);
        });
    }

    List<SubscriptionEntity> list(@Nullable String owner, Cursor cursor) {
        return QuarkusTransaction.joiningExisting().call(() -> SubscriptionEntity.list(owner, cursor));
    }

    Optional<Subscription> one(UUID id, @Nullable String owner) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> SubscriptionEntity.find(id, owner).map(this::viewOf));
    }

    /** Replaces what the owner says; a new address has to give its consent before it gets anything, a new kind of signature gets its key. */
    Optional<Subscription> change(UUID id, @Nullable String owner, SubscriptionRequest wanted) {
        List<Problem.FieldError> warnings = check(wanted);
        return sendingAfter(() -> SubscriptionEntity.findLocked(id, owner).map(entity -> {
            boolean moved = !entity.endpoint.equals(wanted.endpoint());
            say(entity, wanted);
            if (moved) {
                entity.status = Status.PENDING;
                entity.statusReason = null;
                verifications.renew(entity);
            }
            SubscriptionEntity.flush();
            Optional<Secret> secret = keys.provide(entity.id, wanted.signaturesOrDefault());
            if (moved) {
                deliveries.redirect(entity.id);
                verifications.ask(entity);
            }
            audit.record("change-subscription", subject(id), detail(entity));
            return viewOf(entity, secret.orElse(null), warnings);
        }));
    }

    /** Forgets it, with its alerts and deliveries. */
    boolean delete(UUID id, @Nullable String owner) {
        return QuarkusTransaction.joiningExisting().call(() -> SubscriptionEntity.findLocked(id, owner)
                .map(entity -> {
                    deliveries.hold(id);
                    entity.delete();
                    audit.record("unsubscribe", subject(id), detail(entity));
                    return true;
                })
                .orElse(false));
    }

    /** Sends a test event, at once. */
    Optional<UUID> ping(UUID id, @Nullable String owner) {
        return sendingAfter(() -> SubscriptionEntity.findLocked(id, owner).map(entity -> {
            if (entity.status != Status.ACTIVE) {
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "The subscription is " + entity.status + ": its endpoint must be verified first.")
                        .asException();
            }
            if (deliveries.lately(id, DeliveryKind.PING) >= MOST_PINGS_AN_HOUR) {
                throw Problem.of(
                                ProblemKind.TOO_MANY_REQUESTS,
                                "The endpoint was rung " + MOST_PINGS_AN_HOUR
                                        + " times for a test within an hour: try again later.")
                        .asException();
            }
            ObjectNode data = events.object();
            data.putObject("subscription").put("id", entity.id.toString()).put("name", entity.name);
            return send(entity, DeliveryKind.PING, "tocsin.ping", data);
        }));
    }

    Subscription viewOf(SubscriptionEntity entity) {
        return viewOf(entity, null, null);
    }

    private Subscription viewOf(
            SubscriptionEntity entity, @Nullable Secret secret, @Nullable List<Problem.FieldError> warnings) {
        return new Subscription(
                entity.id.toString(),
                entity.name,
                entity.endpoint,
                FilterJson.read(entity.filter),
                entity.minimumAssurance,
                entity.includePast,
                Scheme.read(entity.signatures),
                publicKeysOf(entity),
                Format.of(entity.format),
                entity.status,
                entity.statusReason,
                Pause.of(entity, clock.instant()),
                secret == null ? null : secret.reveal(),
                entity.createdAt,
                entity.updatedAt,
                entity.verifiedAt,
                entity.failingSince,
                entity.status == Status.ACTIVE ? entity.disablesAt : null,
                warnings);
    }

    private @Nullable String publicKeysOf(SubscriptionEntity entity) {
        boolean any = Scheme.read(entity.signatures).contains(Scheme.V1A);
        return any ? events.source() + PublicKeyResource.PATH + entity.id : null;
    }

    /** Writes what the owner said; a new address has to give its consent. */
    private void say(SubscriptionEntity entity, SubscriptionRequest wanted) {
        entity.name = wanted.name();
        entity.endpoint = wanted.endpoint();
        entity.endpointId = endpoint(entity.owner, wanted.endpoint());
        entity.filter = FilterJson.write(wanted.filterOrAll());
        entity.minimumAssurance = wanted.assuranceOrDefault();
        entity.includePast = Boolean.TRUE.equals(wanted.includePast());
        entity.signatures = Scheme.stored(wanted.signaturesOrDefault());
        entity.format = wanted.formatOrDefault().word();
        entity.updatedAt = now();
    }

    private void refuseOneTooMany(String owner) {
        database.inTransaction(connection -> {
            Limits.check(
                    connection,
                    "subscription",
                    owner,
                    "select count(*) from subscription where owner = ?",
                    most,
                    "subscriptions");
            return most;
        });
    }

    /** @return what is worth knowing of a request that can be taken */
    private List<Problem.FieldError> check(SubscriptionRequest wanted) {
        wanted.filterOrAll().troubleWithBox().ifPresent(trouble -> {
            throw Problem.invalid("filter.bbox", trouble).asException();
        });
        try {
            guard.vet(wanted.endpoint());
        } catch (EgressRefused e) {
            throw Problem.invalid("endpoint", e.reason()).asException();
        }
        return filters.warningsOf(wanted.filterOrAll());
    }

    private UUID send(SubscriptionEntity entity, DeliveryKind kind, String type, ObjectNode data) {
        UUID id = UUID.randomUUID();
        deliveries.add(
                id, entity.id, kind, events.bodyOf(id.toString(), type, "subscriptions/" + entity.id, now(), data));
        return id;
    }

    private long endpoint(String owner, String url) {
        String upsert = """
                insert into endpoint (owner, url) values (?, ?)
                on conflict (owner, url) do update set url = excluded.url
                returning id
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                statement.setString(1, owner);
                statement.setString(2, url);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Runs the work in a transaction and then lets the sender look. */
    private <T> T sendingAfter(Supplier<T> work) {
        T done = QuarkusTransaction.joiningExisting().call(work::get);
        deliveries.wake();
        return done;
    }

    private static String subject(UUID id) {
        return "subscriptions/" + id;
    }

    private static String detail(SubscriptionEntity entity) {
        return "owner=" + entity.owner + " name=" + entity.name + " host="
                + URI.create(entity.endpoint).getHost();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
