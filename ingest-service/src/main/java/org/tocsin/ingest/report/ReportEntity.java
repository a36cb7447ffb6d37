package org.tocsin.ingest.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A stored report. New ones are written by {@link Reports} in batches; this is for looking at one and for changing it. */
@Entity
@Table(name = "report")
@SuppressWarnings("NullAway.Init")
class ReportEntity {
    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long sequence;

    String publisher;
    String title;
    String text;

    @Nullable String url;

    @Column(name = "language_hint")
    @Nullable String languageHint;

    @Column(name = "published_at")
    Instant publishedAt;

    boolean live;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "received_from")
    String receivedFrom;

    int revision;

    @Column(name = "revised_at")
    Instant revisedAt;

    @Enumerated(EnumType.STRING)
    ReportStatus status;

    @Nullable String language;

    @Column(name = "status_reason")
    @Nullable String statusReason;

    /** The report of which this one is a near copy. */
    @Formula("(select c.copy_of from copy c where c.report = id)")
    @Nullable UUID copyOf;

    /** How many reports are near copies of this one. */
    @Formula("(select count(*) from copy c where c.copy_of = id)")
    long copies;

    protected ReportEntity() {}
}
