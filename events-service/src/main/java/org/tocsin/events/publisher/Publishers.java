package org.tocsin.events.publisher;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /**
     * A publisher as it is known now.
     *
     * @param curated whether it is a data set that people compile and check
     */
    public record Publisher(String name, Grade grade, boolean curated) {}

    /** The publishers of these ids; unknown ones are left out. */
    public Map<String, Publisher> of(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select slug, name, grade, curated from publisher where slug = any(?)")) {
                select.setArray(1, connection.createArrayOf("text", slugs.toArray()));
                Map<String, Publisher> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(
                                row.getString(1),
                                new Publisher(row.getString(2), Grade.valueOf(row.getString(3)), row.getBoolean(4)));
                    }
                }
                return found;
            }
        });
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
