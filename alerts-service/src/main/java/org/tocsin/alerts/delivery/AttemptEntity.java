package org.tocsin.alerts.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.store.Cursor;

/** An attempt as it is stored. Written by {@link Results}, in batches; read here. */
@Entity
@Table(name = "attempt")
@SuppressWarnings("NullAway.Init")
public class AttemptEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "delivery_id")
    public UUID deliveryId;

    public int number;

    @Column(name = "started_at")
    public Instant startedAt;

    public int millis;
    public @Nullable Integer status;
    public @Nullable String error;
    public @Nullable String headers;

    @Column(name = "next_at")
    public @Nullable Instant nextAt;

    /** Those of a delivery, first to last; one more than the limit when there are more. */
    static List<AttemptEntity> list(UUID delivery, Cursor cursor) {
        long after = cursor.after() == null ? 0 : cursor.after();
        return AttemptEntity.<AttemptEntity>find("deliveryId = ?1 and id > ?2", Sort.by("id"), delivery, after)
                .range(0, cursor.limit())
                .list();
    }

    Attempt view() {
        return new Attempt(
                number,
                startedAt,
                millis,
                status,
                error,
                headers == null ? null : RequestHeaders.read(headers),
                nextAt);
    }
}
