package org.tocsin.events.publisher;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A publisher with the grade it has now. */
@Entity
@Table(name = "publisher")
@NullUnmarked
class PublisherEntity extends PanacheEntityBase {
    @Id
    String slug;

    String name;

    @Enumerated(EnumType.STRING)
    Grade grade;

    boolean curated;

    @Column(name = "graded_at")
    Instant gradedAt;
}
