package org.tocsin.events.rebuild;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tocsin.events.database.Database;

/** Finds the places of which anything is recorded or believed, in the order of their ids. */
@Singleton
class PlaceRows {
    private static final List<String> TABLES = List.of("event", "decision", "control_interval");

    /** Jumps in the index from place to place; to read all rows of each would take long where there are many. */
    private static final String PLACES = """
            with recursive found(place) as (
                (select place from %1$s where place > ? order by place limit 1)
                union all
                select (select next.place from %1$s next where next.place > found.place order by next.place limit 1)
                from found where found.place is not null
            )
            select place from found where place is not null limit ?
            """;

    private static final int MANY = 1_000_000_000;

    private final Database database;

    PlaceRows(Database database) {
        this.database = database;
    }

    /** The first of the places after this one, at most {@code limit}. */
    List<String> after(String place, int limit) {
        TreeSet<String> found = new TreeSet<>();
        database.give(connection -> {
            for (String table : TABLES) {
                found.addAll(in(connection, table, place, limit));
            }
        });
        return found.stream().limit(limit).toList();
    }

    int count() {
        return after("", MANY).size();
    }

    private static List<String> in(Connection connection, String table, String place, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PLACES.formatted(table))) {
            select.setString(1, place);
            select.setInt(2, limit);
            List<String> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(row.getString(1));
                }
            }
            return places;
        }
    }
}
