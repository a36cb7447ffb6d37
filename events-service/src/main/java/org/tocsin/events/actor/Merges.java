package org.tocsin.events.actor;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.events.database.Database;

/** Which actors were merged into which. */
@Singleton
class Merges {
    private static final String NOW = "select actor, into_actor from actor_merge where withdrawn_at is null";
    private static final String THEN =
            "select actor, into_actor from actor_merge where recorded_at <= ? and (withdrawn_at is null or withdrawn_at > ?)";

    private final Database database;

    Merges(Database database) {
        this.database = database;
    }

    /** The merges that were recorded by then and not withdrawn; empty for now. */
    Map<String, String> asOf(Optional<Instant> knownAt) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(knownAt.isPresent() ? THEN : NOW)) {
                if (knownAt.isPresent()) {
                    select.setObject(1, knownAt.get().atOffset(ZoneOffset.UTC));
                    select.setObject(2, knownAt.get().atOffset(ZoneOffset.UTC));
                }
                Map<String, String> merges = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        merges.put(row.getString(1), row.getString(2));
                    }
                }
                return merges;
            }
        });
    }
}
