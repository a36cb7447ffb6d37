package org.tocsin.events;

import static org.tocsin.events.Calls.json;
import static org.tocsin.events.Calls.put;
import static org.tocsin.events.Calls.report;
import static org.tocsin.events.Calls.taking;
import static org.tocsin.events.Calls.uuid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.testing.PostgresAndKeys;

/** What tests of what is believed do and look at again and again. */
public final class Beliefs {
    private Beliefs() {}

    /** A report by a publisher of its own that says that the actor took the place that day. */
    public static void says(String publisher, String publishedAt, String place, String actor, String day) {
        String id = uuid();
        ObjectNode said = report(publisher, publishedAt, 1);
        taking(said, id + "-1-0-0", place, actor, day);
        put(id, said.toString()).statusCode(200);
    }

    /** Holders and days of a timeline in short. */
    public static List<String> timeline(JsonNode items) {
        List<String> timeline = new ArrayList<>();
        for (JsonNode item : items) {
            JsonNode control = item.has("control") ? item.path("control") : item;
            timeline.add(item.path("from").asText() + " "
                    + control.path("state").asText() + " "
                    + control.path("holder").path("id").asText() + " "
                    + control.path("rule").asText());
        }
        return timeline;
    }

    public static List<String> timeline(String place) {
        return timeline(json("/places/" + place + "/timeline").path("items"));
    }

    public static String now() {
        return json("/changes?after=now").path("next").asText();
    }

    /** The changes of a place after the cursor in short. */
    public static List<String> changes(String cursor, String place) {
        List<String> changes = new ArrayList<>();
        String after = cursor;
        while (true) {
            JsonNode page = json("/changes?limit=1000&after=" + after);
            for (JsonNode change : page.path("items")) {
                if (change.path("place").path("id").asText().equals(place)) {
                    changes.add(change.path("kind").asText() + " "
                            + change.path("from").path("id").asText() + " -> "
                            + change.path("to").path("id").asText() + " "
                            + change.path("validFrom").asText() + " "
                            + change.path("cause").path("type").asText()
                            + (change.path("live").asBoolean() ? " live" : ""));
                }
            }
            if (page.path("items").isEmpty()) {
                return changes;
            }
            after = page.path("next").asText();
        }
    }

    /** How many intervals are stored of a place; what is answered may be mended. */
    public static int intervals(String place) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from control_interval where place = ?")) {
            select.setString(1, place);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void sql(String sql, Object... values) {
        try (Connection connection = PostgresAndKeys.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
