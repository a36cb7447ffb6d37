package org.tocsin.events.publisher;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.events.database.Database;
import org.tocsin.reference.Folding;

/** The publishers that have sent a report, and the grade of each. */
@Singleton
public class Publishers {
    private final Database database;
    private final Grade defaultGrade;

    Publishers(
            Database database,
            @ConfigProperty(name = "tocsin.publishers.default-grade", defaultValue = "C") Grade defaultGrade) {
        this.database = database;
        this.defaultGrade = defaultGrade;
    }

    /** The id of a publisher by its name: "AFP" and "afp" are one. Empty when the name has neither letters nor digits. */
    public static String slugOf(String name) {
        return Folding.fold(name).replace(' ', '-');
    }

    /** Makes those known that are not yet; within the caller's transaction, in the order of slugs so that callers never block each other. */
    public void ensure(SortedMap<String, String> namesBySlug, Instant now) {
        database.give(connection -> {
            try (PreparedStatement publisher = connection.prepareStatement("""
                        with added as (
                            insert into publisher (slug, name, grade, graded_at) values (?, ?, ?, ?)
                            on conflict (slug) do nothing returning slug, graded_at, grade)
                        insert into publisher_grade (publisher, recorded_at, grade)
                        select slug, 'epoch', grade from added
                        """)) {
                for (var entry : namesBySlug.entrySet()) {
                    publisher.setString(1, entry.getKey());
                    publisher.setString(2, entry.getValue());
                    publisher.setString(3, defaultGrade.name());
                    publisher.setObject(4, now.atOffset(ZoneOffset.UTC));
                    publisher.addBatch();
                }
                publisher.executeBatch();
            }
        });
    }
}
