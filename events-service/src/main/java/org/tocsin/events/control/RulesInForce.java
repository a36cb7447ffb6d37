package org.tocsin.events.control;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.events.database.Database;

/** Which version of the rules timelines follow. A new installation begins with the newest; another one comes by a rebuild. */
@Singleton
public class RulesInForce {
    /** The first version counts for all time before it, for something must have been believed then. */
    private static final String AT = """
            select version from rules_in_force
            order by recorded_at <= ? desc, case when recorded_at <= ? then -id else id end limit 1
            """;

    private static final String NOW = "select version from rules_in_force order by id desc limit 1";

    private static final String ALL = "select id, version, author, reason, recorded_at from rules_in_force order by id";

    private final Database database;
    private final Clock clock;

    RulesInForce(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A version from the moment on at which it was put in force.
     *
     * @param version its name, which this release may not know
     */
    public record Entry(long id, String version, String author, String reason, Instant since) {}

    void start(@Observes @Priority(5) StartupEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.give(connection -> {
                    try (Statement lock = connection.createStatement()) {
                        lock.execute("lock table rules_in_force in exclusive mode");
                        try (ResultSet row = lock.executeQuery(NOW)) {
                            if (row.next()) {
                                return;
                            }
                        }
                    }
                    put(RulesVersion.NEWEST, "tocsin", "The rules of the release that was installed first.");
                }));
    }

    /**
     * The version in force at that time.
     *
     * @param knownAt empty for now
     */
    public RulesVersion asOf(Optional<Instant> knownAt) {
        String id = database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(knownAt.isPresent() ? AT : NOW)) {
                if (knownAt.isPresent()) {
                    select.setObject(1, knownAt.get().atOffset(ZoneOffset.UTC));
                    select.setObject(2, knownAt.get().atOffset(ZoneOffset.UTC));
                }
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : RulesVersion.NEWEST.id();
                }
            }
        });
        return RulesVersion.byId(id)
                .orElseThrow(() -> new IllegalStateException("this release does not know the rules " + id));
    }

    /** Every version that was put in force, the first one first; the last is in force. */
    public List<Entry> history() {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ALL);
                    ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(new Entry(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return entries;
            }
        });
    }

    private void put(RulesVersion version, String author, String reason) {
        put(version, author, reason, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    }

    /** Puts another version in force, within the caller's transaction. */
    public void put(RulesVersion version, String author, String reason, Instant at) {
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into rules_in_force (version, author, reason, recorded_at) values (?, ?, ?, ?)")) {
                insert.setString(1, version.id());
                insert.setString(2, author);
                insert.setString(3, reason);
                insert.setObject(4, at.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }
}
