package org.tocsin.events.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.publisher.PublishersResource.PublisherView;

/** What analysts say of publishers. */
@ApplicationScoped
class Grading {
    private final Regrading regrading;
    private final Clock clock;

    Grading(Regrading regrading, Clock clock) {
        this.regrading = regrading;
        this.clock = clock;
    }

    @Transactional
    Optional<PublisherView> find(String slug) {
        return PublisherEntity.<PublisherEntity>findByIdOptional(slug).map(Grading::view);
    }

    /** @param created whether the publisher was not known before */
    record Outcome(PublisherView publisher, boolean created, boolean regraded) {}

    /** @param wanted whether it is a curated data set; null to leave that as it is, or false for a new one */
    @Transactional
    Outcome put(String slug, String name, Grade grade, @Nullable Boolean wanted, String author) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        Optional<PublisherEntity> known = PublisherEntity.findByIdOptional(slug, LockModeType.PESSIMISTIC_WRITE);
        PublisherEntity publisher = known.orElseGet(PublisherEntity::new);
        boolean curated = wanted == null ? publisher.curated : wanted;
        boolean regraded = known.isEmpty() || publisher.grade != grade || publisher.curated != curated;
        if (regraded) {
            publisher.gradedAt = now;
        }
        publisher.slug = slug;
        publisher.name = name;
        publisher.grade = grade;
        publisher.curated = curated;
        publisher.persistAndFlush();
        if (regraded) {
            GradeEntity entry = new GradeEntity();
            entry.publisher = slug;
            entry.recordedAt = now;
            entry.grade = grade;
            entry.curated = curated;
            entry.persistAndFlush();
        }
        AuditEntity audit = new AuditEntity();
        audit.recordedAt = now;
        audit.author = author;
        audit.action = "grade";
        audit.subject = "publishers/" + slug;
        audit.detail = "name=" + name + " grade=" + grade + " curated=" + curated;
        audit.persistAndFlush();
        boolean matters = regraded && known.isPresent();
        if (matters) {
            regrading.changed(slug, now);
        }
        return new Outcome(view(publisher), known.isEmpty(), matters);
    }

    private static PublisherView view(PublisherEntity publisher) {
        return new PublisherView(
                publisher.slug, publisher.name, publisher.grade, publisher.curated, publisher.gradedAt);
    }
}
