package org.tocsin.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.alerts.change.ChangePage;
import org.tocsin.alerts.delivery.Deliveries;
import org.tocsin.alerts.delivery.Lanes;
import org.tocsin.alerts.store.Columns;
import org.tocsin.alerts.store.Database;

/** Turns a page of the feed into alerts and their deliveries, and moves the cursor, all in one transaction: nothing is lost or doubled. */
@ApplicationScoped
public class Alerts {
    /** The channel on which it is told that alerts were made. */
    public static final String CHANNEL = "alerts_made";

    private final Database database;
    private final Watches watches;
    private final AlertBody bodies;
    private final Deliveries deliveries;

    Alerts(Database database, Watches watches, AlertBody bodies, Deliveries deliveries) {
        this.database = database;
        this.watches = watches;
        this.bodies = bodies;
        this.deliveries = deliveries;
    }

    /** Where the feed has been read to; empty before the first page. */
    Optional<String> cursor() {
        return database.inTransaction(connection -> Optional.ofNullable(cursor(connection, "")));
    }

    /**
     * Takes in the page that was read after {@code from}.
     *
     * @return how many alerts were made; -1 when another replica has taken the page in already
     */
    int take(@Nullable String from, ChangePage page) {
        return database.inTransaction(connection -> {
            if (!Objects.equals(cursor(connection, " for update"), from)) {
                return -1;
            }
            List<NewAlert> alerts = page.items().isEmpty() ? List.of() : alertsOf(connection, page);
            if (!alerts.isEmpty()) {
                store(connection, alerts);
            }
            moveTo(connection, page.next());
            return alerts.size();
        });
    }

    /** The feed begins anew. What was told already is not told again, for alerts keep their ids. */
    void restart() {
        database.inTransaction(connection -> {
            moveTo(connection, null);
            return true;
        });
    }

    private List<NewAlert> alertsOf(Connection connection, ChangePage page) throws SQLException {
        List<Watch> all = watches.all(connection);
        Memory memory = ChangeStore.memoryFor(
                connection, page.items().stream().map(ChangePage.Item::change).toList());
        List<NewAlert> alerts = new ArrayList<>();
        List<ChangeStore.Kept> kept = new ArrayList<>();
        for (ChangePage.Item item : page.items()) {
            boolean known = item.change().revises() != null
                    && memory.knows(item.change().revises());
            List<NewAlert> made = Ringing.alertsOf(item, all, memory);
            alerts.addAll(made);
            // History that nobody was told of needs no memory.
            if (item.change().current() || known || !made.isEmpty()) {
                kept.add(new ChangeStore.Kept(item, memory.of(item.change())));
            }
        }
        ChangeStore.store(connection, kept);
        return alerts;
    }

    private void store(Connection connection, List<NewAlert> wanted) throws SQLException {
        Map<UUID, Standing> standings = Watches.locked(
                connection,
                wanted.stream()
                        .map(alert -> alert.watch().subscription())
                        .distinct()
                        .toList());
        // A subscription that was deleted meanwhile is told nothing.
        List<NewAlert> alerts = wanted.stream()
                .filter(alert -> standings.containsKey(alert.watch().subscription()))
                .toList();
        Holding holding = Holding.of(connection, standings, alerts);
        Map<Lanes.Key, Lanes.Lane> lanes =
                Lanes.locked(connection, alerts.stream().map(Alerts::laneOf).toList());
        List<Deliveries.NewAlert> sent = new ArrayList<>();
        List<Numbered> numbered = new ArrayList<>();
        for (NewAlert alert : alerts) {
            Lanes.Lane lane = Objects.requireNonNull(lanes.get(laneOf(alert)));
            long sequence = lane.sequence() + 1;
            UUID id = alert.id();
            OffsetDateTime heldUntil = holding.until(alert).orElse(null);
            boolean ready = heldUntil == null
                    && lane.head() == null
                    && Objects.requireNonNull(standings.get(alert.watch().subscription()))
                            .active();
            numbered.add(
                    new Numbered(alert, sequence, bodies.of(alert, sequence, lane.lastAlert()), heldUntil == null));
            sent.add(new Deliveries.NewAlert(
                    id, lane.key().subscription(), lane.key().subject(), sequence, ready, heldUntil));
            lanes.put(lane.key(), new Lanes.Lane(lane.key(), sequence, id, ready ? id : lane.head()));
        }
        add(connection, numbered);
        deliveries.add(connection, sent);
        Lanes.store(connection, lanes.values());
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, CHANNEL);
            notify.execute();
        }
    }

    /** @param sent whether it goes out; else it is held */
    private record Numbered(NewAlert alert, long sequence, String body, boolean sent) {}

    private static void add(Connection connection, List<Numbered> alerts) throws SQLException {
        String insert = """
                insert into alert (id, subscription_id, subject, sequence, change_id, root, message, body, sent, created_at)
                select *, now() from
                    unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            Columns.set(statement, 1, "uuid", alerts, each -> each.alert().id());
            Columns.set(
                    statement, 2, "uuid", alerts, each -> each.alert().watch().subscription());
            Columns.setText(
                    statement, 3, alerts, each -> each.alert().item().change().subject());
            Columns.set(statement, 4, "bigint", alerts, Numbered::sequence);
            Columns.setText(
                    statement, 5, alerts, each -> each.alert().item().change().id());
            Columns.setText(statement, 6, alerts, each -> each.alert().root());
            Columns.setText(statement, 7, alerts, each -> each.alert().message().name());
            Columns.setText(statement, 8, alerts, Numbered::body);
            Columns.set(statement, 9, "boolean", alerts, Numbered::sent);
            statement.executeUpdate();
        }
    }

    private static Lanes.Key laneOf(NewAlert alert) {
        return new Lanes.Key(alert.watch().subscription(), alert.item().change().subject());
    }

    private static @Nullable String cursor(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select cursor from feed where name = 'changes'" + lock);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void moveTo(Connection connection, @Nullable String cursor) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update feed set cursor = ? where name = 'changes'")) {
            statement.setString(1, cursor);
            statement.executeUpdate();
        }
    }
}
