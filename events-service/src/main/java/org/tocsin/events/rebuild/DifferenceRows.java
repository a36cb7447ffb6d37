package org.tocsin.events.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.events.change.ChangeView;
import org.tocsin.events.change.Rebuilding.Different;
import org.tocsin.events.control.Control;
import org.tocsin.events.control.ControlView.PartyShare;
import org.tocsin.events.control.State;
import org.tocsin.events.control.Timeline.Interval;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.PlaceView;

/** The places that come out otherwise, as they are shown. */
@Singleton
class DifferenceRows {
    /** A page ends before it comes to more than this, unless it is the first place that does. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Database database;
    private final ObjectMapper json;

    DifferenceRows(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Stores what is different of the places after the one and up to the other, in place of what was shown of them before.
     *
     * @param told whether the changes are in the feed
     */
    void replace(UUID rebuild, String after, String last, List<Different> different, boolean told) {
        database.give(connection -> {
            if (told) {
                try (PreparedStatement delete = connection.prepareStatement(
                        "delete from rebuild_difference where rebuild = ? and place > ? and place <= ?")) {
                    delete.setObject(1, rebuild);
                    delete.setString(2, after);
                    delete.setString(3, last);
                    delete.executeUpdate();
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into rebuild_difference (rebuild, place, body) values (?, ?, ?::json)")) {
                for (Different place : different) {
                    insert.setObject(1, rebuild);
                    insert.setString(2, place.place().id());
                    insert.setString(3, text(view(place, told)));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** In the order of place ids. */
    DifferenceView.Page page(UUID rebuild, String after, int limit) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select place, body from rebuild_difference where rebuild = ? and place > ? order by place limit ?")) {
                select.setObject(1, rebuild);
                select.setString(2, after);
                select.setInt(3, limit + 1);
                List<DifferenceView.Stored> items = new ArrayList<>();
                String last = after;
                long characters = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String body = row.getString(2);
                        characters += body.length();
                        if (items.size() == limit || (!items.isEmpty() && characters > MOST_CHARACTERS)) {
                            return new DifferenceView.Page(items, last);
                        }
                        items.add(new DifferenceView.Stored(body));
                        last = row.getString(1);
                    }
                }
                return new DifferenceView.Page(items, null);
            }
        });
    }

    private DifferenceView view(Different different, boolean told) {
        return new DifferenceView(
                PlaceView.of(different.place()),
                different.damaged(),
                different.before().stream().map(DifferenceRows::believed).toList(),
                different.after().intervals().stream()
                        .map(DifferenceRows::believed)
                        .toList(),
                different.changes().stream().map(change -> told(change, told)).toList());
    }

    private static DifferenceView.Believed believed(Interval interval) {
        Control control = interval.control();
        return new DifferenceView.Believed(
                interval.from(),
                interval.to(),
                control.state(),
                control.state() == State.HELD ? control.holder() : null,
                control.parties().stream()
                        .map(share -> new PartyShare(share.actor(), share.extent()))
                        .toList(),
                control.assurance(),
                control.rule().slug(),
                control.decision());
    }

    private static DifferenceView.Told told(ChangeView change, boolean told) {
        return new DifferenceView.Told(
                told ? change.id() : null,
                change.kind(),
                change.from(),
                change.to(),
                change.validFrom(),
                change.before() == null ? null : change.before().assurance(),
                change.after() == null ? null : change.after().assurance(),
                change.current(),
                change.revises());
    }

    private String text(DifferenceView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
