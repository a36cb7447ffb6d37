package org.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.Assurance;
import org.tocsin.alerts.change.ChangeJson;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.change.Message;
import org.tocsin.alerts.store.Database;
import org.tocsin.alerts.subscription.Filter;
import org.tocsin.alerts.subscription.FilterJson;

/**
 * Rings the stored changes over again for somebody who was told nothing yet, in memory: the same rules, so the same answer as if he had
 * subscribed before the first of them.
 */
@ApplicationScoped
class Previews {
    /** So many of the newest are looked at. */
    private static final int MOST = 10_000;

    private final Database database;

    Previews(Database database) {
        this.database = database;
    }

    /**
     * A page of a preview: what is stored up to {@code end}, before {@code before}.
     *
     * @param end the position of the newest change that is looked at, so that later pages look at the same
     */
    record Place(long end, long before) {
        static final Place FIRST = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private record Stored(long position, ChangePage.Item item) {}

    private record Told(long position, NewAlert alert) {}

    /** Empty: there is no such subscription. */
    Optional<PreviewRequest> of(UUID subscription, @Nullable String owner) {
        String sql = """
                select filter, minimum_assurance, include_past from subscription
                where id = ? and (?::text is null or owner = ?)
                """;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subscription);
                statement.setString(2, owner);
                statement.setString(3, owner);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new PreviewRequest(
                                    FilterJson.read(row.getString(1)),
                                    Assurance.valueOf(row.getString(2)),
                                    row.getBoolean(3)))
                            : Optional.empty();
                }
            }
        });
    }

    /** @param since nothing that was recorded earlier is looked at; null: all that is stored */
    Preview of(PreviewRequest wanted, @Nullable Instant since, Place place, int limit) {
        return database.listing(connection -> {
            Filter filter = wanted.filterOrAll();
            List<Stored> stored = read(connection, filter, since, place.end());
            List<Told> told = ring(stored, wanted);
            Map<Message, Integer> messages = new EnumMap<>(Message.class);
            for (Message message : Message.values()) {
                messages.put(message, 0);
            }
            told.forEach(each -> messages.merge(each.alert().message(), 1, Integer::sum));
            Collections.reverse(told);
            List<Told> rest = told.stream()
                    .filter(each -> each.position() < place.before())
                    .toList();
            List<Told> page = rest.subList(0, Math.min(rest.size(), limit));
            long end = stored.isEmpty() ? 0 : stored.get(stored.size() - 1).position();
            String next = rest.size() > page.size()
                    ? Math.min(place.end(), end) + "-"
                            + page.get(page.size() - 1).position()
                    : null;
            return new Preview(
                    page.stream().map(each -> itemOf(each.alert())).toList(),
                    next,
                    messages,
                    stored.size(),
                    stored.isEmpty() ? null : stored.get(0).item().change().recordedAt(),
                    storedSince(connection));
        });
    }

    private static List<Told> ring(List<Stored> stored, PreviewRequest wanted) {
        Watch watch = new Watch(
                new UUID(0, 0),
                "",
                wanted.filterOrAll(),
                wanted.assuranceOrDefault(),
                Boolean.TRUE.equals(wanted.includePast()),
                Instant.MIN);
        Memory memory = new Memory();
        List<Told> told = new ArrayList<>();
        for (Stored each : stored) {
            Ringing.alertsOf(each.item(), List.of(watch), memory)
                    .forEach(alert -> told.add(new Told(each.position(), alert)));
        }
        return told;
    }

    private static Preview.Item itemOf(NewAlert alert) {
        return new Preview.Item(
                alert.message(),
                Matching.referenceOf(alert.watch().filter(), alert.item().change())
                        .orElse(null),
                alert.item().json());
    }

    /** The newest, in the order in which they were recorded. What is said of other places than those that are watched need not be read. */
    private static List<Stored> read(Connection connection, Filter filter, @Nullable Instant since, long end)
            throws SQLException {
        boolean places = !filter.places().isEmpty();
        String sql = """
                select position, json from change
                where json is not null and position <= ? and (?::timestamptz is null or recorded_at >= ?)
                """ + (places ? "and (subject = any(?) or kind = 'SANCTIONS_CHANGED') " : "")
                + "order by position desc limit " + MOST;
        OffsetDateTime from = since == null ? null : since.atOffset(ZoneOffset.UTC);
        List<Stored> stored = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, end);
            statement.setObject(2, from);
            statement.setObject(3, from);
            if (places) {
                Object[] subjects = filter.places().stream()
                        .map(watched -> "places/" + watched.id())
                        .toArray();
                statement.setArray(4, connection.createArrayOf("text", subjects));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ChangePage.Item item = ChangeJson.stored(row.getString(2));
                    // of a change of an actor, only its text says which places it holds
                    if (!places || Matching.isThere(filter, item.change())) {
                        stored.add(new Stored(row.getLong(1), item));
                    }
                }
            }
        }
        Collections.reverse(stored);
        return stored;
    }

    private static @Nullable Instant storedSince(Connection connection) throws SQLException {
        String sql = "select recorded_at from change where json is not null order by position limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
        }
    }
}
