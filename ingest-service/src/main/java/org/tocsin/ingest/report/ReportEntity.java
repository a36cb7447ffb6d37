package org.tocsin.ingest.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
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

    protected ReportEntity() {}
}
