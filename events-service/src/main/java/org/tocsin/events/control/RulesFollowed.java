package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.events.database.Database;
import org.tocsin.events.event.Cause;

/** Which version of the rules the stored timelines follow: the one in force, but for places that a rebuild has not reached. */
@Singleton
public class RulesFollowed {
    private final Database database;
    private final RulesInForce rules;

    RulesFollowed(Database database, RulesInForce rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * A place that follows another version than the one in force.
     *
     * @param version the one that it follows
     * @param cause of what is different once it follows the one in force
     */
    public record Behind(RulesVersion version, Cause cause) {}

    /** Those of the places that do not follow {@code version}, which is in force. */
    public Map<String, Behind> behind(Collection<String> places, RulesVersion version) {
        Map<String, RulesVersion> found = new HashMap<>();
        database.give(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select place, rules from timeline where place = any(?) and rules <> ?")) {
                select.setArray(1, connection.createArrayOf("text", places.toArray()));
                select.setString(2, version.id());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Optional<RulesVersion> followed = RulesVersion.byId(row.getString(2));
                        if (followed.isPresent()) {
                            found.put(row.getString(1), followed.get());
                        }
                    }
                }
            }
        });
        if (found.isEmpty()) {
            return Map.of();
        }
        List<RulesInForce.Entry> history = rules.history();
        Cause cause = Cause.rules(version.id(), history.get(history.size() - 1).since());
        Map<String, Behind> behind = new HashMap<>();
        found.forEach((place, followed) -> behind.put(place, new Behind(followed, cause)));
        return behind;
    }

    /** Notes that the timelines of the places follow {@code version} by now; those of which nothing is stored need no note. */
    public void follow(Collection<String> places, RulesVersion version) {
        if (places.isEmpty()) {
            return;
        }
        database.give(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update timeline set rules = ? where place = any(?) and rules is distinct from ?")) {
                update.setString(1, version.id());
                update.setArray(2, connection.createArrayOf("text", places.toArray()));
                update.setString(3, version.id());
                update.executeUpdate();
            }
        });
    }
}
