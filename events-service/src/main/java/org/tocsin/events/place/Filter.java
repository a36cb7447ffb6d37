package org.tocsin.events.place;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a question, as SQL with parameters. */
public final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition if there is a value for it. */
    public Filter and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            for (int i = condition.indexOf('?'); i >= 0; i = condition.indexOf('?', i + 1)) {
                values.add(value);
            }
        }
        return this;
    }

    /** Adds a condition without a value. */
    public Filter and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds that latitude and longitude lie in the box. */
    public Filter in(@Nullable Box box) {
        if (box != null) {
            and("latitude >= ?", box.south()).and("latitude <= ?", box.north());
            if (box.crossesDateLine()) {
                conditions.add("(longitude >= ? or longitude <= ?)");
                values.add(box.west());
                values.add(box.east());
            } else {
                and("longitude >= ?", box.west()).and("longitude <= ?", box.east());
            }
        }
        return this;
    }

    /** Prepares {@code select ... where <conditions> <end>}; {@code last} are the values of the question marks in {@code end}. */
    public PreparedStatement prepare(Connection connection, String select, String end, Object... last)
            throws SQLException {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        PreparedStatement statement = connection.prepareStatement(select + where + " " + end);
        int index = 1;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        for (Object value : last) {
            statement.setObject(index++, value);
        }
        return statement;
    }
}
