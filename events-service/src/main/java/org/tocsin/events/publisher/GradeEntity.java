package org.tocsin.events.publisher;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A grade that a publisher has or had, and whether it is or was curated, from the time on when it was recorded. */
@Entity
@Table(name = "publisher_grade")
@IdClass(GradeEntity.Key.class)
@NullUnmarked
class GradeEntity extends PanacheEntityBase {
    @Id
    String publisher;

    @Id
    @Column(name = "recorded_at")
    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    Grade grade;

    boolean curated;

    record Key(String publisher, Instant recordedAt) implements Serializable {}
}
