package org.tocsin.alerts.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.store.Cursor;

/** A subscription as it is stored. */
@Entity
@Table(name = "subscription")
@SuppressWarnings("NullAway.Init")
public class SubscriptionEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(insertable = false, updatable = false)
    public Long position;

    @Version
    public int version;

    public String owner;
    public String name;

    @Column(name = "endpoint_id")
    public long endpointId;

    public String endpoint;
    public String filter;

    @Enumerated(EnumType.STRING)
    @Column(name = "minimum_assurance")
    public Assurance minimumAssurance;

    @Column(name = "include_past")
    public boolean includePast;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Column(name = "status_reason")
    public @Nullable String statusReason;

    public String signatures;
    public String format;

    @Column(name = "paused_at")
    public @Nullable Instant pausedAt;

    @Column(name = "paused_until")
    public @Nullable Instant pausedUntil;

    @Column(name = "pause_reason")
    public @Nullable String pauseReason;

    @Column(name = "paused_by")
    public @Nullable String pausedBy;

    public String challenge;

    @Column(name = "asked_at")
    public Instant askedAt;

    @Column(name = "code_tries")
    public int codeTries;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "verified_at")
    public @Nullable Instant verifiedAt;

    /** Since when every attempt at the endpoint failed. */
    @Formula("(select e.failing_since from endpoint e where e.id = endpoint_id)")
    public @Nullable Instant failingSince;

    @Formula("(select e.disables_at from endpoint e where e.id = endpoint_id)")
    public @Nullable Instant disablesAt;

    /** Those of one owner, or of all, oldest first. */
    static List<SubscriptionEntity> list(@Nullable String owner, Cursor cursor) {
        long after = cursor.after() == null ? 0 : cursor.after();
        PanacheQuery<SubscriptionEntity> found = owner == null
                ? find("position > ?1 order by position", after)
                : find("owner = ?1 and position > ?2 order by position", owner, after);
        return found.range(0, cursor.limit()).list();
    }

    /** Another owner's is as if it were not there. */
    static Optional<SubscriptionEntity> find(UUID id, @Nullable String owner) {
        return SubscriptionEntity.<SubscriptionEntity>findByIdOptional(id)
                .filter(found -> owner == null || owner.equals(found.owner));
    }

    /** The same, kept from being changed by others until the transaction ends. */
    static Optional<SubscriptionEntity> findLocked(UUID id, @Nullable String owner) {
        return SubscriptionEntity.<SubscriptionEntity>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> owner == null || owner.equals(found.owner));
    }
}
