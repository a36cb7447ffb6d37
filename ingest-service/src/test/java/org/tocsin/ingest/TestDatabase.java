package org.tocsin.ingest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real database of its own with the tables of the service, which nothing works on but the test. */
public final class TestDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    public TestDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .start();
        Flyway.configure().dataSource(source()).load().migrate();
    }

    public DataSource source() {
        return postgres.getPostgresDatabase();
    }

    public void run(String sql, Object... values) throws SQLException {
        try (Connection connection = source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        }
    }

    /** The first column of each row as text. */
    public List<String> texts(String sql, Object... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    /** A report that was received just now and is of this status. */
    public UUID report(String status) throws SQLException {
        UUID id = UUID.randomUUID();
        run("""
                insert into report (id, publisher, title, text, published_at, live, received_at, received_from, revision, revised_at,
                    status, language)
                values (?, 'a-wire', 'A title', 'A text.', now(), true, now(), 'a', 1, now(), ?, 'en')
                """, id, status);
        return id;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
