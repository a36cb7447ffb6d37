package org.tocsin.ingest.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Who changed which report by hand. Never changed, never removed. */
@Entity
@Table(name = "audit")
@SuppressWarnings("NullAway.Init")
class AuditEntity extends PanacheEntityBase {
    enum Action {
        CORRECTION,
        RETRACTION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    Instant at;
    String subject;
    String action;
    UUID report;
    int revision;

    protected AuditEntity() {}

    AuditEntity(Instant at, String subject, Action action, ReportEntity report) {
        this.at = at;
        this.subject = subject;
        this.action = action.name();
        this.report = report.id;
        this.revision = report.revision;
    }
}
