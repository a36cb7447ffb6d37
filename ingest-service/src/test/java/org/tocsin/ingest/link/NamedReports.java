package org.tocsin.ingest.link;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.tocsin.ingest.copy.Story;

/** Reports with names, in a database of their own: they come, are corrected and go, each in a transaction. */
final class NamedReports implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2014-06-10T12:00:00Z");

    private final EmbeddedPostgres postgres;
    private final CopyLinks links = new CopyLinks(new SimpleMeterRegistry());
    private final Map<String, UUID> ids = new ConcurrentHashMap<>();

    NamedReports() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    void empty() throws SQLException {
        ids.clear();
        try (Connection connection = connection()) {
            connection.createStatement().execute("truncate copy, copy_fingerprint, dispatch_copy, report cascade");
            connection.commit();
        }
    }

    UUID id(String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    /**
     * A new report comes and is read.
     *
     * @param minute when it was published, in minutes after noon
     * @return the other reports whose link changed because of it
     */
    Set<UUID> come(String name, int minute, String text) {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into report (id, publisher, title, text, published_at, live, received_at, received_from, revision,
                            revised_at, status) values (?, ?, 'A title', ?, ?, true, now(), 'test', 1, now(), 'PENDING')
                        """)) {
            UUID id = UUID.randomUUID();
            ids.put(name, id);
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, text);
            insert.setObject(4, at(minute).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            Set<UUID> changed = links.come(connection, id, Story.of(text, at(minute), List.of()));
            connection.commit();
            return changed;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A report is corrected and read again. */
    Set<UUID> again(String name, int minute, String text) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement update =
                        connection.prepareStatement("update report set text = ?, published_at = ? where id = ?")) {
            update.setString(1, text);
            update.setObject(2, at(minute).atOffset(ZoneOffset.UTC));
            update.setObject(3, id(name));
            update.executeUpdate();
            Set<UUID> changed = links.come(connection, id(name), Story.of(text, at(minute), List.of()));
            connection.commit();
            return changed;
        }
    }

    Set<UUID> go(String name) throws SQLException {
        try (Connection connection = connection()) {
            Set<UUID> changed = links.go(connection, id(name));
            connection.commit();
            return changed;
        }
    }

    /** Every report with the one that it is a copy of, by name. */
    String links() throws SQLException {
        Map<String, String> links = new TreeMap<>();
        try (Connection connection = connection();
                ResultSet row = connection.createStatement().executeQuery("""
                        select r.publisher, coalesce(f.publisher, '-') from report r
                        left join copy c on c.report = r.id left join report f on f.id = c.copy_of
                        """)) {
            while (row.next()) {
                links.put(row.getString(1), row.getString(2));
            }
        }
        List<String> shown = new ArrayList<>();
        links.forEach((report, first) -> shown.add(report + "=" + first));
        return String.join(" ", shown);
    }

    int version(String name) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement("select version from copy where report = ?")) {
            select.setObject(1, id(name));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private Connection connection() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
