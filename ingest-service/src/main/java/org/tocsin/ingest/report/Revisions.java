package org.tocsin.ingest.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.tocsin.ingest.link.CopyLinks;
import org.tocsin.ingest.outbox.Outbox;
import org.tocsin.ingest.reading.ReadingQueue;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Changes to a report after it was stored. Each locks the report first, then its rows in the queues, as the reading does. */
@ApplicationScoped
class Revisions {
    private static final String CLAIM_CONTENT = """
            insert into report_content (publisher, hash, report) values (?, decode(?, 'hex'), ?) on conflict do nothing
            """;

    private static final String OWNER_OF_CONTENT =
            "select report from report_content where publisher = ? and hash = decode(?, 'hex')";

    private final ReportRepository reports;
    private final ReadingQueue queue;
    private final CopyLinks links;
    private final Outbox outbox;
    private final Clock clock;

    Revisions(ReportRepository reports, ReadingQueue queue, CopyLinks links, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.queue = queue;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives the report another text and queues it to be read again; nothing changes when it says just that already. */
    @Transactional
    RevisionReceipt correct(UUID id, Correction correction, String by) {
        ReportEntity report = locked(id);
        Instant now = now();
        if (correction.publisher() != null && !correction.publisher().equals(report.publisher)) {
            throw Problem.invalid("publisher", "must be the publisher of the report")
                    .asException();
        }
        Submission corrected = correction.of(report, now);
        if (report.status != ReportStatus.RETRACTED && saysAlready(report, corrected)) {
            return RevisionReceipt.of(report);
        }
        report.title = corrected.title();
        report.text = corrected.text();
        report.publishedAt = corrected.publishedAt();
        report.url = corrected.url();
        report.languageHint = corrected.language();
        revise(report, ReportStatus.PENDING, AuditEntity.Action.CORRECTION, by, now);
        session().doWork(connection -> {
            claimContent(connection, report, corrected);
            queue.add(connection, List.of(id), report.revision);
        });
        return RevisionReceipt.of(report);
    }

    /** Takes a report back: it is not read any more, and all its events are withdrawn. A second time changes nothing. */
    @Transactional
    RevisionReceipt retract(UUID id, String by) {
        ReportEntity report = locked(id);
        if (report.status == ReportStatus.RETRACTED) {
            return RevisionReceipt.of(report);
        }
        revise(report, ReportStatus.RETRACTED, AuditEntity.Action.RETRACTION, by, now());
        session().doWork(connection -> {
            queue.remove(connection, id);
            outbox.add(connection, List.of(id));
            outbox.carry(connection, id, links.go(connection, id));
        });
        return RevisionReceipt.of(report);
    }

    private ReportEntity locked(UUID id) {
        return Optional.ofNullable(reports.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(ReportRepository::unknown);
    }

    private void revise(ReportEntity report, ReportStatus status, AuditEntity.Action action, String by, Instant now) {
        report.revision++;
        report.revisedAt = now;
        report.status = status;
        report.statusReason = null;
        report.language = status == ReportStatus.PENDING ? null : report.language;
        new AuditEntity(now, by, action, report).persist();
        reports.flush();
    }

    /** Another report of the publisher may have this content; then there would be two reports of one text. */
    private static void claimContent(Connection connection, ReportEntity report, Submission content)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM_CONTENT);
                PreparedStatement find = connection.prepareStatement(OWNER_OF_CONTENT)) {
            claim.setString(1, content.publisher());
            claim.setString(2, content.hash());
            claim.setObject(3, report.id);
            claim.executeUpdate();
            find.setString(1, content.publisher());
            find.setString(2, content.hash());
            try (ResultSet row = find.executeQuery()) {
                if (row.next() && !report.id.equals(row.getObject(1, UUID.class))) {
                    throw Problem.of(
                                    ProblemKind.CONFLICT,
                                    "The publisher has sent this content as another report: "
                                            + row.getObject(1, UUID.class) + ".")
                            .asException();
                }
            }
        }
    }

    private static boolean saysAlready(ReportEntity report, Submission corrected) {
        return report.title.equals(corrected.title())
                && report.text.equals(corrected.text())
                && report.publishedAt.equals(corrected.publishedAt())
                && Objects.equals(report.url, corrected.url())
                && Objects.equals(report.languageHint, corrected.language());
    }

    private Session session() {
        return reports.getEntityManager().unwrap(Session.class);
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
