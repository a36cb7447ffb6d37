package org.tocsin.ingest.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Which report another one is a near copy of, for finding the copies of one by their index. The links write it. */
@Entity
@Immutable
@Table(name = "copy")
@SuppressWarnings("NullAway.Init")
class CopyEntity {
    @Id
    UUID report;

    @Column(name = "copy_of")
    @Nullable UUID copyOf;

    protected CopyEntity() {}
}
